// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPoint>

class QAbstractScrollArea;

/// Tells a third click from a new first one.
class ThirdClick
{
public:
    void noteSecond(const QPoint &point);
    bool isThird(const QPoint &point) const;
    const QPoint &second() const { return m_point; }
    void forget() { m_since.invalidate(); }

private:
    QElapsedTimer m_since;
    QPoint m_point;
};

/// Scrolls a view while somebody drags beyond its edges. Its timer is the view's: see timerEvent().
class DragScroll
{
public:
    explicit DragScroll(QAbstractScrollArea &view)
        : m_view(view)
    {}

    void follow(const QPoint &point); ///< in the viewport
    void stop() { m_timer.stop(); }
    bool isTimer(int id) const { return id == m_timer.timerId(); }
    const QPoint &point() const { return m_point; }
    void scroll(bool isAcross); ///< a step; isAcross: to the sides, too

private:
    QAbstractScrollArea &m_view;
    QBasicTimer m_timer;
    QPoint m_point;
};
