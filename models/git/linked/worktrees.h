// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"
#include "git/linked/types.h"

namespace Git {

/// All work trees of the repository, the main one first, the others by name; also those whose folder is gone.
/// Starts nothing. Blocking; some small files each.
QList<Worktree> readWorktrees(const RepoLocation &where);

// What is done with work trees, by the git program. Blocking; trusted repositories only (Denied). Folders are
// absolute. Invalid: a request that makes no sense, said before git is started.

struct NewWorktree
{
    QByteArray folder; ///< absolute; not there, or empty
    QByteArray branch; ///< short name of a branch that is there; or, with isNewBranch, of one to be made
    bool isNewBranch = false;
    ObjectId start = {}; ///< of a new branch, or of a detached HEAD when there is no branch
};

/// Makes a linked work tree and checks out into it; the user's hooks run. Conflict: another work tree has the
/// branch, one that is to be made is there, or the folder is not empty. NotFound: there is no such branch.
Result<void> addWorktree(const Program &git, const NewWorktree &wanted, const CancelToken &cancel);

/// What goes when a linked work tree is removed.
struct WorktreeLoss
{
    qsizetype changed = 0;                 ///< tracked files that differ, staged or not
    qsizetype untracked = 0;               ///< files and folders that Git does not know
    qsizetype ignored = 0;                 ///< files and folders that it was told to ignore
    qsizetype commits = 0;                 ///< of a detached HEAD, that no branch or tag reaches
    Operation operation = Operation::None; ///< in progress there
    bool isNothing() const
    {
        return changed == 0 && untracked == 0 && commits == 0 && operation == Operation::None;
    }
};
Result<WorktreeLoss> readWorktreeLoss(const Program &git, const Worktree &tree, const CancelToken &cancel);

/// Removes a linked work tree with its folder. Its branch stays. Conflict: something would be lost that Git
/// knows of or could know of, see WorktreeLoss; only ignored files go with the folder. Invalid: the main one,
/// the location's own, a locked one.
Result<void> removeWorktree(const Program &git, const Worktree &tree, const CancelToken &cancel);

/// Forgets all linked work trees whose folders are gone and that are not locked. Conflict: one of them has
/// commits that no branch reaches, or an operation in progress. Returns those that are forgotten.
Result<QList<Worktree>> pruneWorktrees(const Program &git, const CancelToken &cancel);

/// A locked one is neither removed nor pruned. reason: one line; may be empty.
Result<void> lockWorktree(const Program &git, const Worktree &tree, const QByteArray &reason,
                          const CancelToken &cancel);
Result<void> unlockWorktree(const Program &git, const Worktree &tree, const CancelToken &cancel);

} // namespace Git
