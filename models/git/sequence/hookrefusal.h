// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

/// Whether a hook that --no-verify leaves out (pre-commit, pre-merge-commit, commit-msg) ended a commit of an
/// operation with this error: there is one, and git says nothing of its own. Starts git. Blocking.
bool isCommitHookRefusal(const Program &git, const Error &error);

/// Whether the pre-rebase hook ended a rebase with this error, before anything was begun.
bool isRebaseHookRefusal(const Error &error);
void explainHookRefusal(Error &error); ///< of a rebase, if it is one

} // namespace Git
