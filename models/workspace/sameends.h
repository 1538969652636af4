// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/log.h"

/// How many rows at both ends of a list are still those of an earlier one, whatever came between.
struct SameEnds
{
    qsizetype head = 0, tail = 0;

    static SameEnds all(qsizetype rows) { return {rows, rows}; }
    void clear() { *this = {}; }
    /// What is left of it after a change of the list.
    void take(const History::RowChange &change)
    {
        head = std::min(head, change.first);
        tail = std::min(tail, change.rowsBefore - change.first - change.removed);
    }
    /// Of a list of so many rows those that are not the same, from row head on.
    qsizetype between(qsizetype rows) const { return std::max<qsizetype>(rows - tail - head, 0); }
};
