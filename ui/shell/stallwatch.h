// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QEvent>

#include <chrono>

/// Measures how long the GUI thread takes for each event. What runs a nested event loop (a menu, a drag) is
/// not a stall and not counted. GUI thread only; two clock reads per event.
class StallWatch
{
public:
    using Duration = std::chrono::nanoseconds;
    static constexpr Duration kLongest = std::chrono::milliseconds(50);

    struct Stall
    {
        QByteArray receiver; ///< class name
        QEvent::Type event = QEvent::None;
        Duration took{}; ///< by the clock on the wall
        Duration busy{}; ///< of it, the thread's own computing: free of what else the machine does
    };

    void setLogging(bool isLogging) { m_isLogging = isLogging; }
    void clear();
    const QList<Stall> &stalls() const { return m_stalls; } ///< longer than kLongest, the first hundred
    Stall worst() const { return m_worst; }                 ///< of all events since clear()

    template<class Deliver> bool measure(QObject *receiver, QEvent *event, Deliver deliver)
    {
        if (!begin())
            return deliver(); // inside an event that is measured already
        const QEvent::Type type = event->type();
        const QMetaObject *meta = receiver->metaObject();
        const bool result = deliver();
        end(meta, type);
        return result;
    }

private:
    struct Frame
    {
        int loopLevel = 0;
        Duration wall{}, busy{};
        bool ranLoop = false;
    };
    bool begin();
    void end(const QMetaObject *receiver, QEvent::Type event);

    QList<Frame> m_frames;
    QList<Stall> m_stalls;
    Stall m_worst;
    bool m_isLogging = false;
};

/// The application with a StallWatch over every event.
class WatchedApplication : public QApplication
{
    Q_OBJECT

public:
    using QApplication::QApplication;

    StallWatch &stallWatch() { return m_watch; }
    bool notify(QObject *receiver, QEvent *event) override;

private:
    StallWatch m_watch;
};
