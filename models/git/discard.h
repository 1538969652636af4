// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

#include <QSet>

namespace Git {

/// A way back from one discard: a commit under refs/plumbline/undo/ whose tree holds the work-tree content of the
/// discarded paths.
struct UndoRecord
{
    QByteArray ref;
    ObjectId commit;
    QDateTime when;
    QString meaning; ///< "Discarded 2 files"
    QList<QByteArray> paths;
    bool operator==(const UndoRecord &) const = default;
};

/// Puts the work tree back to the index for tracked paths and removes untracked ones, after recording their content.
/// The index is not touched; ignored files never are.
Result<UndoRecord> discardPaths(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel);

/// Takes the selected lines of an IndexToWorkTree diff out of the work tree, after recording the file.
/// Conflict: the file changed since.
Result<UndoRecord> discardLines(const Program &git, const Diff::FileDiff &file, const QSet<qsizetype> &lines,
                                const CancelToken &cancel);

/// Writes the recorded content back and drops the record. Conflict: a path was changed after the discard.
Result<void> undoDiscard(const Program &git, const UndoRecord &record, const CancelToken &cancel);

/// Records that are there, newest first. Reads with libgit2.
Result<QList<UndoRecord>> readUndoRecords(const RepoLocation &where);

} // namespace Git
