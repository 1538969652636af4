// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undo.h"

namespace Git {

// What is done with local branches without checking them out, by the git program with the user's hooks.
// Branches are full names, refs/heads/…. Blocking; trusted repositories only (Denied). Invalid: not such a
// name, or a request that makes no sense. Conflict: something else has the name, or the branch has moved.

/// Gives a branch another short name. Its configuration and reflog move along, and so does the HEAD of every
/// work tree that has it out.
Result<void> renameBranch(const Program &git, const QByteArray &branch, const QByteArray &newName,
                          const CancelToken &cancel);

/// How many commits would be reached by no branch, tag, stash or HEAD any more without the branch. Cost:
/// those commits, and all refs.
Result<qsizetype> countOwnCommits(const Program &git, const QByteArray &branch, const CancelToken &cancel);

struct DeletedBranch
{
    UndoRecord undo;
    qsizetype ownCommits = 0;   ///< that nothing else reaches; the record keeps them
    QList<QByteArray> settings; ///< of its configuration that was removed, KEY=VALUE
    QString problem;            ///< one sentence when its configuration was left; else empty
};

/// Deletes a branch that is still at the commit, merged or not, after recording it. Invalid: a work tree has
/// it out, or rebases or bisects it; it is only another name of a branch. Conflict: it has moved or is gone.
Result<DeletedBranch> deleteBranch(const Program &git, const QByteArray &branch, const ObjectId &expected,
                                   const CancelToken &cancel);

/// Lets a branch follow another one, refs/remotes/… or refs/heads/…. NotFound: it is not there.
Result<void> setUpstream(const Program &git, const QByteArray &branch, const QByteArray &upstream,
                         const CancelToken &cancel);
Result<void> unsetUpstream(const Program &git, const QByteArray &branch, const CancelToken &cancel);

} // namespace Git
