// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/types.h"

namespace History {

namespace {

/// How many lanes the fold stands for at one edge. Columns may be named twice: a merge's line and a lane that
/// passes share the lower edge.
class HiddenLanes
{
public:
    HiddenLanes(const GraphRow &row, int hiddenBefore)
        : m_fold(row.fold)
        , m_hiddenBefore(hiddenBefore)
    {}

    void add(int column)
    {
        if (column != m_fold)
            m_columns += column;
    }

    int count()
    {
        std::ranges::sort(m_columns);
        const auto repeated = std::ranges::unique(m_columns);
        return m_hiddenBefore + static_cast<int>(repeated.begin() - m_columns.begin());
    }

private:
    QList<int> m_columns;
    int m_fold;
    int m_hiddenBefore;
};

} // namespace

GraphRow folded(GraphRow row, int maxColumns)
{
    const int width = std::max(1, maxColumns);
    if (row.width <= width)
        return row;
    const int fold = width - 1;
    HiddenLanes above(row, row.hiddenAbove), below(row, row.hiddenBelow);
    bool passes = false, ends = false, leaves = false;
    QList<Stroke> kept, leaving;
    for (const Stroke &stroke : std::as_const(row.strokes)) {
        QList<Stroke> &list = stroke.kind == StrokeKind::OutOf ? leaving : kept;
        if (stroke.column < fold) {
            list += stroke;
            continue;
        }
        if (stroke.kind != StrokeKind::OutOf)
            above.add(stroke.column);
        if (stroke.kind != StrokeKind::Into)
            below.add(stroke.column);
        if (stroke.kind == StrokeKind::OutOf && !std::exchange(leaves, true))
            leaving += Stroke{StrokeKind::OutOf, fold, fold};
        passes = passes || stroke.kind == StrokeKind::Through;
        ends = ends || stroke.kind == StrokeKind::Into;
    }
    if (passes)
        kept += Stroke{StrokeKind::Through, fold, fold};
    if (ends)
        kept += Stroke{StrokeKind::Into, fold, fold};
    const int column = std::min(row.column, fold);
    return {column,       column == fold ? fold : row.color, width, kept + leaving, fold, above.count(),
            below.count()};
}

} // namespace History
