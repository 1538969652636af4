// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"
#include "git/diff.h"
#include "git/status.h"

namespace Git {

// What is not staged, as `git diff` and `git status` have it: a file that a filter or an encoding of its
// attributes changes on its way into Git is compared as Git would store it. readDiff() and readStatus() run
// nothing, so such a file differs there throughout.

/// As readDiff() with the request, of which the sides are IndexToWorkTree. One run of the git program for
/// each such file that changed or is new; without one nothing is run. What Git refuses to convert is
/// Unreadable with Git's words, and in a repository that is not trusted so is each such file that changed.
Result<QList<Diff::FileDiff>> readWorkDiff(const Program &git, const DiffRequest &request,
                                           const CancelToken &cancel);

/// As readStatus(). In a trusted repository the git program is asked when there is such a file among the
/// changed ones; in others they stay in the list.
Result<Status> readWorkStatus(const Program &git, const StatusOptions &options, const CancelToken &cancel);

} // namespace Git
