// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/linepainter.h"

#include "ui/diff/linegrid.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

struct LinePainterText
{
    Q_DECLARE_TR_FUNCTIONS(LinePainter)
};

// The range that covers a byte, if any, and where that answer changes next.
template<class Range> struct Cover
{
    const Range *range = nullptr;
    qsizetype until = 0;
};

template<class Range> Cover<Range> coverAt(const QList<Range> &ranges, qsizetype byte, qsizetype end)
{
    const auto after =
        std::ranges::upper_bound(ranges, byte, {}, [](const Range &range) { return qsizetype(range.start); });
    if (after != ranges.begin()) {
        const Range &before = *std::prev(after);
        if (byte < qsizetype(before.start) + before.length)
            return {&before, std::min(end, qsizetype(before.start) + before.length)};
    }
    return {nullptr, after == ranges.end() ? end : std::min<qsizetype>(end, after->start)};
}

} // namespace

LinePainter::LinePainter(QPainter &painter, const DiffMetrics &metrics, const DiffColors &colors,
                         int tabWidth)
    : m_painter(painter)
    , m_metrics(metrics)
    , m_colors(colors)
    , m_tabWidth(tabWidth)
    , m_bold(metrics.code)
    , m_italic(metrics.code)
{
    m_bold.setBold(true);
    m_italic.setItalic(true);
    m_boldItalic = m_bold;
    m_boldItalic.setItalic(true);
}

qreal LinePainter::x(qint64 column) const
{
    return m_area.left() + static_cast<qreal>(column) * m_metrics.cell - m_scroll;
}

qint64 LinePainter::paint(const LineLook &look, const QRectF &area, qreal scroll)
{
    m_look = &look;
    m_area = area;
    m_scroll = scroll;
    m_firstColumn = static_cast<qint64>(std::floor(scroll / m_metrics.cell));
    m_lastColumn = static_cast<qint64>(std::ceil((scroll + area.width()) / m_metrics.cell));
    if (look.from) {
        m_firstColumn = look.from->column;
        m_lastColumn = look.until;
    }
    if (look.marks && !look.marks->isComplete() && look.marks->knownColumns() < m_firstColumn)
        return 0; // drawn as soon as it is known what is there
    const Diff::CellMarks::Mark mark = look.from    ? *look.from
                                       : look.marks ? look.marks->before(m_firstColumn)
                                                    : Diff::CellMarks::Mark{};
    const qint64 column =
        Diff::walkCells(look.bytes, mark.byte, mark.column, m_tabWidth, [this](const Diff::CellRun &run) {
            if (run.column >= m_lastColumn)
                return false;
            if (run.column + run.cells > m_firstColumn)
                paintRun(run);
            return true;
        });
    if (look.marks && !look.marks->isComplete())
        return 0;
    const qint64 end = look.marks ? look.marks->columns() : column;
    if (look.selectsEnd && end < m_lastColumn)
        paintSelectedEnd(end);
    if (!look.endsWithNewline && end < m_lastColumn)
        paintNoNewline(end);
    return look.endsWithNewline ? end : end + 2 + LinePainterText::tr("no newline at end").size();
}

void LinePainter::paintRun(const Diff::CellRun &run)
{
    switch (run.kind) {
    case Diff::CellKind::Ascii:
        return paintAscii(run);
    case Diff::CellKind::Glyphs:
        return paintGlyphs(run);
    case Diff::CellKind::Tab:
        return paintTab(run);
    case Diff::CellKind::Control:
    case Diff::CellKind::LineEnd:
    case Diff::CellKind::Invalid:
        return paintLabel(run);
    }
}

QColor LinePainter::fill(qsizetype byte, const QRectF &rect) const
{
    QColor background = m_look->background;
    if (coverAt(m_look->words, byte, byte + 1).range)
        background = m_look->wordBackground;
    if (const auto *match = coverAt(m_look->matches, byte, byte + 1).range) {
        const bool isCurrent = match - m_look->matches.constData() == m_look->currentMatch;
        background = isCurrent ? m_colors.warn : m_colors.match(background);
    }
    if (coverAt(m_look->selection, byte, byte + 1).range)
        background = m_colors.marked(background);
    if (background != m_look->background)
        m_painter.fillRect(rect, background);
    return background;
}

