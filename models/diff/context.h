// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/types.h"

namespace Diff {

/// Lines of the new side, 1-based, both included.
struct LineSpan
{
    quint32 first = 1, last = 0;
    bool operator==(const LineSpan &) const = default;
};

/// What of a file is to be seen beside the lines around its changes.
struct ContextChoice
{
    bool isWhole = false; ///< all of it
    QList<LineSpan> spans;
    bool operator==(const ContextChoice &) const = default;
};

/// Of a difference that was read with all lines of the file, a difference with so many lines around each
/// change and the chosen ones. Hunks are as Git would make them, so lines of it can be staged. What is chosen
/// shows only where it adjoins what surrounds a change. O(lines).
FileDiff withContext(const FileDiff &whole, int contextLines, const ContextChoice &choice);

} // namespace Diff
