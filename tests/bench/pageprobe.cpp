// SPDX-License-Identifier: GPL-3.0-or-later
// Uses the window on a repository as a hand would, without a display, and prints as JSON how long one waited.
//   list REPOSITORY     the Changes page opens, and its list is scrolled
//   switch REPOSITORY   one file after the other is chosen there
//   commit REPOSITORY   the newest commit is chosen in the history
//   idle REPOSITORY     nobody does anything for five seconds
#include "app/common/services.h"
#include "app/gui/pages.h"
#include "ui/changes/changespage.h"
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/history/commitdetails.h"
#include "ui/history/commitlist.h"
#include "ui/history/historypage.h"
#include "ui/theme/apply.h"
#include "windowhand.h"

#include <QScrollBar>
#include <QThreadPool>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPages = 60;
constexpr auto kQuiet = 1500ms, kIdle = 5000ms; // what was put off comes to its end in the first

double processorTime()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6;
}

class Hand final : public WindowHand
{
public:
    using WindowHand::WindowHand;

    bool use(const QString &scene)
    {
        const QHash<QString, void (Hand::*)()> scenes{{u"list"_s, &Hand::planList},
                                                      {u"switch"_s, &Hand::planSwitch},
                                                      {u"commit"_s, &Hand::planCommit},
                                                      {u"idle"_s, &Hand::planIdle}};
        if (!scenes.contains(scene))
            return false;
        (this->*scenes.value(scene))();
        start();
        return true;
    }

private:
    FileList *unstaged()
    {
        for (FileList *list : page<ChangesPage>()->findChildren<FileList *>())
            if (list->model() == &page<ChangesPage>()->changes().unstaged())
                return list;
        return nullptr;
    }
    DiffView *diff() { return page<ChangesPage>()->findChild<DiffView *>(); }
    CommitList *commits() { return page<HistoryPage>()->findChild<CommitList *>(); }
    HistoryController &history()
    {
        return static_cast<HistoryController &>(page<HistoryPage>()->controller());
    }

    void openChanges()
    {
        planSettled();
        planOnce([this] {
            forgetStalls();
            view()->showPage(u"changes"_s);
        });
        planSettled();
    }

    void planList()
    {
        openChanges();
        planOnce([this] {
            tellStall(u"listing"_s);
            tell(u"rows"_s, unstaged()->model()->rowCount());
            unstaged()->setFocus();
        });
        for (int at = 0; at < kPages; ++at) { // one a frame
            planOnce([this, at] {
                if (at % 2 == 0)
                    unstaged()->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
                else
                    press(unstaged(), Qt::Key_PageDown);
                startTime();
            });
            plan([this] { return time() >= 12; });
        }
        planSettled();
        planOnce([this] { tellStall(u"scrolling"_s); });
    }

    // Down the list and up again, twice.
    void planSwitch()
    {
        openChanges();
        planOnce([this] {
            unstaged()->setFocus();
            const int count = unstaged()->model()->rowCount() - 1;
            planSettled();
            planOnce([this] { forgetStalls(); });
            for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_Down, Qt::Key_Up}) {
                for (int at = 0; at < count; ++at)
                    planSwitch(key);
            }
            planOnce([this] {
                tellTimes(u"switching"_s, m_times);
                tell(u"lines"_s, m_lines);
                tellStall(u"longestBlock"_s);
            });
        });
    }

    void planSwitch(Qt::Key key)
    {
        planOnce([this, key] {
            awaitPaint([this](const QWidget *painted) {
                const QList<Diff::FileDiff> &files = diff()->files();
                return painted == diff()->viewport() && files.size() == 1 &&
                       files[0].path() == unstaged()->selectedPaths().value(0) && !files[0].lines.isEmpty();
            });
            press(unstaged(), key);
        });
        planPainted();
        planOnce([this] {
            m_times += painted();
            m_lines = std::max(m_lines, diff()->files()[0].lines.size());
        });
        planSettled();
    }

    void planCommit()
    {
        plan([this] { return isSettled() && commits()->model()->rowCount() == 2; });
        planOnce([this] {
            commits()->setFocus();
            press(commits(), Qt::Key_Down); // away from the newest, which is chosen at the start
        });
        plan([this] { return isSettled() && commits()->currentIndex().row() == 1; });
        planOnce([this] {
            forgetStalls();
            const auto *details = page<HistoryPage>()->findChild<CommitDetailsView *>();
            awaitPaint([this, details, wanted = history().idAt(0)](const QWidget *painted) {
                return history().details() && history().details()->commit.id == wanted &&
                       (painted == details || details->isAncestorOf(painted));
            });
            press(commits(), Qt::Key_Up);
        });
        planPainted();
        planOnce([this] { tell(u"headerMilliseconds"_s, painted()); });
        plan([this] { return history().files().rowCount() > 0; });
        planOnce([this] {
            tell(u"firstFilesMilliseconds"_s, time());
            tell(u"firstFiles"_s, history().files().rowCount());
        });
        plan([this] { return !history().chosen().isReadingFiles() && isSettled(); });
        planOnce([this] {
            tell(u"allFilesMilliseconds"_s, time());
            tell(u"files"_s, history().files().rowCount());
            tellStall(u"longestBlock"_s);
        });
    }

    void planIdle()
    {
        openChanges();
        planOnce([this] {
            unstaged()->setFocus(); // no cursor that blinks
            lookEach(kQuiet);       // and nobody looks meanwhile
            startTime();
        });
        plan([this] { return time() > 1000; });
        planOnce([this] {
            lookEach(kIdle);
            startTime();
            m_before = processorTime();
        });
        plan([this] { return time() > 1000; });
        planOnce([this] {
            const double spent = processorTime() - m_before;
            tell(u"idleCpuMilliseconds"_s, spent);
            tell(u"idlePercent"_s, spent / time() * 100);
        });
    }

    QList<double> m_times;
    qsizetype m_lines = 0;
    double m_before = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchedApplication application(argc, argv);
    Theme::applyFixed(Qt::ColorScheme::Light);
    Services services(Services::Storage::Memory);
    QThreadPool reads, longReads;
    reads.setMaxThreadCount(services.settings.value(SettingKeys::readThreads));
    const WorkspaceServices workspace{
        .runner = &services.runner,
        .clock = &services.clock,
        .reads = &reads,
        .longReads = &longReads,
        .settings = &services.settings,
        .readTrust = [](const Git::RepoLocation &) { return Git::Trust::Trusted; },
        .storeTrust = [](const Git::RepoLocation &, const auto &) { return Result<void>(); }};
    StateFile state({});
    MainWindow window(workspace, state, makePageFactories());
    window.resize(1400, 900);
    window.openRepository(QCoreApplication::arguments().value(2));
    window.show();
    Hand hand(application, window);
    if (!hand.use(QCoreApplication::arguments().value(1)))
        return 2;
    // A repository that cannot be read never settles.
    QTimer::singleShot(std::chrono::minutes(2), &application, [] { QCoreApplication::exit(1); });
    const int code = QApplication::exec();
    std::fflush(stdout);
    std::_Exit(code); // nobody waits for reading jobs that are left
}
