// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/types.h"

namespace Diff {

/// True when nothing but blanks, carriage returns, empty lines or the line feed at the end of the file
/// changed. A line that was broken in two is more than that. Says nothing about meaning: in YAML an
/// indentation matters. False for a hunk without changed lines. O(bytes of the hunk).
bool isWhitespaceOnly(const FileDiff &file, const Hunk &hunk);

} // namespace Diff
