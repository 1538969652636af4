// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sequence/operationwords.h"

#include "base/text.h"

using namespace Qt::StringLiterals;

namespace {

struct OperationText
{
    Q_DECLARE_TR_FUNCTIONS(OperationWords)
};

QString branchOf(const Git::OperationState &state)
{
    const Git::Ref ref{.name = state.branch, .kind = Git::RefKind::LocalBranch};
    return state.branch.isEmpty() ? u"HEAD"_s : displayPath(ref.shortName());
}

QString withSteps(const QString &sentence, const Git::OperationState &state)
{
    if (state.step <= 0 || state.steps <= 0 || (state.steps == 1 && state.kind != Git::Operation::Rebase))
        return sentence;
    //: %1: such as "Rebasing topic onto main"
    return OperationText::tr("%1: step %2 of %3")
        .arg(sentence, QString::number(state.step), QString::number(state.steps));
}

QString rebaseSentence(const Git::OperationState &state, const Git::Refs &refs)
{
    if (state.onto.isNull())
        //: %1: a branch
        return OperationText::tr("Rebasing %1").arg(branchOf(state));
    //: %1: a branch; %2: a branch or the short id of a commit
    return OperationText::tr("Rebasing %1 onto %2")
        .arg(branchOf(state), OperationWords::nameOf(state.onto, refs));
}

QString wordOf(Git::Operation kind)
{
    switch (kind) {
    case Git::Operation::Merge:
        return OperationText::tr("the merge");
    case Git::Operation::Rebase:
        return OperationText::tr("the rebase");
    case Git::Operation::CherryPick:
        return OperationText::tr("the cherry-pick");
    case Git::Operation::Revert:
        return OperationText::tr("the revert");
    case Git::Operation::Bisect:
        return OperationText::tr("the bisection");
    case Git::Operation::ApplyMailbox:
        return OperationText::tr("applying patches");
    case Git::Operation::None:
        break;
    }
    return OperationText::tr("the operation");
}

} // namespace

QString OperationWords::nameOf(const Git::ObjectId &commit, const Git::Refs &refs)
{
    for (const Git::RefKind kind : {Git::RefKind::LocalBranch, Git::RefKind::RemoteBranch}) {
        for (const Git::Ref &ref : refs.all) {
            if (ref.kind == kind && ref.target == commit)
                return displayPath(ref.shortName());
        }
    }
    return commit.abbreviated();
}

QString OperationWords::sentence(const Git::OperationState &state, const Git::Refs &refs)
{
    switch (state.kind) {
    case Git::Operation::None:
        return {};
    case Git::Operation::Merge:
        return state.commit.isNull()
                   //: %1: a branch
                   ? OperationText::tr("Merging into %1").arg(branchOf(state))
                   //: %1: a branch or the short id of a commit; %2: a branch
                   : OperationText::tr("Merging %1 into %2").arg(nameOf(state.commit, refs), branchOf(state));
    case Git::Operation::Rebase:
        return withSteps(rebaseSentence(state, refs), state);
    case Git::Operation::CherryPick:
        //: %1: a branch
        return withSteps(OperationText::tr("Cherry-picking onto %1").arg(branchOf(state)), state);
    case Git::Operation::Revert:
        //: %1: a branch
        return withSteps(OperationText::tr("Reverting on %1").arg(branchOf(state)), state);
    case Git::Operation::Bisect:
        return state.commit.isNull()
                   //: %1: a branch
                   ? OperationText::tr("Bisecting; it began on %1").arg(branchOf(state))
                   : OperationText::tr("This is the first bad commit:");
    case Git::Operation::ApplyMailbox:
        //: %1: a branch
        return withSteps(OperationText::tr("Applying patches to %1").arg(branchOf(state)), state);
    }
    return {};
}

QString OperationWords::step(const Git::OperationState &state)
{
    if (state.commit.isNull())
        return {};
    return state.commit.abbreviated() + u' ' + visibleText(firstLine(state.subject, 200));
}

