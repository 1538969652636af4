// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undorecord.h"
#include "git/worktree.h"

namespace Git {

/// Conflict: a file is not what it was when its state was read. Goes by size and time: enough to narrow the
/// moment in which another program's write could be lost.
Result<void> checkUnchanged(const WorkTree &tree, const QList<Discarded> &files);

/// The error of what failed when the record was there already.
std::unexpected<Error> failAfterRecord(Error error, const UndoRecord &record);

/// A file of the work tree that is to have other content.
struct NewContent
{
    QByteArray path, content;
    std::optional<ObjectId> expected =
        {};                      ///< what it has to hold; null: there must be none. Nothing: anything
    quint32 modeOfNew = 0100644; ///< where there is none yet
};

/// Writes files, after recording what they hold. what: the rest of the record. Conflict: one is not what is
/// expected, or is being changed.
Result<UndoRecord> writeRecorded(const Program &git, UndoContent what, const QList<NewContent> &files,
                                 const CancelToken &cancel);

} // namespace Git
