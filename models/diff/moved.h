// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "diff/types.h"

#include <QHash>

namespace Diff {

/// A line among several files.
struct LineKey
{
    qsizetype file = 0; ///< in the list of files
    qsizetype line = 0; ///< in FileDiff::lines
    bool operator==(const LineKey &) const = default;
    friend size_t qHash(const LineKey &key, size_t seed = 0) { return qHashMulti(seed, key.file, key.line); }
};

/// Lines that were taken away in one place and put, as they are, into another.
struct Moves
{
    QHash<LineKey, int> ids; ///< the lines of a block have the same id where they went and where they were
    qsizetype blocks = 0;
    bool isComplete = false; ///< false: too many lines, or cancelled; then there are no ids
};

/// Most changed lines that are looked at.
inline constexpr qsizetype kMostMovedLines = 300'000;

/// Finds blocks of at least 3 lines with a letter or digit, or with at least 20 letters and digits in all. A
/// block that was put into several places has an id for each; where it was has the first of them. Exact
/// bytes. O(changed lines), for a worker.
Moves findMoved(const QList<FileDiff> &files, const CancelToken &cancel);

} // namespace Diff
