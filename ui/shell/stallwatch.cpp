// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stallwatch.h"

#include <QThread>

#include <ctime>

namespace {

constexpr qsizetype kMostKept = 100;

StallWatch::Duration now(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

void StallWatch::clear()
{
    m_stalls.clear();
    m_worst = {};
}

bool StallWatch::begin()
{
    const int level = QThread::currentThread()->loopLevel();
    if (!m_frames.isEmpty() && m_frames.last().loopLevel >= level)
        return false;
    if (!m_frames.isEmpty())
        for (Frame &frame : m_frames)
            frame.ranLoop = true;
    m_frames.append({.loopLevel = level, .wall = now(CLOCK_MONOTONIC), .busy = now(CLOCK_THREAD_CPUTIME_ID)});
    return true;
}

void StallWatch::end(const QMetaObject *receiver, QEvent::Type event)
{
    const Frame frame = m_frames.takeLast();
    const Duration took = now(CLOCK_MONOTONIC) - frame.wall;
    if (frame.ranLoop || took <= m_worst.took)
        if (frame.ranLoop || took <= kLongest)
            return;
    const Stall stall{receiver->className(), event, took, now(CLOCK_THREAD_CPUTIME_ID) - frame.busy};
    if (took > m_worst.took)
        m_worst = stall;
    if (took <= kLongest)
        return;
    if (m_stalls.size() < kMostKept)
        m_stalls.append(stall);
    if (m_isLogging)
        qWarning("The window stalled for %ld ms (%ld computing): event %d for a %s", took.count() / 1'000'000,
                 stall.busy.count() / 1'000'000, int(event), stall.receiver.constData());
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (receiver->thread() != thread()) // other threads deliver through the same function
        return QApplication::notify(receiver, event);
    return m_watch.measure(receiver, event, [&] { return QApplication::notify(receiver, event); });
}
