// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/messageconfig.h"

namespace Git {

/// The message that git has prepared for the next commit: of a merge, pick, revert, squash or step of a
/// rebase, whoever began it (SQUASH_MSG and MERGE_MSG, in the order in which `git commit` takes them).
/// Without what commit.cleanup says git would take away of it when somebody edits it. UTF-8, no line feed at
/// its end; empty: none is prepared. Blocking; two small files. Invalid: one is no file, or over 1 MiB.
Result<QByteArray> readPreparedMessage(const RepoLocation &where, const CancelToken &cancel);

/// What is left of a message by these rules. Pure.
QByteArray cleanedMessage(const QByteArray &message, const MessageConfig &config);

} // namespace Git
