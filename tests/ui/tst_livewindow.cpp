// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/programfixture.h"
#include "ui/blame/blamepage.h"
#include "ui/diff/diffview.h"
#include "ui/history/commitlist.h"
#include "ui/history/historypage.h"
#include "ui/shell/pathactions.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractEventDispatcher>
#include <QAccessible>
#include <QElapsedTimer>
#include <QPushButton>
#include <QScrollBar>

#include <ctime>

using namespace Qt::StringLiterals;
using Tests::Program;
using Tests::RepoBuilder;

namespace {

HistoryController &historyOf(Program &program)
{
    return static_cast<HistoryController &>(program.page()->controller());
}

QStringList shownErrors(const QWidget &window)
{
    QStringList errors;
    for (const ErrorBanner *banner : window.findChildren<ErrorBanner *>())
        if (banner->isVisible())
            errors += banner->copyText();
    return errors;
}

QString labelsOf(const QWidget &page)
{
    QStringList texts;
    for (const PlainLabel *label : page.findChildren<PlainLabel *>())
        if (label->isVisible())
            texts += label->text();
    return texts.join(u'\n');
}

void manyCommits(RepoBuilder &repo, int count)
{
    QByteArray stream;
    for (int number = 0; number < count; ++number) {
        const QByteArray subject = "c" + QByteArray::number(number);
        stream += "commit refs/heads/main\ncommitter Ada <a@example.org> " +
                  QByteArray::number(1'700'000'000 + number) + " +0000\ndata " +
                  QByteArray::number(subject.size()) + "\n" + subject + "\n";
    }
    repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
    repo.git({u"reset"_s, u"-q"_s, u"--hard"_s});
}

/// Every timer of the thread: who has one, and how long it runs.
QStringList runningTimers()
{
    QStringList found;
    QObjectList all;
    for (QWidget *window : QApplication::topLevelWidgets())
        all += window;
    all += qApp;
    for (qsizetype at = 0; at < all.size(); ++at) { // grows while it is walked
        all += all[at]->children();
        const auto timers = QAbstractEventDispatcher::instance()->timersForObject(all[at]);
        for (const auto &timer : timers)
            found += QLatin1StringView(all[at]->metaObject()->className()) + u' ' + all[at]->objectName() +
                     u' ' + QString::number(timer.interval.count() / 1'000'000) + u" ms"_s;
    }
    return found;
}

/// Who has a timer that ends, also of objects that nobody owns.
class TimerWitness final : public QObject
{
public:
    TimerWitness() { qApp->installEventFilter(this); }
    QStringList seen;

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Timer)
            seen += QLatin1StringView(object->metaObject()->className()) + u' ' + object->objectName();
        return false;
    }
};

QString leaveLock(const RepoBuilder &repo, const QString &name)
{
    QFile lock(repo.gitDir() + u'/' + name);
    if (!lock.open(QIODevice::WriteOnly))
        qFatal("no lock");
    return lock.fileName();
}

QPushButton *removalIn(const ErrorBanner &banner)
{
    for (QPushButton *button : banner.findChildren<QPushButton *>())
        if (button->text() == u"Remove lock…"_s)
            return button;
    return nullptr;
}

