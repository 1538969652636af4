// SPDX-License-Identifier: GPL-3.0-or-later
// Scrolls the History page of a repository from end to end and prints as JSON the longest time that the
// window stood still: while it opened, while it was scrolled as rows came, and while it was scrolled then.
#include "app/common/services.h"
#include "ui/history/commitlist.h"
#include "ui/history/historypage.h"
#include "ui/shell/repositorycontext.h"
#include "ui/shell/stallwatch.h"
#include "ui/theme/apply.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QThreadPool>

#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr int kJumps = 100, kPages = 100, kWheels = 300;
constexpr int kFrame = 16;                              // milliseconds
constexpr int kOpening = -3, kShown = -2, kComing = -1; // before the first step

/// Does one step after another, each a frame after the one before, as a hand would.
class Scroller final : public QObject
{
public:
    Scroller(WatchedApplication &application, HistoryPage &page)
        : m_application(application)
        , m_page(page)
    {
        m_timer.setInterval(kFrame);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Scroller::step);
        m_timer.start();
    }

private:
    void step()
    {
        QScrollBar *bar = list()->verticalScrollBar();
        const auto jump = [&] { bar->setValue(int(m_random() % quint32(bar->maximum() + 1))); };
        if (m_step == kOpening) {
            if (list()->model()->rowCount() > 0)
                m_step = kShown;
            return;
        }
        if (m_step == kShown) { // a frame later, so that the first rows were painted
            m_opening = takeWorst();
            m_step = kComing;
        }
        if (m_step == kComing) {
            jump();
            if (m_page.controller().isBusy() || !m_page.isSettled())
                return;
            m_coming = takeWorst();
            m_step = 0;
        }
        if (m_step < kJumps)
            jump();
        else if (m_step < kJumps + kPages)
            bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        else if (m_step < kJumps + kPages + kWheels)
            bar->setValue(bar->value() - 3 * bar->singleStep());
        else
            end();
        ++m_step;
    }

    void end()
    {
        m_timer.stop();
        const StallWatch::Stall scrolling = takeWorst();
        const auto milliseconds = [](StallWatch::Duration time) { return double(time.count()) / 1e6; };
        const QJsonObject told{{u"rows"_s, list()->model()->rowCount()},
                               {u"openingMilliseconds"_s, milliseconds(m_opening.took)},
                               {u"openingCpuMilliseconds"_s, milliseconds(m_opening.busy)},
                               {u"comingMilliseconds"_s, milliseconds(m_coming.took)},
                               {u"comingCpuMilliseconds"_s, milliseconds(m_coming.busy)},
                               {u"scrollingMilliseconds"_s, milliseconds(scrolling.took)},
                               {u"scrollingCpuMilliseconds"_s, milliseconds(scrolling.busy)},
                               {u"scrollingReceiver"_s, QString::fromLatin1(scrolling.receiver)},
                               {u"comingReceiver"_s, QString::fromLatin1(m_coming.receiver)}};
        std::fputs(QJsonDocument(told).toJson(QJsonDocument::Compact).constData(), stdout);
        QCoreApplication::exit(0);
    }

    StallWatch::Stall takeWorst()
    {
        const StallWatch::Stall worst = m_application.stallWatch().worst();
        m_application.stallWatch().clear();
        return worst;
    }

    CommitList *list() { return m_page.findChild<CommitList *>(); }

    WatchedApplication &m_application;
    HistoryPage &m_page;
    QTimer m_timer;
    std::minstd_rand m_random;
    StallWatch::Stall m_opening, m_coming;
    int m_step = kOpening;
};

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchedApplication application(argc, argv);
    Theme::applyFixed(Qt::ColorScheme::Light); // as in the window
    Services services(Services::Storage::Memory);
    QThreadPool reads, longReads;
    longReads.setThreadPriority(QThread::LowPriority); // as in the window
    reads.setMaxThreadCount(services.settings.value(SettingKeys::readThreads));
    const WorkspaceServices workspace{
        .runner = &services.runner,
        .clock = &services.clock,
        .reads = &reads,
        .longReads = &longReads,
        .settings = &services.settings,
        .readTrust = [](const Git::RepoLocation &) { return Git::Trust::Unknown; },
        .storeTrust = [](const Git::RepoLocation &, Git::Trust) { return Result<void>(); }};
    RepositoryController repository(workspace, QCoreApplication::arguments().value(1));
    RepositoryContext context(repository);
    HistoryPage page(context);
    page.resize(1400, 900);
    page.show();
    repository.refresh();
    Scroller scroller(application, page);
    // A repository that cannot be read never gets rows.
    QTimer::singleShot(std::chrono::minutes(5), &application, [] { QCoreApplication::exit(1); });
    const int code = QApplication::exec();
    std::fflush(stdout);
    std::_Exit(code); // nobody waits for reading jobs that are left
}
