// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sequence/conflictwords.h"

#include "base/text.h"
#include "workspace/sequence/operationwords.h"

namespace {

struct ConflictText
{
    Q_DECLARE_TR_FUNCTIONS(ConflictWords)
};

} // namespace

QString ConflictWords::kind(Git::ConflictKind kind)
{
    switch (kind) {
    case Git::ConflictKind::BothModified:
        return ConflictText::tr("both modified");
    case Git::ConflictKind::BothAdded:
        return ConflictText::tr("both added");
    case Git::ConflictKind::BothDeleted:
        return ConflictText::tr("both deleted");
    case Git::ConflictKind::DeletedByUs:
        return ConflictText::tr("deleted by us");
    case Git::ConflictKind::DeletedByThem:
        return ConflictText::tr("deleted by them");
    case Git::ConflictKind::AddedByUs:
        return ConflictText::tr("added by us");
    case Git::ConflictKind::AddedByThem:
        return ConflictText::tr("added by them");
    }
    return {};
}

QString ConflictWords::sentence(const Git::ConflictEntry &entry)
{
    if (entry.isSubmodule)
        return ConflictText::tr("A submodule: choose whose commit it is to stand at.");
    switch (entry.kind) {
    case Git::ConflictKind::BothDeleted:
        return ConflictText::tr("Both sides removed or renamed it. Taking either leaves no file here.");
    case Git::ConflictKind::DeletedByUs:
        return ConflictText::tr("We deleted it, they changed it. Ours leaves no file, theirs keeps it.");
    case Git::ConflictKind::DeletedByThem:
        return ConflictText::tr("They deleted it, we changed it. Ours keeps it, theirs leaves no file.");
    case Git::ConflictKind::AddedByUs:
        return ConflictText::tr("Only we have it here, by a rename. Ours keeps it, theirs leaves no file.");
    case Git::ConflictKind::AddedByThem:
        return ConflictText::tr("Only they have it here, by a rename. Ours leaves no file, theirs keeps it.");
    case Git::ConflictKind::BothModified:
    case Git::ConflictKind::BothAdded:
        break;
    }
    if (entry.isPointer)
        return ConflictText::tr("Git LFS keeps it elsewhere, so it has no lines to merge: choose a side.");
    if (entry.isBinary)
        return ConflictText::tr("It is binary, so it has no lines to merge: choose a side.");
    return entry.kind == Git::ConflictKind::BothAdded ? ConflictText::tr("Both sides added it.")
                                                      : ConflictText::tr("Both sides changed it.");
}

QString ConflictWords::ours(const Git::OperationState &state, const Git::Refs &refs)
{
    if (state.kind == Git::Operation::Rebase && !state.onto.isNull())
        return OperationWords::nameOf(state.onto, refs);
    const Git::Ref branch{.name = refs.head.branch, .kind = Git::RefKind::LocalBranch};
    return refs.head.state == Git::HeadState::Branch ? displayPath(branch.shortName())
                                                     : refs.head.target.abbreviated();
}

QString ConflictWords::theirs(const Git::OperationState &state, const Git::Refs &refs)
{
    if (state.commit.isNull())
        return ConflictText::tr("what is brought in");
    return state.kind == Git::Operation::Merge ? OperationWords::nameOf(state.commit, refs)
                                               : OperationWords::step(state);
}
