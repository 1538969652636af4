// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "diff/types.h"

namespace Diff {

/// Reads what `git diff` prints (with or without a/ b/ prefixes, quoted names, renames, modes, binary notes).
/// Text before the first "diff --git" is ignored. Invalid: names the line at which it stopped making sense.
Result<QList<FileDiff>> parseUnified(QByteArrayView text);

} // namespace Diff
