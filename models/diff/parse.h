// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "diff/types.h"

namespace Diff {

/// Reads what `git diff` prints (with or without a/ b/ prefixes, quoted names, renames, modes, binary notes).
/// Text before the first "diff --git" is ignored. Ids stay as short as they were printed; a pure rename
/// prints no modes, so both are 0; sizes are not in such a text. A file in conflict becomes one Conflicted
/// entry without lines. Invalid: names the line at which it stopped making sense, a text cut short included.
/// O(bytes), any input.
Result<QList<FileDiff>> parseUnified(QByteArrayView text);

} // namespace Diff
