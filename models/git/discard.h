// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

#include <QSet>

namespace Git {

/// A way back from one discard: a commit under refs/plumbline/undo/ whose tree holds the work-tree content of
/// the discarded paths, byte for byte, and whose message says what was left in their place.
struct UndoRecord
{
    QByteArray ref;
    ObjectId commit;
    QDateTime when;
    QString meaning; ///< "Discarded web.yaml", "Discarded 2 files", "Discarded 3 lines of web.yaml"
    QList<QByteArray> paths;
    bool operator==(const UndoRecord &) const = default;
};

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

/// Writes the recorded content back and drops the record. Conflict: a path was changed after the discard,
/// then nothing was done. One that was cut short may be repeated.
Result<void> undoDiscard(const Program &git, const UndoRecord &record, const CancelToken &cancel);

/// Records that are there, newest first. Reads with libgit2. A record that cannot be read is left out.
Result<QList<UndoRecord>> readUndoRecords(const RepoLocation &where);

} // namespace Git