void LinePainter::setFont(bool isBold, bool isItalic)
{
    m_painter.setFont(isBold ? (isItalic ? m_boldItalic : m_bold) : (isItalic ? m_italic : m_metrics.code));
}

void LinePainter::paintAscii(const Diff::CellRun &run)
{
    const qsizetype first = run.start + std::max<qint64>(0, m_firstColumn - run.column);
    const qsizetype end = run.start + std::min<qint64>(run.length, m_lastColumn - run.column);
    for (qsizetype at = first; at < end;) {
        const auto word = coverAt(m_look->words, at, end);
        const auto match = coverAt(m_look->matches, at, end);
        const auto span = coverAt(m_look->spans, at, end);
        const auto selected = coverAt(m_look->selection, at, end);
        const qsizetype until = std::min({word.until, match.until, span.until, selected.until});
        const qreal left = x(run.column + at - run.start);
        const QColor background =
            fill(at, {left, m_area.top(), static_cast<qreal>(until - at) * m_metrics.cell, m_area.height()});
        const QByteArrayView part = m_look->bytes.sliced(at, until - at);
        if (!part.trimmed().isEmpty()) {
            setFont(span.range && span.range->isBold, span.range && span.range->isItalic);
            m_painter.setPen(textColor(span.range, background));
            m_painter.drawText(QPointF(left, m_area.top() + m_metrics.codeBaseline),
                               QString::fromLatin1(part));
        }
        if (m_look->showsWhitespace)
            paintBlanks(part, left, background);
        at = until;
    }
}

QColor LinePainter::textColor(const CodeSpan *span, const QColor &background) const
{
    const bool hasColor = span && qAlpha(span->color) != 0;
    const QColor plain = m_look->isFaint ? m_colors.subdued : m_colors.text;
    return m_colors.readable(hasColor ? QColor(span->color) : plain, background);
}

void LinePainter::paintBlanks(QByteArrayView part, qreal left, const QColor &background)
{
    const qreal side = std::max(m_metrics.hairline, std::round(m_metrics.cell * 0.18));
    const qreal top = m_area.top() + (m_area.height() - side) / 2;
    const QColor color = m_colors.readable(m_colors.subdued, background);
    for (qsizetype at = 0; at < part.size(); ++at) {
        if (part[at] == ' ')
            m_painter.fillRect(
                QRectF(left + (static_cast<qreal>(at) + 0.5) * m_metrics.cell - side / 2, top, side, side),
                color);
    }
}

void LinePainter::paintTab(const Diff::CellRun &run)
{
    const QRectF rect(x(run.column), m_area.top(), static_cast<qreal>(run.cells) * m_metrics.cell,
                      m_area.height());
    const QColor background = fill(run.start, rect);
    if (!m_look->showsWhitespace)
        return;
    const qreal head = m_metrics.cell * 0.3;
    const QPointF tip(rect.right() - m_metrics.cell * 0.25, rect.center().y());
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(m_colors.readable(m_colors.subdued, background), m_metrics.hairline));
    m_painter.drawLine(QPointF(rect.left() + m_metrics.cell * 0.25, tip.y()), tip);
    m_painter.drawLine(tip - QPointF(head, head), tip);
    m_painter.drawLine(tip - QPointF(head, -head), tip);
    m_painter.restore();
}

void LinePainter::paintGlyphs(const Diff::CellRun &run)
{
    const QRectF rect(x(run.column), m_area.top(), static_cast<qreal>(run.cells) * m_metrics.cell,
                      m_area.height());
    const QRectF part = m_look->selection.isEmpty() ? QRectF() : selectedPart(run);
    const QColor background = part.isNull() ? fill(run.start, rect) : m_look->background;
    const auto span = coverAt(m_look->spans, run.start, run.start + 1);
    setFont(span.range && span.range->isBold, span.range && span.range->isItalic);
    drawGlyphs(run, rect, textColor(span.range, background));
    if (part.isNull())
        return;
    const QColor marked = m_colors.marked(m_look->background);
    m_painter.fillRect(part, marked);
    drawGlyphs(run, part, textColor(span.range, marked));
}

