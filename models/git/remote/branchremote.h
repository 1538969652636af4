// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/remote/remotes.h"

namespace Git {

/// How what was fetched gets into a branch.
enum class PullWay {
    Undecided, ///< nobody said: only where the branch just moves forward
    FastForwardOnly,
    Merge,
    MergeAlways, ///< makes a merge commit also where the branch could just move forward
    Rebase,
    RebaseMerges,
};

/// What configuration says about where a branch is fetched from and pushed to.
struct BranchRemote
{
    QByteArray remote; ///< that it follows; empty: none; ".": another branch of this repository
    QByteArray merge;  ///< full name of the branch at that remote
    QByteArray pushRemote;
    QByteArray pushDefault; ///< push.default; empty: as "simple"
    PullWay way = PullWay::Undecided;
    bool operator==(const BranchRemote &) const = default;
};

/// branch: full name; empty: HEAD is on none, then only what is said of all branches. Starts nothing.
Result<BranchRemote> readBranchRemote(const RepoLocation &where, const QByteArray &branch);

/// Where fetching keeps a ref of the remote here, "refs/remotes/origin/main"; empty: nowhere. Pure.
QByteArray trackingRefOf(const Remote &remote, const QByteArray &ref);

} // namespace Git
