// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/types.h"

namespace Diff {

/// Where a line of the new text stood in the old one; both 0-based. An unchanged line: where it was. One that
/// replaced others: the one of them that it resembles most, else the n-th for the n-th. One that was put in:
/// the line above it. Hunks may have any context. O(lines of the file's difference).
qsizetype lineBefore(const FileDiff &file, qsizetype line);

} // namespace Diff
