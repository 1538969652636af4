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
    /// What readStagedPrint() said before that was shown; Conflict when something else is staged by now.
    /// Empty: any.
    QByteArray expectedStaged;
    std::optional<Person> author;   ///< in place of the user, or of the author of what is amended
    std::optional<Moment> authored; ///< in place of now, or of when what is amended was written
    bool resetsAuthor = false;      ///< what is amended becomes the user's, written now
    std::optional<bool> signs;      ///< nothing: as configured
    NetworkAccess asks = {};        ///< who is asked for the passphrase of an SSH key that signs
};

/// Under what git takes a message for UTF-8: KEY=VALUE. Only where it would not, because hooks see it, too.
QStringList encodingSetting(const RepoLocation &where);

QByteArray withLastLineFeed(const QByteArray &message);

/// Runs `git commit`, so hooks, signing and identity are the user's; no editor opens. onOutput gets what
/// hooks print, live. Returns the new commit, also where only a hook behind it failed or was ended. Invalid:
/// no message, nothing staged, no identity, an author or a date that Git cannot store. External: a hook or
/// git said no; message, index and HEAD are as before. Takes as long as the hooks do; cancelling ends them.
Result<ObjectId> createCommit(const Program &git, const CommitRequest &request,
                              const std::function<void(OutputChannel, QByteArrayView)> &onOutput,
                              const CancelToken &cancel);

} // namespace Git
