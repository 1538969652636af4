// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/rows.h"

#include <algorithm>
#include <cstdlib>
#include <span>

namespace Diff {

namespace {

// The last block that starts at or before a value.
template<class List, class Key, class Projection>
qsizetype lastNotAfter(const List &blocks, Key key, Projection start)
{
    const auto after = std::ranges::upper_bound(blocks, key, {}, start);
    return std::distance(std::begin(blocks), after) - 1;
}

} // namespace

bool hasNote(const FileDiff &file)
{
    return file.omission != Omission::None || file.hunks.isEmpty();
}

std::pair<quint32, quint32> newSideOf(const Hunk &hunk)
{
    const quint32 first = hunk.newCount > 0 ? hunk.newStart : hunk.newStart + 1;
    return {first, first + hunk.newCount - 1};
}

qint64 hiddenAbove(const FileDiff &file, qsizetype hunk)
{
    const qint64 before = hunk > 0 ? newSideOf(file.hunks[hunk - 1]).second : 0;
    return qint64(newSideOf(file.hunks[hunk]).first) - before - 1;
}

bool mayContinue(const FileDiff &file)
{
    constexpr qsizetype usualContext = 3;
    if (file.hunks.isEmpty() || file.hunks.last().lineCount < usualContext)
        return false;
    const Hunk &last = file.hunks.last();
    const auto lines = std::span(file.lines).subspan(size_t(last.firstLine), size_t(last.lineCount));
    return std::ranges::all_of(lines.last(usualContext), [](const Line &line) {
        return line.origin == LineOrigin::Context && line.endsWithNewline;
    });
}

RowIndex::RowIndex(const QList<FileDiff> &files, const QSet<qsizetype> &collapsed, const RowHeights &heights,
                   const RowExtras &extras)
    : m_heights(heights)
{
    m_files.reserve(files.size());
    for (qsizetype at = 0; at < files.size(); ++at) {
        const FileDiff &file = files[at];
        m_height += at > 0 ? heights.gap : 0;
        FileBlock block{m_count,
                        m_height,
                        m_hunks.size(),
                        0,
                        hasNote(file) || extras.noted.contains(at),
                        collapsed.contains(at)};
        ++m_count;
        m_height += heights.file;
        if (!block.isCollapsed) {
            m_count += block.hasNote ? 1 : 0;
            m_height += block.hasNote ? heights.note : 0;
            for (const Hunk &hunk : file.hunks) {
                m_hunks.append({m_count, m_height, at, hunk.firstLine, hunk.lineCount});
                m_count += 1 + hunk.lineCount;
                m_height += heights.hunk + hunk.lineCount * heights.line;
            }
            block.hunkCount = file.hunks.size();
            block.isContinued = block.hunkCount > 0 && extras.continued.contains(at);
            m_count += block.isContinued ? 1 : 0;
            m_height += block.isContinued ? heights.hunk : 0;
        }
        m_files.append(block);
    }
    m_height += files.isEmpty() ? 0 : heights.gap;
}

qsizetype RowIndex::fileAtRow(qsizetype position) const
{
    return lastNotAfter(m_files, position, &FileBlock::firstRow);
}

qsizetype RowIndex::hunkAtRow(const FileBlock &file, qsizetype position) const
{
    const auto hunks = std::span(m_hunks).subspan(size_t(file.firstHunk), size_t(file.hunkCount));
    return lastNotAfter(hunks, position, &HunkBlock::firstRow);
}

Row RowIndex::at(qsizetype position) const
{
    Q_ASSERT(position >= 0 && position < m_count);
    const qsizetype fileAt = fileAtRow(position);
    const FileBlock &file = m_files[fileAt];
    if (position == file.firstRow)
        return {RowKind::File, fileAt};
    const qsizetype hunkAt = hunkAtRow(file, position);
    if (hunkAt < 0)
        return {RowKind::Note, fileAt};
    const HunkBlock &hunk = m_hunks[file.firstHunk + hunkAt];
    if (position == hunk.firstRow)
        return {RowKind::Hunk, fileAt, hunkAt};
    if (position > hunk.firstRow + hunk.lineCount)
        return {RowKind::More, fileAt, hunkAt};
    return {RowKind::Line, fileAt, hunkAt, hunk.firstLine + position - hunk.firstRow - 1};
}

qsizetype RowIndex::positionOf(const Row &row) const
{
    if (row.file < 0 || row.file >= m_files.size())
        return -1;
    const FileBlock &file = m_files[row.file];
    if (file.isCollapsed || row.kind == RowKind::File || (row.kind == RowKind::Note && !file.hasNote))
        return file.firstRow;
    if (row.kind == RowKind::Note)
        return file.firstRow + 1;
    if (row.kind == RowKind::More) {
        if (!file.isContinued)
            return file.firstRow;
        const HunkBlock &last = m_hunks[file.firstHunk + file.hunkCount - 1];
        return last.firstRow + 1 + last.lineCount;
    }
    if (row.hunk < 0 || row.hunk >= file.hunkCount)
        return file.firstRow;
    const HunkBlock &hunk = m_hunks[file.firstHunk + row.hunk];
    return hunk.firstRow + (row.kind == RowKind::Hunk ? 0 : 1 + row.line - hunk.firstLine);
}

qint64 RowIndex::topOf(qsizetype position) const
{
    const Row row = at(position);
    const FileBlock &file = m_files[row.file];
    if (row.kind == RowKind::File)
        return file.top;
    if (row.kind == RowKind::Note)
        return file.top + m_heights.file;
    const HunkBlock &hunk = m_hunks[file.firstHunk + row.hunk];
    if (row.kind == RowKind::Hunk)
        return hunk.top;
    if (row.kind == RowKind::More)
        return hunk.top + m_heights.hunk + hunk.lineCount * m_heights.line;
    return hunk.top + m_heights.hunk + (row.line - hunk.firstLine) * m_heights.line;
}

int RowIndex::heightOf(qsizetype position) const
{
    switch (at(position).kind) {
    case RowKind::File:
        return m_heights.file;
    case RowKind::Note:
        return m_heights.note;
    case RowKind::Hunk:
    case RowKind::More:
        return m_heights.hunk;
    case RowKind::Line:
        break;
    }
    return m_heights.line;
}

qsizetype RowIndex::positionAt(qint64 y) const
{
    if (m_count == 0)
        return -1;
    const qsizetype fileAt = std::max<qsizetype>(0, lastNotAfter(m_files, y, &FileBlock::top));
    const FileBlock &file = m_files[fileAt];
    const auto hunks = std::span(m_hunks).subspan(size_t(file.firstHunk), size_t(file.hunkCount));
    const qsizetype hunkAt = lastNotAfter(hunks, y, &HunkBlock::top);
    if (hunkAt < 0) {
        const bool isNote = file.hasNote && !file.isCollapsed && y >= file.top + m_heights.file;
        return file.firstRow + (isNote ? 1 : 0);
    }
    const HunkBlock &hunk = hunks[size_t(hunkAt)];
    const qint64 below = y - hunk.top - m_heights.hunk;
    if (below < 0 || hunk.lineCount == 0)
        return hunk.firstRow;
    const bool isLast = hunkAt == file.hunkCount - 1;
    const qsizetype most = isLast && file.isContinued ? hunk.lineCount : hunk.lineCount - 1;
    return hunk.firstRow + 1 + std::min<qint64>(below / m_heights.line, most);
}

qsizetype RowIndex::nextOf(RowKind kind, qsizetype position) const
{
    if (kind == RowKind::File) {
        const auto next = std::ranges::upper_bound(m_files, position, {}, &FileBlock::firstRow);
        return next == m_files.end() ? position : next->firstRow;
    }
    const auto next = std::ranges::upper_bound(m_hunks, position, {}, &HunkBlock::firstRow);
    return next == m_hunks.end() ? position : next->firstRow;
}

qsizetype RowIndex::previousOf(RowKind kind, qsizetype position) const
{
    const auto before = [&](const auto &blocks, auto start) {
        const auto here = std::ranges::lower_bound(blocks, position, {}, start);
        return here == blocks.begin() ? position : std::prev(here)->firstRow;
    };
    return kind == RowKind::File ? before(m_files, &FileBlock::firstRow)
                                 : before(m_hunks, &HunkBlock::firstRow);
}

namespace {

Row nearestLine(const Line &wanted, qsizetype fileAt, const FileDiff &file)
{
    const bool onNew = wanted.newNumber != 0;
    const qint64 number = onNew ? wanted.newNumber : wanted.oldNumber;
    Row best{RowKind::File, fileAt};
    qint64 bestDistance = -1;
    for (qsizetype hunkAt = 0; hunkAt < file.hunks.size(); ++hunkAt) {
        const Hunk &hunk = file.hunks[hunkAt];
        for (qsizetype at = hunk.firstLine; at < hunk.firstLine + hunk.lineCount; ++at) {
            const Line &line = file.lines[at];
            const qint64 here = onNew ? line.newNumber : line.oldNumber;
            if (here == 0)
                continue;
            const qint64 distance = std::abs(here - number) * 2 + (line.origin == wanted.origin ? 0 : 1);
            if (bestDistance < 0 || distance < bestDistance) {
                bestDistance = distance;
                best = {RowKind::Line, fileAt, hunkAt, at};
            }
        }
    }
    return best;
}

Row nearestHunk(const Hunk &wanted, qsizetype fileAt, const FileDiff &file)
{
    Row best{RowKind::File, fileAt};
    qint64 bestDistance = -1;
    for (qsizetype at = 0; at < file.hunks.size(); ++at) {
        const qint64 distance = std::abs(qint64(file.hunks[at].newStart) - qint64(wanted.newStart));
        if (bestDistance < 0 || distance < bestDistance) {
            bestDistance = distance;
            best = {RowKind::Hunk, fileAt, at};
        }
    }
    return best;
}

} // namespace

Row relocate(const Row &row, const QList<FileDiff> &from, const QList<FileDiff> &to)
{
    if (row.file < 0 || row.file >= from.size())
        return {};
    const FileDiff &old = from[row.file];
    const auto found = std::ranges::find(to, old.path(), &FileDiff::path);
    if (found == to.end())
        return {};
    const qsizetype fileAt = std::distance(to.begin(), found);
    if (row.kind == RowKind::Line && row.line < old.lines.size())
        return nearestLine(old.lines[row.line], fileAt, *found);
    if (row.kind == RowKind::Hunk && row.hunk < old.hunks.size())
        return nearestHunk(old.hunks[row.hunk], fileAt, *found);
    if (row.kind == RowKind::More)
        return {RowKind::More, fileAt, found->hunks.size() - 1};
    return {row.kind == RowKind::Note && hasNote(*found) ? RowKind::Note : RowKind::File, fileAt};
}

qsizetype counterpart(const FileDiff &file, const Row &row)
{
    constexpr qsizetype reach = 1'000;
    const LineOrigin origin = file.lines[row.line].origin;
    if (origin == LineOrigin::Context)
        return -1;
    const Hunk &hunk = file.hunks[row.hunk];
    const qsizetype first = std::max(hunk.firstLine, row.line - reach);
    const qsizetype end = std::min(hunk.firstLine + hunk.lineCount, row.line + reach);
    const auto isAt = [&](qsizetype at, LineOrigin wanted) {
        return at >= first && at < end && file.lines[at].origin == wanted;
    };
    qsizetype runStart = row.line; // of the run this line is in
    while (isAt(runStart - 1, origin))
        --runStart;
    const qsizetype index = row.line - runStart;
    if (origin == LineOrigin::Removed) {
        qsizetype runEnd = row.line + 1;
        while (isAt(runEnd, LineOrigin::Removed))
            ++runEnd;
        for (qsizetype at = runEnd; at <= runEnd + index; ++at) {
            if (!isAt(at, LineOrigin::Added))
                return -1;
        }
        return runEnd + index;
    }
    qsizetype removedStart = runStart;
    while (isAt(removedStart - 1, LineOrigin::Removed))
        --removedStart;
    return removedStart + index < runStart ? removedStart + index : -1;
}

} // namespace Diff
