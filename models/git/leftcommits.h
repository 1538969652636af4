// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undo.h"

namespace Git {

/// A record of the commit that HEAD is at when HEAD is on no branch and leaving it would leave commits that
/// no branch, tag or remote branch has; nothing else. to: where HEAD goes, when that is known already.
/// O(commits that are only there).
Result<std::optional<UndoRecord>> recordLeftCommits(const Program &git, const ObjectId &to,
                                                    const CancelToken &cancel);

} // namespace Git