QString OperationWords::doing(Git::Operation kind, Git::Advance how)
{
    switch (how) {
    case Git::Advance::Continue:
        //: %1: such as "the rebase"
        return OperationText::tr("Continuing %1").arg(wordOf(kind));
    case Git::Advance::Skip:
        return OperationText::tr("Skipping the present step");
    case Git::Advance::Quit:
        //: %1: such as "the rebase"
        return OperationText::tr("Forgetting %1").arg(wordOf(kind));
    case Git::Advance::Abort:
        break;
    }
    //: %1: such as "the rebase"
    return OperationText::tr("Aborting %1").arg(wordOf(kind));
}

QString OperationWords::done(Git::Operation kind, const Git::AdvanceEnd &end, Git::Advance how)
{
    if (how == Git::Advance::Abort)
        return end.undo ? OperationText::tr("Aborted. Undo brings back what was resolved.")
                        : OperationText::tr("Aborted; everything is as before");
    if (how == Git::Advance::Quit)
        //: %1: such as "the rebase"
        return OperationText::tr("Forgot %1; index and files are as they were").arg(wordOf(kind));
    if (end.end.outcome == Git::SequenceOutcome::Conflicts)
        return OperationText::tr("Went on to the next conflicts, in %n file(s)", nullptr,
                                 static_cast<int>(end.end.conflicts.size()));
    if (end.end.outcome == Git::SequenceOutcome::Stopped)
        return OperationText::tr("Went on to the next stop");
    //: %1: such as "the rebase"
    return OperationText::tr("Finished %1").arg(wordOf(kind));
}

QString OperationWords::abortWords(const Git::OperationState &state)
{
    const QString branch = branchOf(state);
    const QString all = OperationText::tr("What you changed, resolved and staged since is recorded first; "
                                          "Undo brings all of it back.");
    const QString files = OperationText::tr(
        "What you changed and resolved since is recorded first, and the commits made so far are kept; "
        "Undo brings the files back.");
    switch (state.kind) {
    case Git::Operation::Merge:
        //: %1: a branch
        return OperationText::tr("%1 stays where it is; index and files go back to before the merge.")
                   .arg(branch) +
               u' ' + all;
    case Git::Operation::CherryPick:
    case Git::Operation::Revert:
        //: %1: a branch
        return OperationText::tr("%1 and its files go back to before the first of the commits.").arg(branch) +
               u' ' + all;
    case Git::Operation::Rebase:
        return (state.original.isNull()
                    //: %1: a branch
                    ? OperationText::tr("%1 goes back to before the rebase.").arg(branch)
                    //: %1: a branch; %2: the short id of a commit
                    : OperationText::tr("%1 goes back to %2, as before the rebase.")
                          .arg(branch, state.original.abbreviated())) +
               u' ' + files;
    case Git::Operation::Bisect:
    case Git::Operation::ApplyMailbox:
    case Git::Operation::None:
        break;
    }
    //: %1: a branch
    return OperationText::tr("%1 goes back to where it was before.").arg(branch) + u' ' + files;
}

QString OperationWords::abortAction(Git::Operation kind)
{
    switch (kind) {
    case Git::Operation::Merge:
        return OperationText::tr("Abort merge");
    case Git::Operation::Rebase:
        return OperationText::tr("Abort rebase");
    case Git::Operation::CherryPick:
        return OperationText::tr("Abort cherry-pick");
    case Git::Operation::Revert:
        return OperationText::tr("Abort revert");
    case Git::Operation::Bisect:
        return OperationText::tr("End bisection");
    case Git::Operation::ApplyMailbox:
    case Git::Operation::None:
        break;
    }
    return OperationText::tr("Abort");
}

QString OperationWords::forgetWords(const Git::OperationState &state)
{
    const QString all =
        OperationText::tr("Git's notes about it are damaged, so it may be neither continued nor "
                          "aborted. Forgetting it leaves HEAD, what is staged and all files as "
                          "they are, with their conflicts.");
    return state.kind == Git::Operation::Rebase
               ? QString(all + u' ' +
                         OperationText::tr("HEAD stays on no branch; the branch is where it was before."))
               : all;
}
