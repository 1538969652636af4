// SPDX-License-Identifier: GPL-3.0-or-later
// Where places in the text are on the screen.
#include "ui/diff/diffview.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

using Diff::RowKind;
using TextColumn = TextSelection::Column;

qsizetype DiffView::pieceWith(const QList<Diff::CellMarks::Mark> &starts, qsizetype byte)
{
    const auto after = std::ranges::upper_bound(starts, byte, {}, &Diff::CellMarks::Mark::byte);
    return std::max<qsizetype>(1, std::distance(starts.begin(), after)) - 1;
}

TextColumn DiffView::columnAt(const QPoint &point) const
{
    if (!m_look.isSplit)
        return TextColumn::Only;
    return point.x() < viewport()->width() / 2 ? TextColumn::Left : TextColumn::Right;
}

DiffView::Column DiffView::columnOf(const Diff::Row &row, TextColumn column) const
{
    const qsizetype position = m_content.rows().positionOf(row);
    return columnsOf(position, rowRect(position)).at(column == TextColumn::Right ? 1 : 0);
}

bool DiffView::isOverText(const QPoint &point) const
{
    const qsizetype position = positionAt(point);
    if (position < 0 || m_content.rows().at(position).kind != RowKind::Line)
        return false;
    const Column column = columnOf(m_content.rows().at(position), columnAt(point));
    return column.line >= 0 && point.x() >= column.rect.left() + textLeft();
}

TextPlace DiffView::placeIn(const Diff::Row &row, const QPoint &point, TextColumn column) const
{
    const Column shown = columnOf(row, column);
    const int left = shown.rect.left() + textLeft();
    const LineGrid grid = m_text.gridOf(row);
    if (!m_content.isWrapped(row)) {
        const int x = point.x() - left + horizontalScrollBar()->value();
        return {row, grid.byteAt(x / m_metrics.cell)};
    }
    const auto starts = wrapStartsOf(row);
    const qsizetype piece =
        std::clamp<qsizetype>((point.y() - shown.rect.top()) / m_metrics.heights.line, 0, starts.size() - 1);
    const qsizetype byte = grid.byteAt(static_cast<qreal>(starts[piece].column) +
                                       std::max(0, point.x() - left) / m_metrics.cell);
    const bool isLast = piece == starts.size() - 1;
    return {row, isLast ? byte : std::min(byte, starts[piece + 1].byte)};
}

QList<Diff::CellMarks::Mark> DiffView::wrapStartsOf(const Diff::Row &row) const
{
    return Diff::wrapStarts(m_content.bytes(row), m_content.line(row).endsWithNewline,
                            m_content.shape().wrapping);
}

Diff::Row DiffView::lineAt(qsizetype position, TextColumn column) const
{
    const Diff::RowLayout &rows = m_content.rows();
    Diff::Row row = rows.at(position);
    if (row.kind != RowKind::Line)
        return {};
    const Diff::Sides sides = rows.sidesAt(position);
    row.line = column == TextColumn::Right ? sides.right : sides.left;
    return row.line < 0 ? Diff::Row{} : row;
}

// The place that is meant, else the nearest on the way back to where the selection began.
TextPlace DiffView::placeAt(qsizetype position, const QPoint &point, TextColumn column) const
{
    const Diff::RowLayout &rows = m_content.rows();
    const qsizetype wanted =
        std::max<qsizetype>(0, rows.positionAt(qint64(point.y()) + verticalScrollBar()->value()));
    if (const Diff::Row row = lineAt(position, column); row.isValid() && wanted == position)
        return placeIn(row, point, column);
    const qsizetype from = rows.positionOf(m_text.caret().row);
    const bool isBelow = position != from ? position > from : wanted > position;
    for (qsizetype at = position;; at += isBelow ? -1 : 1) {
        if (const Diff::Row row = lineAt(at, column); row.isValid())
            return {row, isBelow ? m_content.bytes(row).size() : 0};
        if (at == from || at <= 0 || at >= rows.count() - 1)
            return m_text.caret();
    }
}

QRectF DiffView::caretRect(const TextPlace &place, TextColumn text) const
{
    const Column column = columnOf(place.row, text);
    const qreal width = std::max(m_metrics.hairline, std::round(m_metrics.unit * 0.4));
    qreal cells = m_text.gridOf(place.row).columnOf(place.byte);
    qreal top = column.rect.top();
    qreal scrolled = horizontalScrollBar()->value();
    if (m_content.isWrapped(place.row)) {
        const auto starts = wrapStartsOf(place.row);
        const qsizetype piece = pieceWith(starts, place.byte);
        cells -= static_cast<qreal>(starts[piece].column);
        top += static_cast<qreal>(piece) * m_metrics.heights.line;
        scrolled = 0;
    }
    const qreal x = column.rect.left() + textLeft() + cells * m_metrics.cell - scrolled;
    return {std::max<qreal>(column.rect.left() + textLeft(), x - width / 2), top, width,
            static_cast<qreal>(m_metrics.heights.line)};
}

QPoint DiffView::placeOf(const Diff::Row &row, qsizetype byte, TextColumn column) const
{
    return caretRect({row, byte}, column).center().toPoint();
}
