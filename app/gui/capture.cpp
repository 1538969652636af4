// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/capture.h"

#include "ui/shell/mainwindow.h"
#include "ui/shell/repositoryview.h"
#include "ui/shell/stallwatch.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString stateName(PageState state)
{
    switch (state) {
    case PageState::Loading:
        return u"loading"_s;
    case PageState::Ready:
        return u"ready"_s;
    case PageState::Empty:
        return u"empty"_s;
    case PageState::Failed:
        return u"failed"_s;
    }
    return {};
}

double milliseconds(StallWatch::Duration duration)
{
    return double(duration.count() / 1000) / 1000;
}

QJsonObject stallObject(const StallWatch::Stall &stall)
{
    return {{u"milliseconds"_s, milliseconds(stall.took)},
            {u"computingMilliseconds"_s, milliseconds(stall.busy)},
            {u"receiver"_s, QString::fromLatin1(stall.receiver)},
            {u"event"_s, int(stall.event)}};
}

} // namespace

Capture::Capture(MainWindow &window, StallWatch &watch, const Options &options, QStringList pages,
                 QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_watch(watch)
    , m_options(options)
    , m_pages(std::move(pages))
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(60s);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        m_hasFailed = true;
        RepositoryView *view = m_window.currentView();
        Page *page = view ? view->currentPage() : nullptr;
        if (!page) {
            takeWindow(u"repository"_s, u"timeout"_s, {});
            return finish();
        }
        takePage(page, u"timeout"_s);
        goOn();
    });
}

void Capture::start()
{
    QDir().mkpath(m_options.captureFolder);
    RepositoryView *view = m_window.currentView();
    if (!view) {
        takeWindow(u"welcome"_s, u"ready"_s, {});
        return finish();
    }
    m_limit.start();
    auto proceed = [this, view] {
        const PageState state = view->repository().state();
        if (state == PageState::Loading || std::exchange(m_isOpen, true))
            return;
        if (state == PageState::Ready)
            return nextPage();
        if (state == PageState::Failed) {
            m_hasFailed = true;
            // After the layout of the failure has settled.
            QMetaObject::invokeMethod(
                this,
                [this, view] {
                    takeWindow(u"repository"_s, u"failed"_s, view->repository().error().message);
                    finish();
                },
                Qt::QueuedConnection);
        }
    };
    connect(&view->repository(), &PageController::stateChanged, this, proceed, Qt::QueuedConnection);
    proceed();
}

void Capture::nextPage()
{
    if (m_pages.isEmpty()) {
        if (m_taken.isEmpty())
            takeWindow(u"repository"_s, u"ready"_s, {});
        return finish();
    }
    m_current = m_pages.takeFirst();
    m_quietLooks = 0;
    m_watch.clear();
    m_limit.start();
    RepositoryView *view = m_window.currentView();
    view->showPage(m_current);
    if (Page *page = view->currentPage()) {
        connect(&page->controller(), &PageController::stateChanged, this, &Capture::look,
                Qt::UniqueConnection);
        connect(&page->controller(), &PageController::busyChanged, this, &Capture::look,
                Qt::UniqueConnection);
        connect(page, &Page::settledChanged, this, &Capture::look, Qt::UniqueConnection);
    }
    connect(&view->repository(), &PageController::busyChanged, this, &Capture::look, Qt::UniqueConnection);
    look();
}

// A page counts as settled when it still is after everything posted until then (layout, painting, models) was
// delivered; looking twice lets what those events posted come through, too.
void Capture::look()
{
    if (std::exchange(m_isQueued, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isQueued = false;
            RepositoryView *view = m_window.currentView();
            Page *page = view ? view->currentPage() : nullptr;
            if (!page || page->objectName() != m_current)
                return;
            if (!page->isSettled() || view->repository().isBusy()) {
                m_quietLooks = 0;
                return;
            }
            if (++m_quietLooks < 3)
                return look();
            takePage(page, stateName(page->controller().state()));
            goOn();
        },
        Qt::QueuedConnection);
}

void Capture::goOn()
{
    m_limit.stop();
    m_current.clear();
    // In an event of its own: writing the image must not count as a stall of the next page.
    QMetaObject::invokeMethod(this, &Capture::nextPage, Qt::QueuedConnection);
}

void Capture::takePage(Page *page, const QString &state)
{
    const PageController &controller = page->controller();
    m_hasFailed = m_hasFailed || controller.state() == PageState::Failed || controller.isStale();
    takeWindow(m_current, state, controller.error().message);
}

void Capture::takeWindow(const QString &name, const QString &state, const QString &error)
{
    const QString file = name + u".png"_s;
    QJsonObject entry{{u"page"_s, name},
                      {u"state"_s, state},
                      {u"worstStall"_s, stallObject(m_watch.worst())},
                      {u"stallsOver50Milliseconds"_s, m_watch.stalls().size()},
                      {u"file"_s, file}};
    if (const RepositoryView *view = m_window.currentView())
        if (const auto loaded = view->loadTime(name))
            entry.insert(u"loadMilliseconds"_s, qint64(loaded->count()));
    if (!error.isEmpty())
        entry.insert(u"error"_s, error);
    m_taken.append(entry);
    if (!m_window.grab().save(QDir(m_options.captureFolder).filePath(file), "PNG")) {
        qWarning("%s cannot be written", qUtf8Printable(file));
        m_hasFailed = true;
    }
}

void Capture::finish()
{
    m_limit.stop();
    QJsonObject report{{u"schemaVersion"_s, 1},
                       {u"theme"_s, m_options.isDark ? u"dark"_s : u"light"_s},
                       {u"scale"_s, m_options.scale.isEmpty() ? u"1"_s : m_options.scale},
                       {u"width"_s, m_window.width()},
                       {u"height"_s, m_window.height()},
                       {u"start"_s, m_start},
                       {u"pages"_s, m_taken}};
    QFile file(QDir(m_options.captureFolder).filePath(u"capture.json"_s));
    const bool isWritten =
        file.open(QFile::WriteOnly | QFile::Truncate) && file.write(QJsonDocument(report).toJson()) > 0;
    if (!isWritten)
        qWarning("capture.json cannot be written: %s", qUtf8Printable(file.errorString()));
    Q_EMIT finished(m_hasFailed || !isWritten ? 1 : 0);
}
