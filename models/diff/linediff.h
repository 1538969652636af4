// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/merge3.h"

namespace Diff {

/// Lines of one text that stand in the place of lines of another.
struct Replacement
{
    LineRange before, after;
};

/// What makes the second list of the first, in order; neighbours have at least one common line between them.
/// Where a change could stand in several places it stands in the last. See merge3().
QList<Replacement> compareLines(const QList<int> &before, const QList<int> &after);

} // namespace Diff
