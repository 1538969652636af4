// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undorecord.h"

namespace Git {

/// What a record of what settlesConflict() holds beside files: what the index has at the paths now, and what
/// they are a conflict of.
Result<UndoContent> keepConflict(const Program &git, UndoAction action, const QList<QByteArray> &paths,
                                 const CancelToken &cancel);

/// The same with their files, which stay as they are.
Result<UndoRecord> recordMark(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel);

/// Stages again what was there, sides of conflicts among it, and brings the files back that were written.
/// Conflict: what was in progress is over, or something else was staged or written since that would be lost.
Result<UndoEnd> undoSettling(const Program &git, const UndoRecord &record, const UndoContent &content,
                             const CancelToken &cancel);

} // namespace Git
