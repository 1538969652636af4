// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

/// A work tree that needs a branch.
struct BranchUse
{
    enum class Why {
        CheckedOut,
        Rebased,  ///< a rebase of it is in progress
        Bisected, ///< a bisection goes back to it
    };

    QByteArray folder; ///< of the work tree, or of a bare repository
    Why why = Why::CheckedOut;
    bool isHere = false; ///< the location's own
    bool operator==(const BranchUse &) const = default;
};

/// The first work tree of the repository, its own before the others, that has the branch (refs/heads/…) out
/// or will go back to it. Also those whose folder is gone, as for git. Blocking; some small files each.
std::optional<BranchUse> findBranchUse(const RepoLocation &where, const QByteArray &branch);

} // namespace Git
