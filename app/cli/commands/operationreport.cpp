// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/operationreport.h"

#include "app/cli/jsonbytes.h"
#include "app/cli/text.h"
#include "base/text.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QString conflictWord(Git::ConflictKind kind)
{
    switch (kind) {
    case Git::ConflictKind::BothModified:
        return u"both-modified"_s;
    case Git::ConflictKind::BothAdded:
        return u"both-added"_s;
    case Git::ConflictKind::BothDeleted:
        return u"both-deleted"_s;
    case Git::ConflictKind::DeletedByUs:
        return u"deleted-by-us"_s;
    case Git::ConflictKind::DeletedByThem:
        return u"deleted-by-them"_s;
    case Git::ConflictKind::AddedByUs:
        return u"added-by-us"_s;
    case Git::ConflictKind::AddedByThem:
        break;
    }
    return u"added-by-them"_s;
}

QString shortBranch(const QByteArray &name)
{
    return displayPath(Git::Ref{.name = name}.shortName());
}

QString progressSentence(Git::Operation operation)
{
    switch (operation) {
    case Git::Operation::None:
        break;
    case Git::Operation::Merge:
        return Text::tr("A merge is in progress");
    case Git::Operation::Rebase:
        return Text::tr("A rebase is in progress");
    case Git::Operation::CherryPick:
        return Text::tr("A cherry-pick is in progress");
    case Git::Operation::Revert:
        return Text::tr("A revert is in progress");
    case Git::Operation::Bisect:
        return Text::tr("A bisection is in progress");
    case Git::Operation::ApplyMailbox:
        return Text::tr("Patches are being applied (git am)");
    }
    return {};
}

} // namespace

QString operationWord(Git::Operation operation)
{
    switch (operation) {
    case Git::Operation::None:
        break;
    case Git::Operation::Merge:
        return u"merge"_s;
    case Git::Operation::Rebase:
        return u"rebase"_s;
    case Git::Operation::CherryPick:
        return u"cherry-pick"_s;
    case Git::Operation::Revert:
        return u"revert"_s;
    case Git::Operation::Bisect:
        return u"bisect"_s;
    case Git::Operation::ApplyMailbox:
        return u"am"_s;
    }
    return {};
}

QString operationText(const Git::OperationState &state)
{
    const QString sentence = progressSentence(state.kind);
    if (sentence.isEmpty() || state.step <= 0 || state.steps <= 0)
        return sentence;
    //: %1: a sentence: "A rebase is in progress"; %2, %3: numbers
    return Text::tr("%1, step %2 of %3")
        .arg(sentence, QString::number(state.step), QString::number(state.steps));
}

QJsonValue operationJson(const Git::OperationState &state, bool hasConflicts)
{
    if (state.kind == Git::Operation::None)
        return QJsonValue::Null;
    QJsonObject object{{u"kind"_s, operationWord(state.kind)}};
    if (state != Git::OperationState{.kind = state.kind}) { // else nothing is known but that there is one
        object.insert(u"canContinue"_s, state.canContinue() && !hasConflicts);
        object.insert(u"canSkip"_s, state.canSkip());
    }
    if (!state.branch.isEmpty())
        object.insert(u"branch"_s, shortBranch(state.branch));
    if (!state.onto.isNull())
        object.insert(u"onto"_s, state.onto.text());
    if (!state.commit.isNull())
        object.insert(u"commit"_s, state.commit.text());
    if (!state.subject.isEmpty())
        object.insert(u"subject"_s, state.subject);
    if (!state.todo.isEmpty())
        object.insert(u"remaining"_s, state.todo.size());
    if (state.step > 0)
        object.insert(u"step"_s, state.step);
    if (state.steps > 0)
        object.insert(u"steps"_s, state.steps);
    return object;
}

QJsonArray conflictsJson(const QList<Git::ConflictEntry> &conflicts)
{
    QJsonArray array;
    for (const Git::ConflictEntry &entry : conflicts) {
        QJsonObject object{{u"kind"_s, conflictWord(entry.kind)},
                           {u"binary"_s, entry.isBinary},
                           {u"lfs"_s, entry.isPointer},
                           {u"submodule"_s, entry.isSubmodule},
                           {u"markers"_s, entry.hasMarkers}};
        insertBytes(object, u"path"_s, entry.path);
        array += object;
    }
    return array;
}

} // namespace Cli
