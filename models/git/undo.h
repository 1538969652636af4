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
    bool operator==(const UndoRecord &) const = default;
};

/// Records that are there, newest first. Reads with libgit2. A record that cannot be read is left out.
Result<QList<UndoRecord>> readUndoRecords(const RepoLocation &where);

enum class UndoExtent {
    Everything, ///< branch, what was staged, and files, or nothing of them
    FilesOnly,  ///< the files alone, into the work tree: what can be had when the branch has moved on
};

enum class UndoEnd {
    Whole, ///< the record is gone
    Part,  ///< the record stays: it holds more
};

/// Brings back what a record holds. Conflict: something was changed since and would be lost, or the branch
/// has moved on; then nothing was done, and the hint says what can be had. Invalid: not a record. Later
/// changes that concern none of its paths stay. One that was cut short may be repeated. Once begun it is not
/// cancelled.
Result<UndoEnd> undo(const Program &git, const UndoRecord &record, UndoExtent extent,
                     const CancelToken &cancel);

} // namespace Git
