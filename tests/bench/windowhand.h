// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/mainwindow.h"
#include "ui/shell/repositoryview.h"
#include "ui/shell/stallwatch.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <deque>

/// Does one step after the other in a window, each asked again every few milliseconds until it says that it
/// is done; then prints what was told as JSON and ends the program.
class WindowHand : public QObject
{
public:
    WindowHand(WatchedApplication &application, MainWindow &window)
        : m_application(application)
        , m_window(window)
    {
        m_timer.setInterval(4);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &WindowHand::step);
        qApp->installEventFilter(this);
    }

protected:
    using Step = std::function<bool()>;

    void start() { m_timer.start(); }
    void lookEach(std::chrono::milliseconds interval) { m_timer.setInterval(interval); }
    void plan(Step step) { m_steps.push_back(std::move(step)); }
    void planOnce(std::function<void()> act)
    {
        plan([act = std::move(act)] {
            act();
            return true;
        });
    }
    void planSettled()
    {
        plan([this] { return isSettled(); });
    }
    /// From then on the time runs until a widget that is wanted was painted.
    void awaitPaint(std::function<bool(const QWidget *)> isWanted)
    {
        m_painted = -1;
        m_isPaintWanted = std::move(isWanted);
        m_since.start();
    }
    void planPainted()
    {
        plan([this] { return m_painted >= 0; });
    }
    double painted() const { return m_painted; } ///< milliseconds; below 0: not yet
    void startTime() { m_since.start(); }
    double time() const { return double(m_since.nsecsElapsed()) / 1e6; }

    RepositoryView *view() { return m_window.currentView(); }
    template<class PageType> PageType *page() { return static_cast<PageType *>(view()->currentPage()); }
    bool isSettled()
    {
        return view()->repository().state() == PageState::Ready && !view()->repository().isBusy() &&
               view()->currentPage() && view()->currentPage()->isSettled() &&
               view()->repository().watcher().isSettled();
    }
    static void press(QWidget *widget, Qt::Key key)
    {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &down);
    }
    void forgetStalls() { m_application.stallWatch().clear(); }
    void tellStall(const QString &name)
    {
        const StallWatch::Stall worst = m_application.stallWatch().worst();
        tell(name + QStringLiteral("Milliseconds"), double(worst.took.count()) / 1e6);
        tell(name + QStringLiteral("CpuMilliseconds"), double(worst.busy.count()) / 1e6);
        tell(name + QStringLiteral("By"), QString::fromLatin1(worst.receiver));
        tell(name + QStringLiteral("Event"), int(worst.event));
        forgetStalls();
    }
    void tellTimes(const QString &name, QList<double> times)
    {
        std::ranges::sort(times);
        tell(name + QStringLiteral("Milliseconds"), times.last());
        tell(name + QStringLiteral("MedianMilliseconds"), times[times.size() / 2]);
    }
    void tell(const QString &name, const QJsonValue &value) { m_told.insert(name, value); }
    bool isTold(const QString &name) const { return m_told.contains(name); }

    // A paint event is over when the next posted one comes.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_isPaintWanted && watched->isWidgetType() &&
            m_isPaintWanted(static_cast<QWidget *>(watched))) {
            m_isPaintWanted = {};
            QMetaObject::invokeMethod(this, [this] { m_painted = time(); }, Qt::QueuedConnection);
        }
        return false;
    }

private:
    void step()
    {
        while (!m_steps.empty() && m_steps.front()())
            m_steps.pop_front();
        if (!m_steps.empty())
            return;
        m_timer.stop();
        std::fputs(QJsonDocument(m_told).toJson(QJsonDocument::Compact).constData(), stdout);
        QCoreApplication::exit(0);
    }

    WatchedApplication &m_application;
    MainWindow &m_window;
    QTimer m_timer;
    std::deque<Step> m_steps;
    QJsonObject m_told;
    QElapsedTimer m_since;
    std::function<bool(const QWidget *)> m_isPaintWanted;
    double m_painted = -1;
};
