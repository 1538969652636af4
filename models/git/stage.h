// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/patch.h"
#include "git/cli.h"

namespace Git {

/// Paths are repository-relative bytes and are taken literally; a folder ends with '/'.
Result<void> stagePaths(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel);
Result<void> unstagePaths(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel);

/// Stages or unstages the selected lines of a file's diff (as Git::readDiff gave it with IndexToWorkTree or
/// HeadToIndex). Conflict: the file changed since and the patch no longer fits; nothing was done.
Result<void> stageLines(const Program &git, const Diff::FileDiff &file, const QSet<qsizetype> &lines,
                        const CancelToken &cancel);
Result<void> unstageLines(const Program &git, const Diff::FileDiff &file, const QSet<qsizetype> &lines,
                          const CancelToken &cancel);

} // namespace Git
