// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

/// What discarding everything that is not staged would do, file by file.
struct DiscardPlan
{
    QList<QByteArray> reverted; ///< tracked files that go back to what is staged
    QList<QByteArray> deleted;  ///< untracked files
    QList<QByteArray> left;     ///< in conflict, a submodule, a repository of its own, or only announced

    QList<QByteArray> paths() const { return reverted + deleted; } ///< for discardPaths()
};

/// Of the work tree as it is now; ignored files are never part of it. What appears later is not either.
/// As readWorkStatus() has it. Blocking.
Result<DiscardPlan> planDiscardAll(const Program &git, const CancelToken &cancel);

} // namespace Git
