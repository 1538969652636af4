// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/types.h"

namespace Diff {

LineCounts countLines(const FileDiff &file)
{
    LineCounts counts;
    for (const Line &line : file.lines) {
        counts.added += line.origin == LineOrigin::Added;
        counts.removed += line.origin == LineOrigin::Removed;
    }
    return counts;
}

} // namespace Diff
