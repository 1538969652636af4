// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/discard.h"
#include "git/filestate.h"

namespace Git {

// How a discard is written down. The tree of the record's commit holds what was there before, at its own
// path; each path has a trailer that says what was put in its place, so that an undo can tell whether
// somebody changed it since:
//     Plumbline-Discarded: (index|content|absent) MODE ID "PATH"
// A discard of lines has one more:
//     Plumbline-Lines: COUNT

enum class Aftermath {
    Index,   ///< what the index held: its entry's mode and id
    Content, ///< these bytes
    Absent,  ///< nothing
};

struct Discarded
{
    QByteArray path;
    FileState before;
    Aftermath aftermath = Aftermath::Absent;
    quint32 mode = 0; ///< of the aftermath
    ObjectId id;
};

/// Keeps the content, which is in the object database already, under a new ref. lineCount: how many lines of
/// the one file were discarded; 0: whole files.
Result<UndoRecord> writeUndoRecord(const Program &git, const QList<Discarded> &discarded, qsizetype lineCount,
                                   const CancelToken &cancel);

/// What a record's commit says. Invalid: not a record.
Result<QList<Discarded>> readDiscarded(const RepoLocation &where, const ObjectId &commit);

Result<void> dropUndoRecord(const Program &git, const UndoRecord &record, const CancelToken &cancel);

} // namespace Git
