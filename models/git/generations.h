// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitsource.h"
#include "git/largearray.h"

namespace Git {

/// A generation for every commit of a graph, by position: greater than that of every parent.
struct Generations
{
    LargeArray<quint32> narrow;
    LargeArray<quint64> wide; ///< instead of narrow when one does not fit, that is after the year 2106
    bool areCorrectedDates = false;

    quint64 at(CommitPosition commit) const { return narrow ? narrow[commit] : wide[commit]; }
};

} // namespace Git
