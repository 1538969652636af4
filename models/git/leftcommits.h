// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undo.h"

namespace Git {

/// A record of the commit that HEAD is at when HEAD is on no branch and leaving it would leave commits that
/// no branch, tag or remote branch has; nothing else. O(commits that are only there).
/// to: where HEAD goes, when that is known already. branch: its full name, when HEAD goes to one.
Result<std::optional<UndoRecord>> recordLeftCommits(const Program &git, const ObjectId &to,
                                                    const QByteArray &branch, const CancelToken &cancel);

} // namespace Git