qint64 processorTime() // of the whole process, microseconds
{
    timespec now = {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

} // namespace

/// The whole window beside whatever else happens to its repository.
class LiveWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBareRepositoryIsReadAndNothingIsAnError()
    {
        RepoBuilder work;
        work.write("a.txt", "one\n").commit("first");
        work.write("a.txt", "one\ntwo\n");
        const QByteArray second = work.commit("second");
        const RepoBuilder bare({u"--bare"_s});
        work.git({u"push"_s, u"-q"_s, bare.path(), u"main"_s});
        Program program(bare);
        QVERIFY(program.go(u"history"_s));
        QTRY_COMPARE(historyOf(program).commits().rowCount(), 2);
        const auto *diff = program.page()->findChild<DiffView *>();
        QTRY_VERIFY(diff->files().size() == 1 && diff->files()[0].text.contains("two"));
        QCOMPARE(shownErrors(program.window), QStringList());

        program.view()->showPage(PathPages::blame(),
                                 PathPages::argument({"a.txt", *Git::ObjectId::fromHex(second)}));
        auto &blame = static_cast<BlamePage *>(program.page())->blame();
        QTRY_COMPARE(blame.lines().knownLines(), 2);
        QCOMPARE(blame.lines().commitAt(1).toHex(), second);
        QCOMPARE(shownErrors(program.window), QStringList());

        QVERIFY(program.go(u"changes"_s));
        QTRY_COMPARE(program.page()->controller().state(), PageState::Empty);
        QVERIFY(labelsOf(*program.page()).contains(u"No work tree"_s));
        for (const FileList *list : program.page()->findChildren<FileList *>())
            QVERIFY(!list->isVisible());
        QCOMPARE(shownErrors(program.window), QStringList());
    }

    void contentThatIsNotInTheCloneIsSaidOnThePage()
    {
        RepoBuilder origin;
        origin.config(u"uploadpack.allowFilter"_s, u"true"_s);
        origin.write("a.txt", "one\n").commit("first");
        origin.write("a.txt", "two\n").commit("second");
        RepoBuilder repo;
        repo.git({u"remote"_s, u"add"_s, u"origin"_s, QString(u"file://"_s + origin.path())});
        repo.git({u"fetch"_s, u"-q"_s, u"--filter=blob:none"_s, u"origin"_s, u"main:main"_s,
                  u"--update-head-ok"_s});
        Program program(repo);
        QVERIFY(program.go(u"history"_s));
        auto *diff = program.page()->findChild<DiffView *>();
        QTRY_VERIFY(diff->files().size() == 1);
        QCOMPARE(diff->files()[0].omission, Diff::Omission::Missing);
        QAccessibleInterface *rows = QAccessible::queryAccessibleInterface(diff);
        QCOMPARE(rows->childCount(), 2); // the file and why no line follows
        QCOMPARE(rows->child(1)->text(QAccessible::Name), u"The content is not in this clone"_s);
        QCOMPARE(shownErrors(program.window), QStringList());
    }

    void whatHappensElsewhereShowsAndKeepsSelectionAndScroll()
    {
        RepoBuilder repo;
        manyCommits(repo, 500);
        repo.branch("topic", "HEAD~5");
        Program program(repo);
        QVERIFY(program.go(u"history"_s));
        HistoryController &history = historyOf(program);
        QTRY_COMPARE(history.commits().rowCount(), 500);
        auto *list = program.page()->findChild<CommitList *>();
        list->showRow(300);
        list->verticalScrollBar()->setValue(list->verticalScrollBar()->value() + 7);
        QTRY_VERIFY(program.page()->isSettled());
        const auto top = [list] { return list->indexAt({5, 5}).data().toString(); };
        const QString chosen = list->currentIndex().data().toString(), first = top();
        QVERIFY(!chosen.isEmpty() && !first.isEmpty());
        const auto isKept = [&] {
            return list->currentIndex().data().toString() == chosen && top() == first &&
                   list->selectedCount() == 1;
        };
        QElapsedTimer timer;
        const auto told = [&](const char *what, bool isSeen) {
            qInfo("%s: seen after %lld ms", what, timer.restart());
            return isSeen && QTest::qWaitFor([&] { return program.page()->isSettled() && isKept(); });
        };
        timer.start();
        repo.write("new", "x").commit("from elsewhere"); // nobody calls refresh(): the window sees it
        const auto rows = [&] { return history.commits().rowCount(); };
        QVERIFY(told("commit", QTest::qWaitFor([&] { return rows() == 501; })));
        repo.checkout("topic");
        const auto branch = [&] { return program.view()->repository().refs().head.branch; };
        QVERIFY(told("checkout", QTest::qWaitFor([&] { return branch() == "refs/heads/topic"; })));
        repo.git({u"branch"_s, u"-q"_s, u"-D"_s, u"main"_s}); // takes six commits at the top along
        QVERIFY(told("branch delete", QTest::qWaitFor([&] { return rows() == 495; })));
        repo.write("staged", "x").stage();
        QVERIFY(program.go(u"changes"_s));
        QTRY_COMPARE(program.changes().staged().rowCount(), 1);
        QVERIFY(program.go(u"history"_s));
        QVERIFY(told("stage", true));
    }

    void aRepositoryThatVanishesIsSaidWhileOneScrolls()
    {
        RepoBuilder repo;
        manyCommits(repo, 3000);
        Program program(repo);
        QVERIFY(program.go(u"history"_s));
        auto *list = program.page()->findChild<CommitList *>();
        QTRY_COMPARE(list->model()->rowCount(), 3000);
        const QString away = repo.folder() + u"/away"_s;
        QVERIFY(QDir().rename(repo.path(), away));
        for (int row = 100; row < 3000; row += 100) { // rows whose texts nobody has read yet
            list->showRow(row);
            list->viewport()->repaint();
        }
        QTRY_COMPARE_WITH_TIMEOUT(program.view()->repository().state(), PageState::Failed, 5'000);
        QTRY_VERIFY(shownErrors(program.window).join(u'\n').contains(u"no longer there"_s));
        QVERIFY(QDir().rename(away, repo.path()));
        program.view()->repository().refreshEverything();
        program.view()->repository().refresh();
        QTRY_COMPARE_WITH_TIMEOUT(program.view()->repository().state(), PageState::Ready, 5'000);
        QVERIFY(program.go(u"history"_s));
        QTRY_COMPARE(list->model()->rowCount(), 3000);
    }

    void d02_whatFailedOnALeftLockIsRepeatedAfterItsRemoval()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.write("a.txt", "two\n");
        Program program(repo);
        QVERIFY(program.go(u"changes"_s));
        const QString lock = leaveLock(repo, u"index.lock"_s);
        program.action(u"changes.stageAll"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(shownErrors(program.window).join(u'\n').contains(lock), 20'000);
        const auto banners = program.page()->findChildren<ErrorBanner *>();
        const auto shown = std::ranges::find_if(banners, &QWidget::isVisible);
        QTRY_VERIFY2(removalIn(**shown), qPrintable((*shown)->copyText()));
        const auto ask = [&] {
            removalIn(**shown)->click();
            return program.window.findChild<ConfirmDialog *>();
        };
        ConfirmDialog *dialog = ask();
        QVERIFY(labelsOf(*dialog).contains(lock));
        dialog->reject();
        QVERIFY(QFile::exists(lock));
        QTRY_VERIFY(!program.window.findChild<ConfirmDialog *>());
        ask()->accept();
        QTRY_VERIFY(!QFile::exists(lock));
        QTRY_VERIFY(labelsOf(**shown).contains(u"Do again"_s));
        QVERIFY(!removalIn(**shown)->isVisible());
        QVERIFY(program.go(u"changes"_s));
        program.action(u"changes.stageAll"_s)->trigger();
        QTRY_COMPARE(program.changes().staged().rowCount(), 1);
        QCOMPARE(repo.git({u"diff"_s, u"--cached"_s, u"--name-only"_s}), "a.txt\n"_ba);
    }

    void d02_everyBannerOffersToRemoveALeftLockAndNoOtherOne()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        Program program(repo);
        for (const PageFactory &factory : makePageFactories())
            if (factory.id != "blame"_L1 && factory.id != "filehistory"_L1)
                QVERIFY2(program.go(factory.id), qPrintable(factory.id));
        const QString left = leaveLock(repo, u"index.lock"_s);
        QFile held(leaveLock(repo, u"HEAD.lock"_s));
        QVERIFY(held.open(QIODevice::ReadOnly));
        const auto banners = program.view()->findChildren<ErrorBanner *>();
        QVERIFY(banners.size() > 10);
        const auto tell = [&](ErrorKind kind, const QString &detail) {
            for (ErrorBanner *banner : banners)
                banner->setError({kind, u"It did not work."_s, detail, {}});
            return !std::ranges::any_of(banners, [](const auto *each) { return removalIn(*each); });
        };
        QVERIFY(tell(ErrorKind::Conflict, left));
        QTRY_VERIFY(std::ranges::all_of(banners, [](const auto *each) { return removalIn(*each); }));
        QVERIFY(tell(ErrorKind::Conflict, held.fileName())); // the offers went with the errors
        QVERIFY(tell(ErrorKind::External, left));
        QVERIFY(tell(ErrorKind::Conflict, u"something else"_s));
        QTRY_VERIFY(program.services.reads.activeThreadCount() == 0);
        QCoreApplication::processEvents();
        QVERIFY(!std::ranges::any_of(banners, [](const auto *each) { return removalIn(*each); }));
    }

    void nothingRunsInAWindowThatNobodyTouches()
    {
        RepoBuilder repo;
        manyCommits(repo, 300);
        repo.write("a.txt", "changed\n");
        Program program(repo);
        for (const QString &page : {u"environments"_s, u"drift"_s, u"changes"_s, u"history"_s})
            QVERIFY2(program.go(page), qPrintable(page));
        program.page()->findChild<CommitList *>()->setFocus(); // no cursor that blinks
        QTRY_COMPARE(runningTimers(), QStringList());
        QCOMPARE(program.services.reads.activeThreadCount(), 0);
        QCOMPARE(program.services.longReads.activeThreadCount(), 0);
        QVERIFY(program.view()->repository().watcher().isIdle());
        TimerWitness timers;
        const auto isQuiet = [&] { // what was put off for a second comes to its end first
            timers.seen.clear();
            QTest::qWait(1'100);
            return timers.seen.isEmpty();
        };
        QVERIFY2(isQuiet() || isQuiet(), qPrintable(timers.seen.join(u'\n')));
        const qint64 before = processorTime();
        timers.seen.clear();
        QTest::qWait(300);
        qInfo("%lld us of processor time in 300 ms of idling", processorTime() - before);
        QCOMPARE(timers.seen, QStringList());
        QCOMPARE(runningTimers(), QStringList());
    }
};

PLUMBLINE_UI_TEST_MAIN(LiveWindowTest)
#include "tst_livewindow.moc"
