// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undo.h"

namespace Git {

// What is done with one commit, by the git program with the user's hooks and signing. Blocking; trusted
// repositories only (Denied). Cancelling ends the wait for a lock, and git when it only makes a branch or
// tag; what has begun to change the work tree runs to its end. Invalid: a name that git does not take (see
// refNameProblem()), or a request that makes no sense. Conflict: changes of the user, or an operation in
// progress, stand in the way. External: git or a hook said no, in git's own words.

/// How a checkout ended.
struct CheckoutEnd
{
    std::optional<UndoRecord> undo; ///< of commits that were left and are on no branch
    QString problem = {}; ///< what git or a hook said when it was checked out all the same; else empty
};

/// Switches to a local branch, by its full name refs/heads/….
Result<CheckoutEnd> checkoutBranch(const Program &git, const QByteArray &branch, const CancelToken &cancel);

/// Makes a local branch that follows a remote one (refs/remotes/…) and switches to it.
Result<CheckoutEnd> checkoutRemoteBranch(const Program &git, const QByteArray &remoteBranch,
                                         const QByteArray &name, const CancelToken &cancel);

/// Detaches HEAD.
Result<CheckoutEnd> checkoutCommit(const Program &git, const ObjectId &commit, const CancelToken &cancel);

enum class Afterwards { Stay, CheckOut };

/// A new local branch, which follows nothing. name: short.
Result<CheckoutEnd> createBranch(const Program &git, const QByteArray &name, const ObjectId &commit,
                                 Afterwards afterwards, const CancelToken &cancel);

/// Without a message lightweight, else annotated, and signed where tag.gpgSign says so. The message is stored
/// as it is.
Result<void> createTag(const Program &git, const QByteArray &name, const ObjectId &commit,
                       const QByteArray &message, const CancelToken &cancel);

/// How a cherry-pick or a revert ended.
struct PickEnd
{
    ObjectId commit;         ///< the new one; null with conflicts
    qsizetype conflicts = 0; ///< files; the operation is then in progress, see advanceOperation()
    bool operator==(const PickEnd &) const = default;
};

/// mainline: which parent of a merge counts as what was there before, from 1; 0 for all other commits. When
/// nothing would change, nothing is left in progress (Invalid).
Result<PickEnd> cherryPick(const Program &git, const ObjectId &commit, int mainline,
                           const CancelToken &cancel);
Result<PickEnd> revertCommit(const Program &git, const ObjectId &commit, int mainline,
                             const CancelToken &cancel);

/// The same of several, in this order; none may be a merge (Invalid). With conflicts in one of them those
/// behind it wait, see advanceOperation(); so does what would change nothing (Conflict): it is to be skipped.
Result<PickEnd> cherryPickAll(const Program &git, const QList<ObjectId> &commits, const CancelToken &cancel);
Result<PickEnd> revertAll(const Program &git, const QList<ObjectId> &commits, const CancelToken &cancel);

enum class ResetKind {
    Soft,  ///< moves the branch only
    Mixed, ///< and empties what is staged
    Hard,  ///< and makes the work tree like the commit
};

struct ResetRequest
{
    ObjectId commit;
    ResetKind kind = ResetKind::Mixed;
    QByteArray expectedBranch; ///< full name of the branch that was shown; empty: HEAD was detached
    ObjectId expectedHead;     ///< Conflict when HEAD is elsewhere by now
};

struct ResetEnd
{
    std::optional<UndoRecord> undo; ///< nothing when the reset only repeated what was there
};

/// Moves HEAD's branch, after recording where it was, what was staged (also with conflicts, and the operation
/// in progress) and, for a hard reset, the content of the work tree that it overwrites or removes: undo()
/// brings all of it back. A hard reset is refused (Invalid) where that could not be: folders and repositories
/// that stand where files should be. What git calls unchanged is not recorded but checked out again.
Result<ResetEnd> resetTo(const Program &git, const ResetRequest &request, const CancelToken &cancel);

} // namespace Git
