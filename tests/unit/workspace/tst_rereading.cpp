// SPDX-License-Identifier: GPL-3.0-or-later
#include "livefixture.h"

#include "workspace/blamecontroller.h"
#include "workspace/chosencommit.h"
#include "workspace/filehistorycontroller.h"
#include "workspace/historycontroller.h"

#include <QSemaphore>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

/// Holds runs of one git command back, and counts them.
class HeldRunner final : public ProcessRunner
{
public:
    explicit HeldRunner(QString word)
        : m_word(std::move(word))
    {}

    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const override
    {
        if (request.arguments.contains(m_word)) {
            ++m_runs;
            while (m_isHeld && !cancel.isCancelled())
                QThread::msleep(2);
            m_cuts += cancel.isCancelled();
        }
        return m_runner.run(request, cancel);
    }
    void hold(bool isHeld) { m_isHeld = isHeld; }
    int runs() const { return m_runs; }
    int cuts() const { return m_cuts; } ///< runs that were cancelled while they were held

private:
    QString m_word;
    SystemProcessRunner m_runner;
    std::atomic_bool m_isHeld = false;
    mutable std::atomic_int m_runs = 0, m_cuts = 0;
};

struct Held
{
    Held(const RepoBuilder &repo, const QString &word)
        : runner(word)
        , controller(workspace(), repo.path())
    {
        controller.refresh();
    }
    WorkspaceServices workspace()
    {
        WorkspaceServices made = services.workspace();
        made.runner = &runner;
        return made;
    }
    bool settle() const
    {
        return QTest::qWaitFor(
            [this] { return controller.state() == PageState::Ready && !controller.isBusy(); }, 20'000);
    }
    /// As an editor that saves, or a fetch, would.
    void tell(RepositoryChanges what)
    {
        Q_EMIT controller.repositoryChanged(what);
        if (what.testFlag(RepositoryChange::Refs))
            controller.refresh();
    }

    HeldRunner runner;
    Tests::LiveServices services;
    RepositoryController controller;
};

/// Occupies every thread of a pool.
class Occupied
{
    Q_DISABLE_COPY_MOVE(Occupied)

public:
    explicit Occupied(QThreadPool &pool)
        : m_threads(pool.maxThreadCount())
    {
        for (int thread = 0; thread < m_threads; ++thread)
            pool.start([this] {
                m_begun.release();
                m_end.acquire();
            });
        m_begun.acquire(m_threads);
    }
    ~Occupied() { release(); }
    void release() { m_end.release(std::exchange(m_left, 0)); }

private:
    int m_threads;
    int m_left = m_threads;
    QSemaphore m_begun, m_end;
};

} // namespace

