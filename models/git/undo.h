// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

/// A way back from something that was done to the repository: a commit under refs/plumbline/undo/, which
/// `git gc` leaves alone. undorecord.h says what it holds.
struct UndoRecord
{
    QByteArray ref;
    ObjectId commit;
    QDateTime when;
    QString meaning; ///< "Discarded web.yaml", "Discarded 3 lines of web.yaml", "Reset main to 1a2b3c4d"
    QList<QByteArray> paths; ///< files whose content it holds
    /// Why it cannot be taken back as HEAD and the branches are now, in some words: "main has moved on
    /// since"; empty: nothing of that kind stands in the way. Of readUndoRecords().
    QString obstacle;
    ObjectId committed; ///< of a commit: itself, for its message; else null
    bool operator==(const UndoRecord &) const = default;
};

/// Records that can be undone in this work tree, newest first. Reads with libgit2. A record that cannot be
/// read is left out.
Result<QList<UndoRecord>> readUndoRecords(const RepoLocation &where);

/// How long records are kept.
inline constexpr int kUndoDays = 30;

/// Those of every work tree that are older than that. Reads with libgit2.
Result<QList<UndoRecord>> readOutdatedUndoRecords(const RepoLocation &where, const QDateTime &now);

/// Removes them for good, all or none. Conflict: one is not what it was.
Result<void> removeUndoRecords(const Program &git, const QList<UndoRecord> &records,
                               const CancelToken &cancel);

enum class UndoExtent {
    Everything, ///< branch, what was staged, and files, or nothing of them
    FilesOnly,  ///< the files alone, into the work tree: what can be had when the branch has moved on
};

enum class UndoEnd {
    Whole, ///< the record is gone
    Part,  ///< the record stays: it holds more
};

/// Brings back what a record holds. Conflict: something was changed since and would be lost, or the branch
/// has moved on; then nothing was done, and the hint says what can be had. Invalid: not a record. NotFound:
/// it was undone or removed already. Later changes that concern none of its paths stay. One that was cut
/// short may be repeated. Once begun it is not cancelled.
Result<UndoEnd> undo(const Program &git, const UndoRecord &record, UndoExtent extent,
                     const CancelToken &cancel);

} // namespace Git
