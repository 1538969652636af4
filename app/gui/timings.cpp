// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/timings.h"

#include "ui/history/commitlist.h"
#include "ui/history/historypage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/repositoryview.h"
#include "ui/shell/stallwatch.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <cmath>
#include <ctime>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

double seconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// Seconds after boot, to the kernel's clock tick of 10 ms: field 22 of the process' state.
double processStart()
{
    QFile state(u"/proc/self/stat"_s);
    if (!state.open(QIODevice::ReadOnly))
        return seconds(CLOCK_BOOTTIME);
    const QByteArray text = state.readAll();
    const QList<QByteArray> fields = text.sliced(text.lastIndexOf(')') + 2).split(' ');
    return fields.value(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double rounded(double milliseconds)
{
    return std::round(milliseconds * 10) / 10;
}

qint64 peakBytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) * 1024;
}

double roundedMilliseconds(StallWatch::Duration duration)
{
    return rounded(static_cast<double>(duration.count()) / 1e6);
}

} // namespace

Timings::Timings(MainWindow &window, StallWatch &stalls, QString file)
    : m_window(window)
    , m_stalls(stalls)
    , m_file(std::move(file))
{
    note(u"made"_s);
    stalls.clear();
    qApp->installEventFilter(this);
}

void Timings::note(const QString &milestone)
{
    if (m_milestones.contains(milestone))
        return;
    static const double start = processStart();
    m_milestones.insert(milestone,
                        QJsonObject{{u"milliseconds"_s, rounded((seconds(CLOCK_BOOTTIME) - start) * 1000)},
                                    {u"cpuMilliseconds"_s, rounded(seconds(CLOCK_PROCESS_CPUTIME_ID) * 1000)},
                                    {u"peakBytes"_s, peakBytes()}});
}

// A paint event is over when the next event comes: what was asked for with it is noted then.
bool Timings::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && watched == &m_window) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                note(u"windowShown"_s);
                if (!m_window.hasTabs())
                    finish(u"No repository is open"_s);
            },
            Qt::QueuedConnection);
    } else if (event->type() == QEvent::Show) {
        if (auto *page = qobject_cast<HistoryPage *>(watched); page && !m_page)
            watch(page);
        else if (auto *view = qobject_cast<RepositoryView *>(watched))
            watch(view->repository());
    } else if (event->type() == QEvent::Paint && watched->isWidgetType()) {
        const auto *list = qobject_cast<CommitList *>(watched->parent());
        if (list && list->model()->rowCount() > 0)
            note(u"rowsKnown"_s);
        if (watched == &m_window)
            QMetaObject::invokeMethod(this, [this] { note(u"windowPainted"_s); }, Qt::QueuedConnection);
        else if (list && list->viewport() == watched &&
                 list->model()->index(0, 0).data(CommitItems::IsLoadedRole).toBool())
            QMetaObject::invokeMethod(
                this,
                [this] {
                    note(u"firstRows"_s);
                    watchRows();
                },
                Qt::QueuedConnection);
    }
    return false;
}

void Timings::watch(RepositoryController &repository)
{
    const auto look = [this, &repository] {
        if (repository.state() == PageState::Failed)
            finish(repository.error().message);
    };
    connect(&repository, &PageController::stateChanged, this, look);
    look();
}

void Timings::watch(HistoryPage *page)
{
    m_page = page;
    note(u"pageShown"_s);
    connect(&page->controller(), &PageController::busyChanged, this, &Timings::watchRows);
    connect(page, &Page::settledChanged, this, &Timings::watchRows);
    connect(page, &QObject::destroyed, this, [this] { finish(u"The page was closed"_s); });
    watchRows();
}

void Timings::watchRows()
{
    if (!m_page)
        return;
    auto &history = static_cast<HistoryController &>(m_page->controller());
    if (history.state() == PageState::Failed)
        return finish(history.error().message);
    const bool isOver = history.state() == PageState::Ready && !history.isLoadingRows();
    if (history.state() == PageState::Empty || (isOver && history.allRows() == 0))
        return finish();
    if (!isOver || !m_milestones.contains("firstRows"_L1))
        return;
    note(u"allRows"_s);
    if (m_page->isSettled())
        finish();
}

void Timings::finish(const QString &problem)
{
    if (m_milestones.contains("settled"_L1))
        return;
    note(u"settled"_s);
    const StallWatch::Stall worst = m_stalls.worst();
    auto *history = m_page ? static_cast<HistoryController *>(&m_page->controller()) : nullptr;
    QJsonObject report{
        {u"milestones"_s, m_milestones},
        {u"commits"_s, history ? history->allRows() : 0},
        {u"peakBytes"_s, peakBytes()},
        {u"longestBlock"_s, QJsonObject{{u"milliseconds"_s, roundedMilliseconds(worst.took)},
                                        {u"busyMilliseconds"_s, roundedMilliseconds(worst.busy)},
                                        {u"receiver"_s, QString::fromLatin1(worst.receiver)},
                                        {u"event"_s, int(worst.event)}}}};
    if (!problem.isEmpty())
        report.insert(u"problem"_s, problem);
    QSaveFile file(m_file);
    const bool isOpen = file.open(QIODevice::WriteOnly);
    if (isOpen)
        file.write(QJsonDocument(report).toJson());
    const bool isWritten = isOpen && file.commit();
    if (!isWritten)
        qWarning("%s: %s", qUtf8Printable(m_file), qUtf8Printable(file.errorString()));
    qApp->removeEventFilter(this);
    Q_EMIT written(isWritten, problem.isEmpty());
}
