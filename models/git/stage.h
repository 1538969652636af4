// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/patch.h"
#include "git/cli.h"

namespace Git {

class IndexLock;

enum class LineEnds {
    Checked,   ///< as core.safecrlf says
    Converted, ///< as the attributes say, whatever core.safecrlf thinks of it
};

/// Paths are repository-relative bytes and are taken literally; a folder ends with '/'. To unstage a rename,
/// give both of its paths.
Result<void> stagePaths(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel,
                        LineEnds ends = LineEnds::Checked);
/// With what was read while the index was held.
Result<void> stagePaths(const Program &git, IndexLock held, const QList<QByteArray> &paths,
                        const CancelToken &cancel, LineEnds ends = LineEnds::Checked);
/// Whether staging stopped only because core.safecrlf forbids to convert line ends.
bool isLineEndRefusal(const Error &error);
Result<void> unstagePaths(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel);

/// Stages or unstages the selected lines of a file's diff (as Git::readDiff gave it with IndexToWorkTree or
/// HeadToIndex). A change of mode goes with the last of the lines, alone where there are none; a rename stays
/// as it is. Conflict: the file changed since and the patch no longer fits; nothing was done. Invalid: no
/// such lines, or lines that are not what Git would stage because a filter or an encoding stands between: see
/// readConvertedDiff().
Result<void> stageLines(const Program &git, const Diff::FileDiff &file, const QSet<qsizetype> &lines,
                        const CancelToken &cancel);
Result<void> unstageLines(const Program &git, const Diff::FileDiff &file, const QSet<qsizetype> &lines,
                          const CancelToken &cancel);

/// The unstaged difference of one tracked file as the git program sees it, after the filters and encodings of
/// its attributes (working-tree-encoding, clean filters), which readDiff() does not apply. Empty: no
/// difference.
Result<QList<Diff::FileDiff>> readConvertedDiff(const Program &git, const QByteArray &path, int contextLines,
                                                const CancelToken &cancel);

} // namespace Git
