// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

namespace Git {

/// What is going on in a work tree and how far it is.
struct OperationState
{
    Operation kind = Operation::None;
    QByteArray branch;      ///< full name of the branch that is changed; empty: HEAD is detached, or unknown
    ObjectId onto;          ///< of a rebase
    ObjectId original;      ///< where the branch was before a rebase, or a list of picks or reverts
    ObjectId commit;        ///< that is being merged, applied, picked or reverted; null: none is. Of a
                            ///< bisection the first bad one, once it is found
    QString subject;        ///< of that commit, decoded; empty when it cannot be read
    qsizetype step = 0;     ///< from 1; 0: unknown
    qsizetype steps = 0;    ///< 0: unknown
    QList<QByteArray> todo; ///< lines of git's list that are still to come, without comments
    bool isInteractive = false;
    bool operator==(const OperationState &) const = default;

    bool canContinue() const { return kind != Operation::None && kind != Operation::Bisect; }
    bool canSkip() const { return canContinue() && kind != Operation::Merge; }
};

/// Reads git's files about it, each as far as 4 MiB. They are the repository's: no link is followed and no
/// pipe waited for. Invalid or Denied: one of them is not what git writes, with its name; then nothing is
/// known about the operation but that there is one.
Result<OperationState> readOperation(const RepoLocation &where, const CancelToken &cancel);

} // namespace Git
