// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/linked/worktreechanges.h"

#include "base/text.h"
#include "workspace/branches/branchnames.h"

WorktreeChanges::WorktreeChanges(RepositoryController &repository, QObject *parent)
    : RepositoryActions(repository, parent)
{}

QString WorktreeChanges::branchProblem(const QString &name) const
{
    return newBranchProblem(repository().refs(), name);
}

void WorktreeChanges::add(const Git::NewWorktree &wanted)
{
    const QString shown = displayPath(wanted.folder);
    //: %1: a path
    run<void>(
        tr("Making the work tree %1").arg(shown),
        [wanted](const Git::Program &git, const CancelToken &cancel) {
            return Git::addWorktree(git, wanted, cancel);
        },
        [this, shown, folder = wanted.folder] {
            //: %1: a path
            Q_EMIT succeeded(tr("Made the work tree %1").arg(shown));
            Q_EMIT added(folder);
        });
}

void WorktreeChanges::planRemoval(const Git::Worktree &tree)
{
    run<Git::WorktreeLoss>(
        tr("Looking at the work tree"),
        [tree](const Git::Program &git, const CancelToken &cancel) {
            return Git::readWorktreeLoss(git, tree, cancel);
        },
        [this, tree](const Git::WorktreeLoss &loss) {
            if (loss.isNothing())
                Q_EMIT removalPlanned(tree, loss);
            else
                remove(tree); // which says why not
        });
}

void WorktreeChanges::remove(const Git::Worktree &tree)
{
    const QString shown = displayPath(tree.path);
    //: %1: a path
    run<void>(
        tr("Removing the work tree %1").arg(shown),
        [tree](const Git::Program &git, const CancelToken &cancel) {
            return Git::removeWorktree(git, tree, cancel);
        },
        //: %1: a path
        [this, shown] { Q_EMIT succeeded(tr("Removed the work tree %1").arg(shown)); });
}

void WorktreeChanges::prune()
{
    run<QList<Git::Worktree>>(
        tr("Forgetting work trees that are gone"),
        [](const Git::Program &git, const CancelToken &cancel) { return Git::pruneWorktrees(git, cancel); },
        [this](const QList<Git::Worktree> &gone) {
            Q_EMIT succeeded(tr("%n work tree(s) forgotten", nullptr, static_cast<int>(gone.size())));
        });
}

void WorktreeChanges::setLocked(const Git::Worktree &tree, bool isLocked)
{
    const QString shown = displayPath(tree.path);
    run<void>(
        isLocked ? tr("Locking the work tree") : tr("Unlocking the work tree"),
        [tree, isLocked](const Git::Program &git, const CancelToken &cancel) {
            return isLocked ? Git::lockWorktree(git, tree, {}, cancel)
                            : Git::unlockWorktree(git, tree, cancel);
        },
        [this, shown, isLocked] {
            //: %1: a path
            Q_EMIT succeeded((isLocked ? tr("Locked %1") : tr("Unlocked %1")).arg(shown));
        });
}
