// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/textmouse.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QScrollBar>

namespace {

constexpr int kDragInterval = 40; // milliseconds between two steps while dragging outside

void step(QScrollBar *bar, int at, int first, int last)
{
    if (at < first || at > last)
        bar->setValue(bar->value() + (at < first ? -bar->singleStep() : bar->singleStep()));
}

} // namespace

void ThirdClick::noteSecond(const QPoint &point)
{
    m_point = point;
    m_since.start();
}

bool ThirdClick::isThird(const QPoint &point) const
{
    return m_since.isValid() && m_since.elapsed() < QApplication::doubleClickInterval() &&
           (point - m_point).manhattanLength() < QApplication::startDragDistance();
}

void DragScroll::follow(const QPoint &point)
{
    m_point = point;
    const bool isOutside = !m_view.viewport()->rect().contains(point);
    if (isOutside && !m_timer.isActive())
        m_timer.start(kDragInterval, &m_view);
    else if (!isOutside)
        m_timer.stop();
}

void DragScroll::scroll(bool isAcross)
{
    const QRect area = m_view.viewport()->rect();
    if (isAcross)
        step(m_view.horizontalScrollBar(), m_point.x(), area.left(), area.right());
    step(m_view.verticalScrollBar(), m_point.y(), area.top(), area.bottom());
}
