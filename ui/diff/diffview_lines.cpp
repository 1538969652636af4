// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"
#include "ui/diff/linepainter.h"

#include <QPainter>
#include <QScrollBar>

#include <cmath>

using Diff::LineOrigin;

namespace {

constexpr int kEndMarkColumns = 24; // what "no newline at end" takes behind a line
constexpr int kNarrowest = 8;       // columns of a wrapped line, however small the view is

} // namespace

bool DiffView::isCurrentRow(qsizetype position) const
{
    return m_cursor.current().isValid() && m_content.rows().positionOf(m_cursor.current()) == position;
}

int DiffView::textLeft() const
{
    return m_look.isSplit ? m_metrics.textLeft - m_metrics.numberWidth : m_metrics.textLeft;
}

int DiffView::textWidth() const
{
    return (m_look.isSplit ? viewport()->width() / 2 : viewport()->width()) - textLeft();
}

void DiffView::reshape()
{
    DiffShape shape{.isSplit = m_look.isSplit, .offersContext = m_offersContext};
    if (m_look.wraps) {
        const int columns = static_cast<int>(std::floor(textWidth() / m_metrics.cell)) - 1;
        shape.wrapping = {.width = std::max(kNarrowest, columns),
                          .tabWidth = m_content.tabWidth(),
                          .endMark = kEndMarkColumns};
    }
    if (shape != m_content.shape())
        keepTop([&] { m_content.setShape(shape); });
}

QList<DiffView::Column> DiffView::columnsOf(qsizetype position, const QRect &rect) const
{
    const Diff::Sides sides = m_content.rows().sidesAt(position);
    if (!m_look.isSplit)
        return {{.line = sides.left, .rect = rect}};
    const int half = rect.width() / 2;
    return {{.line = sides.left, .rect = QRect(0, rect.top(), half, rect.height()), .hasNew = false},
            {.line = sides.right,
             .rect = QRect(half, rect.top(), rect.width() - half, rect.height()),
             .hasOld = false}};
}

void DiffView::paintLine(QPainter &painter, const Diff::Row &row, qsizetype position, const QRect &rect)
{
    const bool isSelected = m_cursor.isSelected(m_content.rows(), position);
    const bool isCurrent = isCurrentRow(position);
    for (const Column &column : columnsOf(position, rect)) {
        if (column.line >= 0) {
            Diff::Row here = row;
            here.line = column.line;
            paintColumn(painter, here, column, isSelected, isCurrent);
            continue;
        }
        const QColor nothing = blend(m_colors.hunk, m_colors.text, 0.03);
        painter.fillRect(column.rect, isSelected  ? m_colors.selected(nothing)
                                      : isCurrent ? m_colors.current(nothing)
                                                  : nothing);
    }
    if (m_look.isSplit)
        painter.fillRect(QRectF(rect.width() / 2, rect.top(), m_metrics.hairline, rect.height()),
                         m_colors.hairline);
    if (isCurrent)
        painter.fillRect(QRectF(0, rect.top(), m_metrics.unit * 0.75, rect.height()), m_colors.accent);
}

