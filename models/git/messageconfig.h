// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

namespace Git {

/// What `git commit` would do with a message, by commit.cleanup.
enum class MessageCleanup { Default, Strip, Whitespace, Verbatim, Scissors };

/// What Git's configuration says about commit messages.
struct MessageConfig
{
    QByteArray templateText; ///< of the file that commit.template names
    QString templateProblem; ///< one sentence when there is such a file and it is not used; else empty
    MessageCleanup cleanup = MessageCleanup::Default;
    QByteArray commentPrefix = "#"; ///< core.commentString or core.commentChar; empty: git chooses ("auto")
    bool signs = false;             ///< commit.gpgSign
};

/// Reads with libgit2. A template that the repository's own configuration names is read only with trust: it
/// could be any file of the user. Blocking.
Result<MessageConfig> readMessageConfig(const RepoLocation &where, const CancelToken &cancel);

} // namespace Git
