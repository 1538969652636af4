// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/edgechain.h"

namespace {

constexpr int kFarthest = 1000; // rows

quint64 bit(int column)
{
    return column < 64 ? quint64(1) << column : 0;
}

} // namespace

EdgeChain::Columns EdgeChain::columnsOf(const History::GraphRow &row, History::StrokeKind kind)
{
    Columns columns = 0;
    for (const History::Stroke &stroke : row.strokes)
        if (stroke.kind == kind)
            columns |= bit(stroke.column);
    return columns;
}

void EdgeChain::follow(const CommitItems &commits, int row, int first, int last)
{
    m_rows.clear();
    const History::Row *held = commits.at(row);
    if (!held || row < first - kFarthest || row > last + kFarthest)
        return;
    m_rows[row] = {.into = columnsOf(held->graph, History::StrokeKind::Into),
                   .outOf = columnsOf(held->graph, History::StrokeKind::OutOf)};
    followDown(commits, row, last);
    followUp(commits, row, first);
}

void EdgeChain::followDown(const CommitItems &commits, int row, int last)
{
    Columns open = m_rows[row].outOf;
    for (int below = row + 1; below <= last && open != 0; ++below) {
        const History::Row *held = commits.at(below);
        if (!held)
            return;
        Marks &marks = m_rows[below];
        marks.through = columnsOf(held->graph, History::StrokeKind::Through) & open;
        marks.into = columnsOf(held->graph, History::StrokeKind::Into) & open;
        open = marks.through;
    }
}

void EdgeChain::followUp(const CommitItems &commits, int row, int first)
{
    Columns open = m_rows[row].into;
    for (int above = row - 1; above >= first && open != 0; --above) {
        const History::Row *held = commits.at(above);
        if (!held)
            return;
        Marks &marks = m_rows[above];
        marks.through = columnsOf(held->graph, History::StrokeKind::Through) & open;
        marks.outOf = columnsOf(held->graph, History::StrokeKind::OutOf) & open;
        open = marks.through;
    }
}

bool EdgeChain::has(int row, const History::Stroke &stroke, int fold) const
{
    const auto found = m_rows.constFind(row);
    if (found == m_rows.cend())
        return false;
    const Columns columns = stroke.kind == History::StrokeKind::Through ? found->through
                            : stroke.kind == History::StrokeKind::Into  ? found->into
                                                                        : found->outOf;
    if (stroke.column == fold && fold >= 0 && fold < 64)
        return (columns >> fold) != 0;
    return (columns & bit(stroke.column)) != 0;
}
