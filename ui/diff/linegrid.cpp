// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/linegrid.h"

#include "diff/codepoints.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace {

enum class CharacterKind { Word, Blank, Other };

CharacterKind kindAt(QByteArrayView line, qsizetype byte)
{
    const Diff::CodePoint point = Diff::codePointAt(line, byte);
    if (!point.isValid)
        return CharacterKind::Other;
    if (QChar::isLetterOrNumber(point.value) || QChar::isMark(point.value) || point.value == '_')
        return CharacterKind::Word;
    return QChar::isSpace(point.value) ? CharacterKind::Blank : CharacterKind::Other;
}

} // namespace

qreal GlyphStops::columnOf(qsizetype byte) const
{
    const auto after = std::ranges::lower_bound(list, byte, {}, &Stop::byte);
    return after == list.end() ? list.last().column : after->column;
}

qsizetype GlyphStops::byteAt(qreal column) const
{
    const auto distance = [column](const Stop &stop) { return std::abs(stop.column - column); };
    return std::ranges::min_element(list, {}, distance)->byte;
}

// As LinePainter draws it: shaped as one, and narrower where a font would go beyond its cells.
GlyphStops glyphStops(QByteArrayView line, const Diff::CellRun &run, const DiffMetrics &metrics)
{
    const auto start = static_cast<qreal>(run.column), cells = static_cast<qreal>(run.cells);
    const qsizetype end = run.start + run.length;
    const QString text = QString::fromUtf8(line.sliced(run.start, run.length));
    QTextLayout layout(text, metrics.code);
    layout.beginLayout();
    const QTextLine shaped = layout.createLine();
    layout.endLayout();
    const qreal natural = shaped.isValid() ? shaped.naturalTextWidth() : 0;
    if (natural <= 0)
        return {{{run.start, start}, {end, start + cells}}};
    const qreal width = cells * metrics.cell;
    const qreal scale = (natural > width * 1.02 ? width / natural : 1.0) / metrics.cell;
    GlyphStops stops;
    for (int at = 0; at < text.size(); at = layout.nextCursorPosition(at))
        stops.list.append(
            {run.start + QStringView(text).first(at).toUtf8().size(), start + shaped.cursorToX(at) * scale});
    const auto last = static_cast<int>(text.size());
    const bool isFromRight = shaped.cursorToX(0) > shaped.cursorToX(last);
    stops.list.append({end, isFromRight ? start : start + cells});
    return stops;
}

template<class Wanted> Diff::CellRun LineGrid::find(const Diff::CellMarks::Mark &from, Wanted wanted) const
{
    Diff::CellRun found;
    found.start = m_line.size();
    const qint64 end =
        Diff::walkCells(m_line, from.byte, from.column, m_tabWidth, [&](const Diff::CellRun &run) {
            if (!wanted(run))
                return true;
            found = run;
            return false;
        });
    if (found.length == 0)
        found.column = end;
    return found;
}

Diff::CellRun LineGrid::runWith(qsizetype byte) const
{
    const Diff::CellMarks::Mark mark = m_marks ? m_marks->beforeByte(byte) : Diff::CellMarks::Mark{};
    return find(mark, [&](const Diff::CellRun &run) { return byte < run.start + run.length; });
}

Diff::CellRun LineGrid::runBefore(qsizetype byte) const
{
    const Diff::CellMarks::Mark mark = m_marks ? m_marks->beforeByte(byte - 1) : Diff::CellMarks::Mark{};
    return find(mark, [&](const Diff::CellRun &run) { return byte <= run.start + run.length; });
}

bool LineGrid::isShapedRun(const Diff::CellRun &run) const
{
    return run.kind == Diff::CellKind::Glyphs && run.length > Diff::codePointAt(m_line, run.start).length;
}

qreal LineGrid::columnOf(qsizetype byte) const
{
    const Diff::CellRun run = runWith(byte);
    if (run.length > 0 && run.kind == Diff::CellKind::Ascii)
        return static_cast<qreal>(run.column + byte - run.start);
    // Text from the right begins at the right end of its cells; behind other text, that ends where it does.
    if (isShapedRun(run) && (byte > run.start || byte == 0))
        return glyphStops(m_line, run, m_metrics).columnOf(byte);
    return static_cast<qreal>(run.column);
}

qsizetype LineGrid::byteAt(qreal wanted) const
{
    const qreal column = std::max<qreal>(0, wanted);
    const auto cell = static_cast<qint64>(std::floor(column));
    if (m_marks && !m_marks->isComplete() && cell >= m_marks->knownColumns())
        return m_marks->before(m_marks->knownColumns()).byte;
    const Diff::CellMarks::Mark mark = m_marks ? m_marks->before(cell) : Diff::CellMarks::Mark{};
    const Diff::CellRun run =
        find(mark, [&](const Diff::CellRun &candidate) { return cell < candidate.column + candidate.cells; });
    if (run.length == 0)
        return m_line.size();
    if (run.kind == Diff::CellKind::Ascii)
        return std::min<qsizetype>(run.start + run.length,
                                   run.start + qRound64(column - static_cast<qreal>(run.column)));
    if (isShapedRun(run))
        return glyphStops(m_line, run, m_metrics).byteAt(column);
    const qreal middle = static_cast<qreal>(run.column) + static_cast<qreal>(run.cells) / 2;
    return column < middle ? run.start : run.start + run.length;
}

qsizetype LineGrid::next(qsizetype byte) const
{
    const Diff::CellRun run = runWith(byte);
    if (run.length == 0)
        return m_line.size();
    if (run.kind == Diff::CellKind::Ascii)
        return byte + 1;
    if (!isShapedRun(run))
        return run.start + run.length;
    const auto stops = glyphStops(m_line, run, m_metrics).list;
    const auto after = std::ranges::upper_bound(stops, byte, {}, &GlyphStops::Stop::byte);
    return after == stops.end() ? run.start + run.length : after->byte;
}

qsizetype LineGrid::previous(qsizetype byte) const
{
    if (byte <= 0)
        return 0;
    const Diff::CellRun run = runBefore(byte);
    if (run.kind == Diff::CellKind::Ascii)
        return byte - 1;
    if (!isShapedRun(run))
        return run.start;
    const auto stops = glyphStops(m_line, run, m_metrics).list;
    const auto from = std::ranges::lower_bound(stops, byte, {}, &GlyphStops::Stop::byte);
    return from == stops.begin() ? run.start : std::prev(from)->byte;
}

LineGrid::Range LineGrid::wordAt(qsizetype byte) const
{
    constexpr qsizetype longest = 4'096; // bytes to either side
    if (m_line.isEmpty())
        return {};
    const qsizetype at = byte < m_line.size() ? byte : previous(byte);
    const CharacterKind kind = kindAt(m_line, at);
    Range word{at, next(at)};
    if (kind == CharacterKind::Other)
        return word;
    while (word.end < m_line.size() && word.end - at < longest && kindAt(m_line, word.end) == kind)
        word.end += Diff::codePointAt(m_line, word.end).length;
    while (word.start > 0 && at - word.start < longest) {
        qsizetype before = word.start - 1;
        while (before > 0 && (uchar(m_line[before]) & 0xc0U) == 0x80U && word.start - before < 4)
            --before;
        if (kindAt(m_line, before) != kind || before + Diff::codePointAt(m_line, before).length != word.start)
            break;
        word.start = before;
    }
    return word;
}
