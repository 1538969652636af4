// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "drafting/types.h"

namespace Drafting {

/// What the changes do, as plain text: one block for each environment, one line for each kind of change, and
/// at the end how many files and lines. Values that look secret are left out. Deterministic. Empty for no
/// changes.
QString describeChanges(const QList<Change> &changes);

/// The same for what `git diff` printed. Invalid: not a diff, or one without a change.
Result<QString> describeDiff(QByteArrayView unifiedDiff);

} // namespace Drafting
