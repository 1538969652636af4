// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/commititems.h"

/// The lines from one commit to its parents and children, as far as rows are at hand: which strokes of which
/// rows they run through.
class EdgeChain
{
public:
    /// Follows the lines of a row through those from first to last. Rows that are not loaded end them.
    /// O(rows in between); nothing when the row is farther away than some screens.
    void follow(const CommitItems &commits, int row, int first, int last);

    bool has(int row, const History::Stroke &stroke, int fold) const;
    bool isEmpty() const { return m_rows.isEmpty(); }

private:
    using Columns = quint64; ///< a bit each

    struct Marks
    {
        Columns through = 0, into = 0, outOf = 0;
    };

    static Columns columnsOf(const History::GraphRow &row, History::StrokeKind kind);
    void followDown(const CommitItems &commits, int row, int last);
    void followUp(const CommitItems &commits, int row, int first);

    QHash<int, Marks> m_rows;
};
