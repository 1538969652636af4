// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

/// Another work tree of the same repository.
struct LinkedWorktree
{
    QByteArray path;   ///< absolute, of the folder; may be gone from the disk. Of a bare one its Git folder
    QByteArray branch; ///< full ref name; empty: detached
    ObjectId target;   ///< of a detached HEAD; else null
    bool operator==(const LinkedWorktree &) const = default;
};

/// The work trees but the location's own: the main one first, then those that `git worktree` linked, by name.
/// One whose files are damaged is left out. Blocking; some small files each.
QList<LinkedWorktree> readLinkedWorktrees(const RepoLocation &where);

} // namespace Git
