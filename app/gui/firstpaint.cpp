// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/firstpaint.h"

#include <QEvent>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

qint64 milliseconds(const timeval &time)
{
    return qint64(time.tv_sec) * 1000 + time.tv_usec / 1000;
}

qint64 processorTime()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

} // namespace

FirstPaint::FirstPaint(QObject *window)
    : QObject(window)
{
    window->installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_cost.isEmpty()) {
        // After the children, which are painted within the same event, are done.
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_cost = {{u"cpuMilliseconds"_s, processorTime()}};
                Q_EMIT painted();
            },
            Qt::QueuedConnection);
        watched->removeEventFilter(this);
    }
    return false;
}
