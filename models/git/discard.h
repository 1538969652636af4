// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undo.h"

#include <QSet>

namespace Git {

/// Puts the work tree back to the index for tracked paths and removes untracked ones, after recording their
/// content. What the index holds is not touched; ignored files never are. A folder ends with '/'.
/// All or nothing is checked before the record is made. Invalid: a conflict, a submodule, a repository of its
/// own, an ignored file, a folder where a file should be. Conflict: nothing there to discard, or changed
/// meanwhile.
Result<UndoRecord> discardPaths(const Program &git, const QList<QByteArray> &paths,
                                const CancelToken &cancel);

/// Takes the selected lines of an IndexToWorkTree diff out of the work tree, after recording the file. All
/// other bytes stay as they are. Conflict: the file changed since. Invalid: as for stageLines().
Result<UndoRecord> discardLines(const Program &git, const Diff::FileDiff &file, const QSet<qsizetype> &lines,
                                const CancelToken &cancel);

} // namespace Git
