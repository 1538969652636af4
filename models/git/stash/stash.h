// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

namespace Git {

/// One entry of the stash. Actions name it by its commit: its number changes whenever another one comes or
/// goes.
struct StashEntry
{
    ObjectId commit;
    int number = 0;     ///< n of stash@{n} when it was read
    QByteArray message; ///< "On main: words" or "WIP on main: 1a2b3c4 subject", as Git wrote it
    QDateTime when;
    ObjectId base;      ///< the commit it was made on; null: the entry cannot be read
    ObjectId index;     ///< a commit: what was staged
    ObjectId untracked; ///< a commit: what was untracked; null: that was left
    bool operator==(const StashEntry &) const = default;
};

/// What is stashed, newest first. Reads the reflog itself and nothing of it into being. Shared by all work
/// trees of a repository. Any thread; blocking.
Result<QList<StashEntry>> readStashes(const RepoLocation &where, const CancelToken &cancel);

} // namespace Git
