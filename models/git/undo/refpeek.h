// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

// What refs are at, as they are now, without a process: some 0.1 ms. Nothing: it cannot be told so, and git
// has to be asked. Any thread.

/// name: full, or HEAD. Null: there is none.
std::optional<ObjectId> peekRef(const RepoLocation &where, const QByteArray &name);

/// Null: HEAD has no commit yet.
std::optional<ObjectId> peekHeadCommit(const RepoLocation &where);

/// The full name of the branch that HEAD is on; empty: on none.
std::optional<QByteArray> peekHeadBranch(const RepoLocation &where);

/// Whether the index is other than HEAD.
std::optional<bool> peekStaged(const RepoLocation &where);

} // namespace Git
