// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

struct CommitRequest
{
    QByteArray
        message; ///< UTF-8, stored byte for byte (a missing last line feed is added); comment lines are kept
    bool amends = false;
    bool signsOff = false;
    bool skipsHooks = false; ///< pre-commit and commit-msg, as `git commit --no-verify` does
    /// What the window showed; a commit is refused with Conflict when HEAD has moved since. Null: unborn or
    /// any.
    ObjectId expectedHead;
};

/// Runs `git commit`, so hooks, signing and identity are the user's; no editor opens. onOutput gets what
/// hooks print, live. Returns the new commit. Invalid: no message, nothing staged, no identity. External: a
/// hook or git said no; message, index and HEAD are as before. Takes as long as the hooks do; cancelling ends
/// them.
Result<ObjectId> createCommit(const Program &git, const CommitRequest &request,
                              const std::function<void(OutputChannel, QByteArrayView)> &onOutput,
                              const CancelToken &cancel);

} // namespace Git
