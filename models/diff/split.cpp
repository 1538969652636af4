// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/split.h"

#include <algorithm>
#include <span>

namespace Diff {

QList<SplitIndex::Run> SplitIndex::runsOf(const FileDiff &file, const Hunk &hunk, qsizetype firstRow)
{
    QList<Run> runs;
    for (qsizetype at = hunk.firstLine; at < hunk.firstLine + hunk.lineCount; ++at) {
        const LineOrigin origin = file.lines[at].origin;
        const bool isContext = origin == LineOrigin::Context;
        const bool continues = !runs.isEmpty() && runs.last().isContext == isContext &&
                               !(origin == LineOrigin::Removed && runs.last().added > 0);
        if (!continues) {
            const qsizetype row = runs.isEmpty() ? firstRow : runs.last().firstRow + runs.last().rowCount();
            runs.append({.firstRow = row, .firstLine = at, .isContext = isContext});
        }
        ++(origin == LineOrigin::Added ? runs.last().added : runs.last().removed);
    }
    return runs;
}

SplitIndex::SplitIndex(const QList<FileDiff> &files, const QSet<qsizetype> &collapsed,
                       const RowHeights &heights, const RowExtras &extras)
{
    QList<FileDiff> shapes; // files as RowIndex reads them: what they have instead of lines is rows
    shapes.reserve(files.size());
    for (const FileDiff &file : files) {
        m_firstRuns.append(m_runs.size());
        FileDiff shape{.omission = file.omission};
        qsizetype row = 0;
        for (const Hunk &hunk : file.hunks) {
            const QList<Run> runs = runsOf(file, hunk, row);
            const qsizetype end = runs.isEmpty() ? row : runs.last().firstRow + runs.last().rowCount();
            shape.hunks.append({.firstLine = row, .lineCount = end - row});
            m_runs += runs;
            row = end;
        }
        shapes.append(shape);
    }
    m_firstRuns.append(m_runs.size());
    m_rows = RowIndex(shapes, collapsed, heights, extras);
}

const SplitIndex::Run &SplitIndex::runAt(qsizetype file, qsizetype key, qsizetype Run::*start) const
{
    const qsizetype first = m_firstRuns[file];
    const auto runs = std::span(m_runs).subspan(size_t(first), size_t(m_firstRuns[file + 1] - first));
    const auto after = std::ranges::upper_bound(runs, key, {}, start);
    return *std::prev(after);
}

Sides SplitIndex::sidesAt(qsizetype position) const
{
    const Row row = m_rows.at(position);
    Sides found;
    if (row.kind != RowKind::Line)
        return found;
    const Run &run = runAt(row.file, row.line, &Run::firstRow);
    const qsizetype index = row.line - run.firstRow;
    if (index < run.removed)
        found.left = run.firstLine + index;
    if (run.isContext)
        found.right = found.left;
    else if (index < run.added)
        found.right = run.firstLine + run.removed + index;
    return found;
}

Row SplitIndex::at(qsizetype position) const
{
    Row row = m_rows.at(position);
    if (row.kind != RowKind::Line)
        return row;
    const Sides sides = sidesAt(position);
    row.line = sides.left >= 0 ? sides.left : sides.right;
    return row;
}

qsizetype SplitIndex::positionOf(const Row &row) const
{
    Row place = row;
    const bool isKnown = row.file >= 0 && row.file + 1 < m_firstRuns.size() &&
                         m_firstRuns[row.file] < m_firstRuns[row.file + 1];
    if (row.kind == RowKind::Line && isKnown) {
        const Run &run = runAt(row.file, row.line, &Run::firstLine);
        const qsizetype index = row.line - run.firstLine;
        place.line = run.firstRow + (index < run.removed ? index : index - run.removed);
    }
    return m_rows.positionOf(place);
}

} // namespace Diff
