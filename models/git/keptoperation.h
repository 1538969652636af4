// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

// A merge, cherry-pick or revert in progress is some files of the Git folder, which a reset removes. They are
// kept as a commit whose tree holds them by name, and whose parents are the commits they name.

/// Null when nothing is in progress.
Result<ObjectId> keepOperation(const Program &git, const CancelToken &cancel);

/// Conflict: another operation is in progress.
Result<void> checkOperation(const RepoLocation &where, const ObjectId &kept);

/// Puts the files back, unless they are there. Others that the commit may hold are left out.
Result<void> bringOperationBack(const RepoLocation &where, const ObjectId &kept);

} // namespace Git
