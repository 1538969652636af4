// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffcursor.h"

#include "diff/reading.h"

#include <algorithm>

namespace {

void addChanged(const Diff::FileDiff &file, qsizetype first, qsizetype count, QSet<qsizetype> &result)
{
    for (qsizetype at = first; at < first + count; ++at) {
        if (file.lines[at].origin != Diff::LineOrigin::Context)
            result.insert(at);
    }
}

} // namespace

QSet<qsizetype> changedLines(const Diff::FileDiff &file, const Diff::Hunk &hunk)
{
    QSet<qsizetype> result;
    if (Diff::hasGitsLines(file))
        addChanged(file, hunk.firstLine, hunk.lineCount, result);
    return result;
}

QSet<qsizetype> changedLines(const Diff::FileDiff &file)
{
    QSet<qsizetype> result;
    result.reserve(file.lines.size());
    if (Diff::hasGitsLines(file))
        addChanged(file, 0, file.lines.size(), result);
    return result;
}

void DiffCursor::moveTo(const Diff::Row &row)
{
    m_current = row;
    m_anchor = {};
}

void DiffCursor::select(const Diff::Row &row)
{
    m_current = row;
    m_anchor = row;
}

void DiffCursor::extendTo(const Diff::RowLayout &rows, qsizetype position)
{
    if (!m_current.isValid())
        return select(rows.at(position));
    if (!m_anchor.isValid())
        m_anchor = m_current;
    const qsizetype first = rows.positionOf({Diff::RowKind::File, m_anchor.file});
    const qsizetype next = rows.nextOf(Diff::RowKind::File, first);
    const qsizetype last = next == first ? rows.count() - 1 : next - 1;
    m_current = rows.at(std::clamp(position, first, last));
}

void DiffCursor::selectFile(const Diff::RowLayout &rows, const QList<Diff::FileDiff> &files, qsizetype file)
{
    const Diff::FileDiff &whole = files[file];
    if (whole.hunks.isEmpty() || rows.isCollapsed(file))
        return;
    m_anchor = {Diff::RowKind::Hunk, file, 0};
    const Diff::Hunk &last = whole.hunks.last();
    m_current = {Diff::RowKind::Line, file, whole.hunks.size() - 1, last.firstLine + last.lineCount - 1};
}

std::pair<qsizetype, qsizetype> DiffCursor::range(const Diff::RowLayout &rows) const
{
    if (!m_anchor.isValid())
        return {-1, -1};
    return std::minmax({rows.positionOf(m_anchor), rows.positionOf(m_current)});
}

bool DiffCursor::isSelected(const Diff::RowLayout &rows, qsizetype position) const
{
    const auto [first, last] = range(rows);
    return first >= 0 && position >= first && position <= last;
}

QList<qsizetype> DiffCursor::lines(const Diff::RowLayout &rows) const
{
    if (!m_current.isValid())
        return {};
    auto [first, last] = range(rows);
    if (first < 0)
        first = last = rows.positionOf(m_current);
    QList<qsizetype> result;
    for (qsizetype position = first; position <= last; ++position) {
        if (rows.at(position).kind != Diff::RowKind::Line)
            continue;
        const Diff::Sides sides = rows.sidesAt(position);
        if (sides.left >= 0)
            result.append(sides.left);
        if (sides.right >= 0 && sides.right != sides.left)
            result.append(sides.right);
    }
    std::ranges::sort(result); // in two columns the added lines come between the removed ones
    return result;
}

QSet<qsizetype> DiffCursor::changedLines(const Diff::RowLayout &rows,
                                         const QList<Diff::FileDiff> &files) const
{
    QSet<qsizetype> result;
    if (!hasSelection() || !Diff::hasGitsLines(files[m_current.file]))
        return result;
    const Diff::FileDiff &file = files[m_current.file];
    const QList<qsizetype> selected = lines(rows);
    for (qsizetype line : selected) {
        if (file.lines[line].origin != Diff::LineOrigin::Context)
            result.insert(line);
    }
    return result;
}

void DiffCursor::relocate(const QList<Diff::FileDiff> &from, const QList<Diff::FileDiff> &to)
{
    const Diff::Row next = Diff::relocate(m_current, from, to);
    const bool isSame = next.isValid() && from[m_current.file] == to[next.file];
    if (isSame) {
        m_current.file = next.file;
        if (m_anchor.isValid())
            m_anchor.file = next.file;
        return;
    }
    moveTo(next);
}
