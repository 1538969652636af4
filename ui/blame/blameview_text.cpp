// SPDX-License-Identifier: GPL-3.0-or-later
// Selecting text.
#include "ui/blame/blameview.h"

#include <QMouseEvent>
#include <QScrollBar>

#include <cmath>

using TextColumn = TextSelection::Column;

bool BlameView::isOverText(const QPoint &point) const
{
    return point.x() >= m_textLeft && lineAt(point.y()) >= 0;
}

TextPlace BlameView::placeAt(const QPoint &point) const
{
    const qsizetype line = point.y() < 0 ? 0 : lineAt(point.y());
    const Diff::Row row = rowOf(line < 0 ? m_lines.lineCount() - 1 : line);
    if (line < 0) // below the last
        return {row, m_content.bytes(row).size()};
    const int x = point.x() - m_textLeft + horizontalScrollBar()->value();
    return {row, m_text.gridOf(row).byteAt(x / m_metrics.cell)};
}

QPoint BlameView::placeOf(qsizetype line, qsizetype byte) const
{
    const qreal x = m_textLeft + m_text.gridOf(rowOf(line)).columnOf(byte) * m_metrics.cell;
    return {static_cast<int>(std::round(x)) - horizontalScrollBar()->value(), lineRect(line).center().y()};
}

QRectF BlameView::caretRect() const
{
    const TextPlace &caret = m_text.caret();
    const QRect line = lineRect(caret.row.line);
    const qreal width = std::max(m_metrics.hairline, std::round(m_metrics.unit * 0.4));
    const qreal x = m_textLeft + m_text.gridOf(caret.row).columnOf(caret.byte) * m_metrics.cell -
                    horizontalScrollBar()->value();
    return {std::max<qreal>(m_textLeft, x - width / 2), static_cast<qreal>(line.top()), width,
            static_cast<qreal>(line.height())};
}

void BlameView::pressText(const QMouseEvent &event)
{
    const QPoint at = event.position().toPoint();
    const TextPlace place = placeAt(at);
    m_isDragging = true;
    if (m_thirdClick.isThird(at) && isOverText(m_thirdClick.second())) {
        m_thirdClick.forget();
        m_text.selectLine(place.row, TextColumn::Only);
    } else if (event.modifiers().testFlag(Qt::ShiftModifier) && m_text.hasCaret()) {
        m_text.extendTo(place);
    } else {
        m_text.place(place, TextColumn::Only);
    }
    viewport()->update();
    setCurrentLine(place.row.line);
}

void BlameView::dragText(const QPoint &point)
{
    m_text.extendTo(placeAt({point.x(), std::clamp(point.y(), 0, viewport()->height() - 1)}));
    viewport()->update();
    setCurrentLine(m_text.caret().row.line);
}

void BlameView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragScroll.stop();
    if (std::exchange(m_isDragging, false))
        m_text.offer();
}

void BlameView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->button() != Qt::LeftButton || !isOverText(at))
        return mousePressEvent(event);
    TextPlace place = placeAt(at);
    if (placeOf(place.row.line, place.byte).x() > at.x())
        place.byte = m_text.gridOf(place.row).previous(place.byte);
    m_text.selectWord(place, TextColumn::Only);
    m_isDragging = true;
    m_thirdClick.noteSecond(at);
    viewport()->update();
    setCurrentLine(place.row.line);
}

void BlameView::timerEvent(QTimerEvent *event)
{
    if (!m_dragScroll.isTimer(event->timerId()))
        return QAbstractScrollArea::timerEvent(event);
    m_dragScroll.scroll(true);
    dragText(m_dragScroll.point());
}

void BlameView::moveTo(qsizetype line, bool isExtending)
{
    if (isExtending && !m_text.hasCaret())
        m_text.place({rowOf(m_current), 0}, TextColumn::Only);
    setCurrentLine(line);
    m_text.follow(rowOf(m_current), isExtending);
    viewport()->update();
}

void BlameView::moveCaret(const DiffKey &key)
{
    if (m_text.caret().row != rowOf(m_current))
        m_text.place({rowOf(m_current), 0}, TextColumn::Only);
    m_text.step(key);
    ensureVisible(m_current);
    m_text.show(horizontalScrollBar());
    viewport()->update();
}

void BlameView::selectAll()
{
    if (m_lines.lineCount() == 0)
        return;
    const Diff::Row last = rowOf(m_lines.lineCount() - 1);
    m_text.place({rowOf(0), 0}, TextColumn::Only);
    m_text.extendTo({last, m_content.bytes(last).size()});
    viewport()->update();
}

bool BlameView::isRowSelected(qsizetype line) const
{
    return m_text.isEmpty() ? line == m_current : m_text.rangeIn(m_content, rowOf(line)).has_value();
}
