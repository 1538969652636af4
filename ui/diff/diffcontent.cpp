// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffcontent.h"

#include "diff/reading.h"
#include "diff/split.h"

#include <algorithm>

namespace {

constexpr quint32 kLongLine = 2'048;

} // namespace

void DiffContent::setFiles(QList<Diff::FileDiff> files)
{
    QSet<QByteArray> collapsedPaths;
    for (qsizetype file : std::as_const(m_collapsed))
        collapsedPaths.insert(m_files[file].path());
    m_given = std::move(files);
    m_files = m_given;
    for (qsizetype at = 0; at < m_given.size(); ++at) {
        if (!m_given[at].reading.lines.isEmpty())
            m_files[at] = Diff::asRead(m_given[at]);
    }
    m_collapsed.clear();
    for (qsizetype at = 0; at < m_files.size() && !collapsedPaths.isEmpty(); ++at) {
        if (collapsedPaths.contains(m_files[at].path()))
            m_collapsed.insert(at);
    }
    forget();
    measure();
    rebuild();
}

void DiffContent::rebuild()
{
    Diff::RowExtras extras;
    for (qsizetype at = 0; at < m_files.size(); ++at) {
        if (findings(at).isWorthANote() || m_files[at].reading.problems > 0)
            extras.noted.insert(at);
        if (m_shape.offersContext && Diff::mayContinue(m_files[at]))
            extras.continued.insert(at);
    }
    if (m_shape.isSplit)
        m_rows = std::make_unique<Diff::SplitIndex>(m_files, m_collapsed, m_heights, extras);
    else
        m_rows = std::make_unique<Diff::RowIndex>(m_files, m_collapsed, m_heights, extras);
    if (m_shape.wrapping.width > 0)
        m_rows =
            std::make_unique<Diff::WrapIndex>(std::move(m_rows), m_files, m_heights.line, m_shape.wrapping);
}

void DiffContent::setShape(const DiffShape &shape)
{
    if (shape == m_shape)
        return;
    m_shape = shape;
    rebuild();
}

void DiffContent::setFindings(Diff::Findings findings)
{
    m_findings = std::move(findings);
    rebuild();
}

const Diff::FileFindings &DiffContent::findings(qsizetype file) const
{
    static const Diff::FileFindings nothing;
    return file < m_findings.files.size() ? m_findings.files[file] : nothing;
}

void DiffContent::forget()
{
    m_findings = {};
    m_spans.clear();
    m_matches.clear();
    m_counts.clear();
    m_words.clear();
    m_marks.clear();
}

// The longest line in bytes stands for the widest; lines with many tabs or hidden characters widen it when
// seen.
void DiffContent::measure()
{
    m_largestNumber = 0;
    m_columns = 0;
    m_longestBytes = 0;
    m_longest.reset();
    Diff::Row longest;
    quint32 length = 0;
    for (qsizetype fileAt = 0; fileAt < m_files.size(); ++fileAt) {
        const Diff::FileDiff &file = m_files[fileAt];
        if (!file.hunks.isEmpty()) {
            const Diff::Hunk &last = file.hunks.last();
            m_largestNumber =
                std::max({m_largestNumber, last.oldStart + last.oldCount, last.newStart + last.newCount});
        }
        for (qsizetype at = 0; at < file.lines.size(); ++at) {
            if (file.lines[at].length > length) {
                length = file.lines[at].length;
                longest = {Diff::RowKind::Line, fileAt, -1, at};
            }
        }
    }
    m_longestBytes = length;
    if (!longest.isValid())
        return;
    startFrame();
    m_longest = marks(longest);
    if (!m_longest)
        m_columns =
            Diff::walkCells(bytes(longest), 0, 0, m_tabWidth, [](const Diff::CellRun &) { return true; });
}

qint64 DiffContent::columns() const
{
    if (m_shape.wrapping.width > 0 && m_longestBytes <= Diff::kLongestWrapped)
        return 0;
    return std::max(m_columns, m_longest ? m_longest->columns() : 0);
}

void DiffContent::setHeights(const Diff::RowHeights &heights)
{
    if (heights == m_heights)
        return;
    m_heights = heights;
    rebuild();
}

void DiffContent::setCollapsed(qsizetype file, bool isCollapsed)
{
    if (isCollapsed)
        m_collapsed.insert(file);
    else
        m_collapsed.remove(file);
    rebuild();
}

void DiffContent::setTabWidth(int width)
{
    m_tabWidth = std::clamp(width, 1, 32);
    m_marks.clear();
    measure();
}

bool DiffContent::widen(qint64 columns)
{
    if (columns <= m_columns)
        return false;
    m_columns = columns;
    return true;
}

Diff::LineCounts DiffContent::counts(qsizetype file) const
{
    const auto known = m_counts.constFind(file);
    return known != m_counts.cend() ? *known : *m_counts.insert(file, Diff::countLines(m_files[file]));
}

QList<Diff::WordRange> DiffContent::words(const Diff::Row &row) const
{
    if (line(row).origin == Diff::LineOrigin::Context)
        return {};
    const LineKey key(row.file, row.line);
    if (const auto *known = m_words.object(key))
        return *known;
    const Diff::FileDiff &whole = file(row);
    const qsizetype other = Diff::counterpart(whole, row);
    if (other < 0) {
        m_words.insert(key, new QList<Diff::WordRange>);
        return {};
    }
    const bool isRemoved = line(row).origin == Diff::LineOrigin::Removed;
    const QByteArrayView here = bytes(row);
    const QByteArrayView there = whole.content(whole.lines[other]);
    const Diff::WordChange change =
        isRemoved ? Diff::compareWords(here, there) : Diff::compareWords(there, here);
    m_words.insert(LineKey(row.file, other), new QList(isRemoved ? change.added : change.removed));
    const QList<Diff::WordRange> result = isRemoved ? change.removed : change.added;
    m_words.insert(key, new QList(result));
    return result;
}

std::shared_ptr<const Diff::CellMarks> DiffContent::marks(const Diff::Row &row) const
{
    if (line(row).length < kLongLine)
        return nullptr;
    const LineKey key(row.file, row.line);
    const auto *known = m_marks.object(key);
    const auto result = known ? *known : std::make_shared<Diff::CellMarks>(bytes(row), m_tabWidth);
    if (!known)
        m_marks.insert(key, new std::shared_ptr(result));
    if (!result->isComplete())
        m_runsLeft -= result->extend(m_runsLeft);
    return result;
}

LineSpans DiffContent::spans(const Diff::Row &row) const
{
    const auto file = m_spans.constFind(row.file);
    return file != m_spans.cend() && row.line < file->size() ? file->at(row.line) : LineSpans{};
}

void DiffContent::addSpans(const CodeBatch &batch)
{
    if (batch.file >= m_files.size())
        return;
    QList<LineSpans> &lines = m_spans[batch.file];
    lines.resize(m_files[batch.file].lines.size());
    for (qsizetype at = 0; at < batch.lines.size() && batch.firstLine + at < lines.size(); ++at)
        lines[batch.firstLine + at] = batch.lines[at];
}

std::span<const Diff::LineMatch> DiffContent::matches(const Diff::Row &row) const
{
    const auto place = [](const Diff::LineMatch &match) { return LineKey(match.file, match.line); };
    const auto found = std::ranges::equal_range(m_matches, LineKey(row.file, row.line), {}, place);
    return {found.begin(), found.end()};
}