void DiffView::paintColumn(QPainter &painter, const Diff::Row &row, const Column &column, bool isSelected,
                           bool isCurrent)
{
    const Diff::Line &line = m_content.line(row);
    const auto state = [&](const QColor &color) {
        return isSelected ? m_colors.selected(color) : isCurrent ? m_colors.current(color) : color;
    };
    const int moved = m_content.movedFrom(row);
    LineLook look;
    look.isFaint = m_content.findings(row.file).whitespaceHunks.contains(row.hunk);
    look.bytes = m_content.bytes(row);
    look.words = m_content.words(row);
    look.spans = look.isFaint ? LineSpans() : m_content.spans(row);
    for (const Diff::LineMatch &match : m_content.matches(row)) {
        if (&match == m_content.matches().constData() + m_match)
            look.currentMatch = look.matches.size();
        look.matches.append({match.start, match.length});
    }
    const bool isOfText =
        !m_look.isSplit || (m_text.column() == TextSelection::Column::Right ? column.hasNew : column.hasOld);
    if (const auto selected = isOfText ? m_text.rangeIn(m_content, row) : std::nullopt) {
        look.selection = {
            {static_cast<quint32>(selected->start), static_cast<quint32>(selected->end - selected->start)}};
        look.selectsEnd = selected->takesEnd;
    }
    const QColor background = moved >= 0     ? m_colors.movedRow(moved)
                              : look.isFaint ? m_colors.faint(line.origin)
                                             : m_colors.row(line.origin);
    look.background = state(background);
    look.wordBackground = state(m_colors.word(line.origin));
    look.endsWithNewline = line.endsWithNewline;
    look.showsWhitespace = m_look.showsWhitespace;
    painter.fillRect(column.rect, look.background);
    paintGutter(painter, line, column, isSelected, isCurrent);
    const int left = column.rect.left() + textLeft();
    const QRectF area(left, column.rect.top(), column.rect.right() + 1 - left, column.rect.height());
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    if (m_content.isWrapped(row)) {
        paintWrapped(painter, look, area);
    } else {
        look.marks = m_content.marks(row);
        m_isMeasuring = m_isMeasuring || (look.marks && !look.marks->isComplete());
        LinePainter text(painter, m_metrics, m_colors, m_content.tabWidth());
        const QRectF first(area.left(), area.top(), area.width(), m_metrics.heights.line);
        m_content.widen(text.paint(look, first, horizontalScrollBar()->value()));
    }
    if (hasFocus() && isOfText && isCurrent && m_text.caret().row == row)
        painter.fillRect(caretRect(m_text.caret(), m_text.column()),
                         m_colors.readable(m_colors.text, look.background));
    painter.restore();
}

// Only the rows in sight: a line may have hundreds.
void DiffView::paintWrapped(QPainter &painter, LineLook &look, const QRectF &area)
{
    const Diff::Wrapping &wrapping = m_content.shape().wrapping;
    const bool endsWithNewline = look.endsWithNewline;
    const bool selectsEnd = look.selectsEnd;
    const auto starts = Diff::wrapStarts(look.bytes, endsWithNewline, wrapping);
    const int height = m_metrics.heights.line;
    LinePainter text(painter, m_metrics, m_colors, m_content.tabWidth());
    for (qsizetype at = 0; at < starts.size(); ++at) {
        const QRectF piece(area.left(), area.top() + static_cast<qreal>(at) * height, area.width(), height);
        if (piece.bottom() < 0 || piece.top() > viewport()->height())
            continue;
        const bool isLast = at == starts.size() - 1;
        look.from = starts[at];
        look.until = isLast ? starts[at].column + wrapping.width + 1 : starts[at + 1].column;
        look.endsWithNewline = isLast ? endsWithNewline : true;
        look.selectsEnd = isLast && selectsEnd;
        text.paint(look, piece, static_cast<qreal>(starts[at].column) * m_metrics.cell);
    }
}

void DiffView::paintGutter(QPainter &painter, const Diff::Line &line, const Column &column, bool isSelected,
                           bool isCurrent)
{
    QColor background = m_colors.gutter(line.origin);
    if (isSelected)
        background = m_colors.selected(background);
    else if (isCurrent)
        background = m_colors.current(background);
    const QRect &rect = column.rect;
    const int numbers = (column.hasOld ? 1 : 0) + (column.hasNew ? 1 : 0);
    painter.fillRect(QRect(rect.left(), rect.top(), numbers * m_metrics.numberWidth, rect.height()),
                     background);
    painter.setFont(m_metrics.code);
    const qreal baseline = rect.top() + m_metrics.codeBaseline;
    const bool isContext = line.origin == LineOrigin::Context;
    painter.setPen(m_colors.readable(
        isContext ? m_colors.subdued : blend(m_colors.subdued, m_colors.text, 0.55), background));
    int right = rect.left();
    const auto number = [&](quint32 value) {
        right += m_metrics.numberWidth;
        if (value == 0)
            return;
        const QString text = QString::number(value);
        painter.drawText(
            QPointF(right - m_metrics.unit - static_cast<qreal>(text.size()) * m_metrics.cell, baseline),
            text);
    };
    if (column.hasOld)
        number(line.oldNumber);
    if (column.hasNew)
        number(line.newNumber);
    if (isContext)
        return;
    const bool isAdded = line.origin == LineOrigin::Added;
    const QColor row = isSelected ? m_colors.selected(m_colors.row(line.origin)) : m_colors.row(line.origin);
    painter.setPen(m_colors.readable(isAdded ? m_colors.good : m_colors.bad, row));
    painter.drawText(QPointF(right + m_metrics.unit, baseline),
                     isAdded ? QStringLiteral("+") : QStringLiteral("−"));
}
