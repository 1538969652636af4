// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commitactions.h"

#include "base/text.h"
#include "git/refname.h"
#include "workspace/branches/branchnames.h"
#include "workspace/undo/undocontroller.h"

CommitActionsController::CommitActionsController(RepositoryController &repository, QObject *parent)
    : RepositoryActions(repository, parent)
{}

template<class Work>
void CommitActionsController::change(const QString &doing, const QString &done, Work work)
{
    run<void>(doing, std::move(work), [this, done] { Q_EMIT succeeded(done); });
}

template<class Work>
void CommitActionsController::checkOut(const QString &doing, const QString &done, Work work)
{
    const Git::ObjectId tip = repository().refs().head.target;
    run<Git::CheckoutEnd>(doing, std::move(work), [this, done, tip](const Git::CheckoutEnd &end) {
        if (end.undo)
            repository().noteUndo(*end.undo);
        if (!end.problem.isEmpty())
            Q_EMIT failed({ErrorKind::External,
                           //: %1: such as "Checked out main"
                           tr("%1, but a hook failed behind it.").arg(done),
                           end.problem,
                           {}});
        else
            //: %1: such as "Checked out main"
            Q_EMIT succeeded(
                end.undo
                    ? tr("%1. Commits that are on no branch were left; Undo goes back to them.").arg(done)
                    : done);
        if (end.undo)
            Q_EMIT left(tip);
    });
}

template<class Work> void CommitActionsController::pick(const QString &doing, const QString &done, Work work)
{
    run<Git::PickEnd>(doing, std::move(work), [this, done](const Git::PickEnd &end) {
        if (end.conflicts > 0)
            Q_EMIT conflicted(tr("Conflicts in %n file(s): resolve them and commit, or abort.", nullptr,
                                 static_cast<int>(end.conflicts)));
        else
            Q_EMIT succeeded(done);
    });
}

QString CommitActionsController::branchProblem(const QString &name) const
{
    return newBranchProblem(repository().refs(), name);
}

QString CommitActionsController::tagProblem(const QString &name) const
{
    return newTagProblem(repository().refs(), name);
}

QByteArray CommitActionsController::localNameOf(const QByteArray &remoteBranch)
{
    if (!remoteBranch.startsWith(Git::kRemotes))
        return {};
    const qsizetype slash = remoteBranch.indexOf('/', Git::kRemotes.size());
    return slash < 0 ? QByteArray() : remoteBranch.sliced(slash + 1);
}

void CommitActionsController::checkoutBranch(const QByteArray &branch)
{
    const bool isRemote = branch.startsWith(Git::kRemotes);
    const QByteArray name =
        isRemote ? localNameOf(branch) : branch.sliced(std::min(branch.size(), Git::kBranches.size()));
    const QString shown = displayPath(name);
    //: %1: a branch
    checkOut(tr("Checking out %1").arg(shown), tr("Checked out %1").arg(shown),
             [branch, name, isRemote](const Git::Program &git, const CancelToken &cancel) {
                 return isRemote ? Git::checkoutRemoteBranch(git, branch, name, cancel)
                                 : Git::checkoutBranch(git, branch, cancel);
             });
}

void CommitActionsController::checkoutCommit(const Git::ObjectId &commit)
{
    const QString shown = commit.abbreviated();
    checkOut(tr("Checking out %1").arg(shown),
             //: %1: the short id of a commit
             tr("Checked out %1; HEAD is on no branch").arg(shown),
             [commit](const Git::Program &git, const CancelToken &cancel) {
                 return Git::checkoutCommit(git, commit, cancel);
             });
}

void CommitActionsController::createBranch(const QString &name, const Git::ObjectId &commit,
                                           Git::Afterwards afterwards)
{
    const QString shown = visibleText(name);
    //: %1: a branch
    checkOut(tr("Making the branch %1").arg(shown), tr("Made the branch %1").arg(shown),
             [name = name.toUtf8(), commit, afterwards](const Git::Program &git, const CancelToken &cancel) {
                 return Git::createBranch(git, name, commit, afterwards, cancel);
             });
}

void CommitActionsController::createTag(const QString &name, const Git::ObjectId &commit,
                                        const QString &message)
{
    const QString shown = visibleText(name);
    //: %1: a tag
    change(tr("Making the tag %1").arg(shown), tr("Made the tag %1").arg(shown),
           [name = name.toUtf8(), commit, message = message.toUtf8()](const Git::Program &git,
                                                                      const CancelToken &cancel) {
               return Git::createTag(git, name, commit, message, cancel);
           });
}

void CommitActionsController::cherryPick(const Git::ObjectId &commit, int mainline)
{
    const QString shown = commit.abbreviated();
    //: %1: the short id of a commit
    pick(tr("Picking %1").arg(shown), tr("Picked %1").arg(shown),
         [commit, mainline](const Git::Program &git, const CancelToken &cancel) {
             return Git::cherryPick(git, commit, mainline, cancel);
         });
}

void CommitActionsController::revertCommit(const Git::ObjectId &commit, int mainline)
{
    const QString shown = commit.abbreviated();
    //: %1: the short id of a commit
    pick(tr("Reverting %1").arg(shown), tr("Reverted %1").arg(shown),
         [commit, mainline](const Git::Program &git, const CancelToken &cancel) {
             return Git::revertCommit(git, commit, mainline, cancel);
         });
}

void CommitActionsController::cherryPickAll(const QList<Git::ObjectId> &commits)
{
    const auto count = static_cast<int>(commits.size());
    pick(tr("Picking %n commit(s)", nullptr, count), tr("Picked %n commit(s)", nullptr, count),
         [commits](const Git::Program &git, const CancelToken &cancel) {
             return Git::cherryPickAll(git, commits, cancel);
         });
}

void CommitActionsController::revertAll(const QList<Git::ObjectId> &commits)
{
    const auto count = static_cast<int>(commits.size());
    pick(tr("Reverting %n commit(s)", nullptr, count), tr("Reverted %n commit(s)", nullptr, count),
         [commits](const Git::Program &git, const CancelToken &cancel) {
             return Git::revertAll(git, commits, cancel);
         });
}

void CommitActionsController::reset(const Git::ObjectId &commit, Git::ResetKind kind)
{
    const Git::Head &head = repository().refs().head;
    const Git::ResetRequest request{.commit = commit,
                                    .kind = kind,
                                    .expectedBranch =
                                        head.state == Git::HeadState::Branch ? head.branch : QByteArray(),
                                    .expectedHead = head.target};
    const QString shown = commit.abbreviated();
    run<Git::ResetEnd>(
        //: %1: the short id of a commit
        tr("Resetting to %1").arg(shown),
        [request](const Git::Program &git, const CancelToken &cancel) {
            return Git::resetTo(git, request, cancel);
        },
        [this, shown](const Git::ResetEnd &end) {
            if (!end.undo) {
                Q_EMIT succeeded(tr("Reset to %1").arg(shown));
                return;
            }
            repository().noteUndo(*end.undo);
            const auto count = static_cast<int>(end.undo->paths.size());
            Q_EMIT succeeded(
                count == 0
                    //: %1: the short id of a commit
                    ? tr("Reset to %1. Undo takes it back.").arg(shown)
                    //: %1: the short id of a commit
                    : tr("Reset to %1; changes in %n file(s) were discarded. Undo brings everything back.",
                         nullptr, count)
                          .arg(shown));
        });
}

void CommitActionsController::undoLast()
{
    repository().undo().undoLast();
}
