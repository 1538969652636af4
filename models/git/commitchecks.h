// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitwrite.h"

namespace Git {

/// What would make git refuse the commit, or make another one than was asked for; errors as createCommit().
Result<void> checkCommit(const Program &git, const CommitRequest &request, const CancelToken &cancel);

// What may change while git and its hooks wait.
Result<void> checkExpectedHead(const Program &git, const CommitRequest &request);
Result<void> checkExpectedStaged(const Program &git, const CommitRequest &request, const CancelToken &cancel);

} // namespace Git