/// What is read again because something changed elsewhere, and what goes on.
class RereadingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBlameThatRunsIsNotCutShortByAnEditorThatSaves()
    {
        RepoBuilder repo;
        repo.write("a", "one\ntwo\n").write("b", "1").commit("first");
        Held held(repo, u"blame"_s);
        QVERIFY(held.settle());
        BlameController blame(held.controller);
        held.runner.hold(true);
        blame.open({.path = "a"});
        QTRY_COMPARE(held.runner.runs(), 1);
        for (int save = 0; save < 5; ++save) {
            held.tell(RepositoryChange::WorkTree);
            QTest::qWait(5);
        }
        QCOMPARE(held.runner.cuts(), 0);
        held.runner.hold(false);
        QTRY_COMPARE(blame.lines().lineCount(), 2);
        QTRY_VERIFY(!blame.isBusy());
        QCOMPARE(held.runner.runs(), 1); // the file is as it was
    }

    void ofTheWorkTreeOnlyAFileThatChangedIsBlamedAnew()
    {
        RepoBuilder repo;
        repo.write("a", "one\n").write("b", "1").commit("first");
        Held held(repo, u"blame"_s);
        QVERIFY(held.settle());
        BlameController blame(held.controller);
        blame.open({.path = "a"});
        QTRY_VERIFY(blame.lines().lineCount() == 1 && !blame.isBusy());
        const int before = held.runner.runs();
        repo.write("b", "2");
        held.tell(RepositoryChange::WorkTree);
        QTRY_VERIFY(!blame.isBusy());
        QCOMPARE(held.runner.runs(), before);
        repo.write("a", "one\nnew\n");
        held.tell(RepositoryChange::WorkTree);
        QTRY_COMPARE(blame.lines().lineCount(), 2);
        repo.commit("second");
        held.tell(RepositoryChange::Refs);
        QTRY_VERIFY(held.runner.runs() >= before + 2); // whose lines these are is another now
        QTRY_VERIFY(!blame.isBusy());
    }

    void aFileHistoryUpToACommitIsNotReadAgainWhenRefsMove()
    {
        RepoBuilder repo;
        repo.write("a", "one\n").commit("first");
        repo.write("a", "two\n").commit("second");
        Held held(repo, u"log"_s);
        QVERIFY(held.settle());
        FileHistoryController history(held.controller);
        history.open("a", held.controller.refs().head.target);
        QTRY_VERIFY(history.revisions().rowCount() == 2 && !history.isBusy());
        const int before = held.runner.runs();
        repo.write("a", "three\n").commit("third");
        held.tell(RepositoryChange::Refs);
        QVERIFY(held.settle());
        QTRY_VERIFY(!history.isBusy());
        QCOMPARE(held.runner.runs(), before);
        QCOMPARE(history.revisions().rowCount(), 2);
        history.open("a", {}); // up to HEAD it follows
        QTRY_COMPARE(history.revisions().rowCount(), 3);
        repo.write("a", "four\n").commit("fourth");
        held.tell(RepositoryChange::Refs);
        QTRY_COMPARE(history.revisions().rowCount(), 4);
    }

    void aFileHistoryThatIsReadIsNotCutShortByRefsThatMove()
    {
        RepoBuilder repo;
        repo.write("a", "one\n").commit("first");
        Held held(repo, u"log"_s);
        QVERIFY(held.settle());
        FileHistoryController history(held.controller);
        held.runner.hold(true);
        history.open("a", {});
        QTRY_COMPARE(held.runner.runs(), 1);
        repo.write("a", "two\n").commit("second");
        held.tell(RepositoryChange::Refs);
        QVERIFY(held.settle());
        QCOMPARE(held.runner.cuts(), 0);
        held.runner.hold(false);
        QTRY_COMPARE(history.revisions().rowCount(), 2); // what came meanwhile is read afterwards
        QTRY_VERIFY(!history.isBusy());
    }

    void aCommitOnTheDetachedHeadOfAnotherWorkTreeShows()
    {
        RepoBuilder repo;
        repo.write("a", "1").commit("first");
        const QString other = repo.folder() + u"/other"_s;
        repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"--detach"_s, other});
        Tests::LiveRepository live(repo);
        HistoryController history(live.controller);
        QTRY_VERIFY(history.commits().rowCount() == 1 && !history.isBusy());
        repo.git({u"-C"_s, other, u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"over there"_s});
        QTRY_COMPARE(history.commits().rowCount(), 2);
        QTRY_VERIFY(!history.isBusy());
        repo.git({u"-C"_s, other, u"checkout"_s, u"-q"_s, u"HEAD~1"_s});
        QTRY_COMPARE(history.commits().rowCount(), 1);
        QTRY_VERIFY(!history.isBusy());
        QVERIFY(live.settle());
    }

    void whatIsNoRefButPartOfHistoryShows()
    {
        RepoBuilder origin;
        for (int number = 1; number <= 9; ++number)
            origin.write("a", QByteArray::number(number)).commit("c" + QByteArray::number(number));
        const QString clone = origin.folder() + u"/clone"_s;
        origin.git({u"clone"_s, u"-q"_s, u"--depth"_s, u"3"_s, QString(u"file://"_s + origin.path()), clone});
        Tests::LiveRepository live(clone);
        HistoryController history(live.controller);
        QTRY_VERIFY(history.commits().rowCount() == 3 && !history.isBusy() && history.isCutOff());
        origin.git({u"-C"_s, clone, u"fetch"_s, u"-q"_s, u"--no-tags"_s, u"--deepen"_s, u"2"_s});
        QTRY_COMPARE(history.commits().rowCount(), 5);
        QTRY_VERIFY(!history.isBusy());
        QDir(clone).mkpath(u".git/info"_s);
        QFile grafts(clone + u"/.git/info/grafts"_s);
        QVERIFY(grafts.open(QFile::WriteOnly));
        grafts.write(origin.resolve("main~1") + '\n'); // has no parent any more
        grafts.close();
        QTRY_COMPARE(history.commits().rowCount(), 2);
        QTRY_VERIFY(!history.isBusy());
        QVERIFY(live.settle());
    }

    void filesOfTheCommitBeforeDoNotStayUnderAnother()
    {
        RepoBuilder repo;
        repo.write("a", "one\n").commit("first");
        repo.write("b", "two\n").commit("second");
        Held held(repo, u"none"_s);
        QVERIFY(held.settle());
        ChosenCommit chosen(held.controller);
        chosen.choose(held.controller.refs().head.target);
        QTRY_VERIFY(chosen.files().rowCount() == 1 && !chosen.isBusy());
        QVERIFY(!chosen.hasOtherFiles());
        Occupied reads(held.services.reads), longReads(held.services.longReads);
        chosen.choose(*Git::ObjectId::fromHex(repo.resolve("HEAD~1")));
        QVERIFY(chosen.hasOtherFiles()); // no flicker where the others come at once
        QCOMPARE(chosen.files().rowCount(), 1);
        QTRY_COMPARE(chosen.files().rowCount(), 0);
        QVERIFY(chosen.diff().isEmpty() && !chosen.hasOtherFiles());
        reads.release();
        longReads.release();
        QTRY_COMPARE(chosen.files().rowCount(), 1);
        QTRY_COMPARE(chosen.files().files().at(0).path, "a"_ba);
        QTRY_VERIFY(!chosen.isBusy());
    }
};

QTEST_GUILESS_MAIN(RereadingTest)
#include "tst_rereading.moc"
