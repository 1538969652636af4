// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/wrap.h"

#include "diff/codepoints.h"

#include <algorithm>

namespace Diff {

namespace {

constexpr qint64 kWidestByte = 9; // columns: a byte's share of the label of a hidden character

// Cheap for lines that surely fit, which are nearly all.
bool surelyFits(QByteArrayView line, bool endsWithNewline, const Wrapping &wrapping)
{
    const qint64 room = wrapping.width - (endsWithNewline ? 0 : wrapping.endMark);
    if (line.size() * std::max<qint64>(kWidestByte, wrapping.tabWidth) <= room)
        return true;
    return line.size() <= room && asciiLength(line) == line.size();
}

} // namespace

QList<CellMarks::Mark> wrapStarts(QByteArrayView line, bool endsWithNewline, const Wrapping &wrapping)
{
    QList<CellMarks::Mark> starts{{0, 0}};
    if (wrapping.width <= 0 || line.size() > kLongestWrapped || surelyFits(line, endsWithNewline, wrapping))
        return starts;
    const qint64 width = wrapping.width;
    const qint64 end = walkCells(line, 0, 0, wrapping.tabWidth, [&](const CellRun &run) {
        const qint64 after = run.column + run.cells;
        if (run.kind != CellKind::Ascii) {
            if (after > starts.last().column + width && run.column > starts.last().column)
                starts.append({run.start, run.column});
            return true;
        }
        for (qint64 next = starts.last().column + width; next < after; next += width)
            starts.append({run.start + std::max<qint64>(0, next - run.column), std::max(next, run.column)});
        return true;
    });
    const qint64 marked = endsWithNewline ? 0 : wrapping.endMark;
    if (marked > 0 && end + marked > starts.last().column + width && end > starts.last().column)
        starts.append({line.size(), end});
    return starts;
}

WrapIndex::WrapIndex(std::unique_ptr<const RowLayout> base, const QList<FileDiff> &files, int lineHeight,
                     const Wrapping &wrapping)
    : m_base(std::move(base))
    , m_lineHeight(lineHeight)
{
    for (qsizetype fileAt = 0; fileAt < files.size(); ++fileAt) {
        const FileDiff &file = files[fileAt];
        if (m_base->isCollapsed(fileAt))
            continue;
        for (qsizetype hunkAt = 0; hunkAt < file.hunks.size(); ++hunkAt) {
            const Hunk &hunk = file.hunks[hunkAt];
            for (qsizetype at = hunk.firstLine; at < hunk.firstLine + hunk.lineCount; ++at) {
                const Line &line = file.lines[at];
                if (surelyFits(file.content(line), line.endsWithNewline, wrapping))
                    continue;
                const qsizetype rows = wrapStarts(file.content(line), line.endsWithNewline, wrapping).size();
                if (rows > 1)
                    m_wrapped.append(
                        {m_base->positionOf({RowKind::Line, fileAt, hunkAt, at}), int(rows - 1)});
            }
        }
    }
    // Two lines may share a row, and those of one column do not come in the order of rows.
    std::ranges::sort(m_wrapped, [](const Wrapped &one, const Wrapped &other) {
        return std::pair(one.position, -one.extra) < std::pair(other.position, -other.extra);
    });
    const auto twice = std::ranges::unique(m_wrapped, {}, &Wrapped::position);
    m_wrapped.erase(twice.begin(), twice.end());
    qint64 before = 0;
    for (Wrapped &wrapped : m_wrapped) {
        wrapped.before = before;
        before += wrapped.extra;
    }
}

const WrapIndex::Wrapped *WrapIndex::lastUpTo(qsizetype position) const
{
    const auto after = std::ranges::upper_bound(m_wrapped, position, {}, &Wrapped::position);
    return after == m_wrapped.begin() ? nullptr : &*std::prev(after);
}

qint64 WrapIndex::height() const
{
    if (m_wrapped.isEmpty())
        return m_base->height();
    return m_base->height() + (m_wrapped.last().before + m_wrapped.last().extra) * m_lineHeight;
}

qint64 WrapIndex::topOf(qsizetype position) const
{
    const Wrapped *last = lastUpTo(position);
    if (!last)
        return m_base->topOf(position);
    const qint64 above = last->before + (last->position < position ? last->extra : 0);
    return m_base->topOf(position) + above * m_lineHeight;
}

int WrapIndex::heightOf(qsizetype position) const
{
    const Wrapped *last = lastUpTo(position);
    const int extra = last && last->position == position ? last->extra : 0;
    return m_base->heightOf(position) + extra * m_lineHeight;
}

qsizetype WrapIndex::positionAt(qint64 y) const
{
    const auto after = std::ranges::partition_point(
        m_wrapped, [&](const Wrapped &wrapped) { return topOf(wrapped.position) <= y; });
    if (after == m_wrapped.begin())
        return m_base->positionAt(y);
    const Wrapped &last = *std::prev(after);
    if (y < topOf(last.position) + heightOf(last.position))
        return last.position;
    return m_base->positionAt(y - (last.before + last.extra) * m_lineHeight);
}

} // namespace Diff