void LinePainter::drawGlyphs(const Diff::CellRun &run, const QRectF &clip, const QColor &color)
{
    const qreal width = static_cast<qreal>(run.cells) * m_metrics.cell;
    const QString text = QString::fromUtf8(m_look->bytes.sliced(run.start, run.length));
    const qreal natural = QFontMetricsF(m_painter.font()).horizontalAdvance(text);
    m_painter.setPen(color);
    m_painter.save();
    m_painter.setClipRect(clip.intersected(m_area), Qt::IntersectClip); // stacked marks stay in their row
    m_painter.translate(x(run.column), m_area.top() + m_metrics.codeBaseline);
    if (natural > width * 1.02)
        m_painter.scale(width / natural, 1); // a fallback font must not push the grid
    m_painter.drawText(QPointF(0, 0), text);
    m_painter.restore();
}

// The characters of a run stand where its script puts them.
QRectF LinePainter::selectedPart(const Diff::CellRun &run) const
{
    const Diff::WordRange &selected = m_look->selection.first();
    const qsizetype from = std::max<qsizetype>(selected.start, run.start);
    const qsizetype end =
        std::min<qsizetype>(qsizetype(selected.start) + selected.length, run.start + run.length);
    const bool isWhole = from == run.start && end == run.start + run.length;
    if (from >= end || isWhole)
        return {};
    const GlyphStops stops = glyphStops(m_look->bytes, run, m_metrics);
    const auto [low, high] = std::minmax({stops.columnOf(from), stops.columnOf(end)});
    return {m_area.left() + low * m_metrics.cell - m_scroll, m_area.top(), (high - low) * m_metrics.cell,
            m_area.height()};
}

void LinePainter::paintSelectedEnd(qint64 column)
{
    const QRectF rect(x(column), m_area.top(), m_metrics.cell / 2, m_area.height());
    m_painter.fillRect(rect, m_colors.marked(m_look->background));
}

void LinePainter::paintLabel(const Diff::CellRun &run)
{
    const QRectF rect(x(run.column), m_area.top(), static_cast<qreal>(run.cells) * m_metrics.cell,
                      m_area.height());
    const QColor background = fill(run.start, rect);
    const QColor wanted = run.kind == Diff::CellKind::LineEnd ? m_colors.subdued : m_colors.warn;
    const QColor color = m_colors.readable(wanted, background);
    const qreal inset = std::max(1.0, m_metrics.unit * 0.25);
    const QRectF box = rect.adjusted(inset, inset * 2, -inset, -inset * 2);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(color, m_metrics.hairline));
    m_painter.setBrush(blend(background, wanted, 0.10));
    m_painter.drawRoundedRect(box, m_metrics.unit * 0.5, m_metrics.unit * 0.5);
    m_painter.setFont(m_metrics.codeSmall);
    m_painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, Diff::cellLabel(m_look->bytes, run));
    m_painter.restore();
}

void LinePainter::paintNoNewline(qint64 column)
{
    const QString text = LinePainterText::tr("no newline at end");
    m_painter.setFont(m_metrics.small);
    const qreal width = QFontMetricsF(m_metrics.small).horizontalAdvance(text);
    const qreal inset = m_metrics.unit * 0.5;
    const QRectF box(x(column) + 2 * m_metrics.unit, m_area.top() + inset, width + 3 * m_metrics.unit,
                     m_area.height() - 2 * inset);
    const QColor color = m_colors.readable(m_colors.subdued, m_look->background);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(color, m_metrics.hairline, Qt::DotLine));
    m_painter.drawRoundedRect(box, m_metrics.unit * 0.5, m_metrics.unit * 0.5);
    m_painter.setPen(color);
    m_painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, text);
    m_painter.restore();
}
