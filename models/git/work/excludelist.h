// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undorecord.h"

namespace Git {

inline constexpr qint64 kLargestIgnoreList = 16 * 1024 * 1024; // bytes

/// Invalid: a list of ignored files is no text.
Result<void> checkIgnoreList(const QByteArray &content, const QByteArray &list);

// info/exclude in the Git folder that all work trees share. Its record names it so, as if it were a path of
// the work tree.

/// Adds lines to its end, after recording it. Invalid: it is no text, or too large. Conflict: it is being
/// changed.
Result<UndoRecord> addToExclude(const Program &git, const QList<QByteArray> &patterns,
                                const CancelToken &cancel);

/// Conflict: it was changed since.
Result<UndoEnd> undoExclude(const Program &git, const UndoRecord &record, const UndoContent &content,
                            const CancelToken &cancel);

} // namespace Git
