// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "diff/types.h"

namespace Diff {

struct LineMatch
{
    qsizetype file = 0, line = 0;
    quint32 start = 0, length = 0; ///< bytes of the line
    bool operator==(const LineMatch &) const = default;
};

struct Matches
{
    QList<LineMatch> list;  ///< in the order of the rows
    bool isComplete = true; ///< false when it stopped at the limit
};

/// Finds bytes in the lines of all files. Ignores the case of ASCII letters unless the needle has a capital
/// one. O(bytes). Blocking: for a worker.
Result<Matches> findInLines(const QList<FileDiff> &files, const QByteArray &needle, const CancelToken &cancel,
                            qsizetype limit = 100'000);

} // namespace Diff
