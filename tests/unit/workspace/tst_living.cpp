// SPDX-License-Identifier: GPL-3.0-or-later
#include "livefixture.h"
#include "systemwatches.h"

#include "git/status.h"
#include "support/verify.h"
#include "workspace/changescontroller.h"

using namespace Qt::StringLiterals;

namespace {

/// What happens in a Git folder, for a test that claims that nothing does.
struct Witness
{
    explicit Witness(const QByteArray &folder)
        : folder(folder)
    {
        QObject::connect(&watch, &FolderWatch::changed, &watch, [this](const QList<FolderEvent> &events) {
            for (const FolderEvent &event : events)
                names += event.name;
        });
        watch.expect();
        watch.take(watch.queue()->watchAlso({folder}, 10, {}), false);
    }

    QByteArray folder;
    FolderWatch watch;
    QList<QByteArray> names;
};

/// Another time and the same content: what Git compares again each time until somebody stores it. Git looks
/// at whole seconds.
void touch(const Tests::RepoBuilder &repo, const QByteArray &path)
{
    QFile file(QFile::decodeName(repo.bytePath(path)));
    if (!file.open(QIODevice::ReadWrite) ||
        !file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-1), QFileDevice::FileModificationTime))
        qFatal("cannot touch %s", path.constData());
}

QList<QByteArray> pathsOf(const FileItems &items)
{
    QList<QByteArray> paths;
    for (const FileItem &file : items.files())
        paths += file.path;
    return paths;
}

} // namespace

/// Controllers of an open window while git works in a terminal.
class LivingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingTakesNoLockAndWritesNothing()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").write("b", "2").commit("one");
        touch(repo, "a"); // a program that may would store that
        repo.write("c", "new");
        Tests::LiveRepository live(repo);
        ChangesController changes(live.controller);
        QTRY_VERIFY(!changes.isBusy());
        const QFileInfo before(repo.gitDir() + u"/index"_s);
        const QDateTime changed = before.lastModified();
        Witness witness(QFile::encodeName(repo.gitDir()));
        changes.select(ChangeSide::Unstaged, {"a", "c"});
        for (int i = 0; i < 20; ++i) {
            changes.refresh();
            QTRY_VERIFY(!changes.isBusy());
            live.controller.refresh();
            QTRY_VERIFY(!live.controller.isBusy());
        }
        repo.git({u"tag"_s, u"sentinel"_s}); // in refs/tags, so the Git folder itself stays untouched
        QVERIFY(QFile(repo.gitDir() + u"/sentinel"_s).open(QIODevice::WriteOnly));
        QTRY_VERIFY(witness.names.contains("sentinel"));
        QVERIFY2(!witness.names.contains("index.lock") && !witness.names.contains("index"),
                 witness.names.join(' ').constData());
        QCOMPARE(QFileInfo(repo.gitDir() + u"/index"_s).lastModified(), changed);
    }

    void aRebaseOfFiftyCommitsNeverMeetsOurLock()
    {
        Tests::RepoBuilder repo;
        repo.write("base", "1").commit("base");
        repo.branch("side");
        for (int i = 0; i < 50; ++i)
            repo.write("f" + QByteArray::number(i), "x").commit("c" + QByteArray::number(i));
        repo.checkout("side").write("other", "1").commit("other");
        repo.checkout("main");
        Tests::LiveRepository live(repo);
        ChangesController changes(live.controller);
        QTRY_VERIFY(!changes.isBusy());
        QElapsedTimer timer;
        timer.start();
        const auto rebase =
            QtConcurrent::run([&repo] { return repo.tryGit({u"rebase"_s, u"-q"_s, u"side"_s}); });
        int reads = 0;
        while (!rebase.isFinished() && timer.elapsed() < 60'000) {
            changes.refresh(); // more often than any watcher would
            live.controller.refresh();
            QTRY_VERIFY(!changes.isBusy() || rebase.isFinished());
            ++reads;
        }
        QVERIFY(rebase.isFinished());
        qInfo("rebase of 50: %lld ms with %d reads meanwhile, %d changes told", timer.elapsed(), reads,
              live.times);
        QVERIFY2(rebase.result().exitCode == 0, rebase.result().errors.constData());
        QVERIFY(reads > 0);
        QTRY_COMPARE_WITH_TIMEOUT(live.controller.refs().head.target.toHex(), repo.resolve("HEAD"), 5'000);
        QTRY_COMPARE(live.controller.info().operation, Git::Operation::None);
    }

    void aHeldLockDoesNotKeepFromReading()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("one");
        Tests::LiveRepository live(repo);
        ChangesController changes(live.controller);
        QTRY_VERIFY(!changes.isBusy());
        QFile lock(repo.gitDir() + u"/index.lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly | QIODevice::NewOnly));
        repo.write("b", "2");
        QTRY_COMPARE_WITH_TIMEOUT(pathsOf(changes.unstaged()), QList<QByteArray>{"b"}, 3'000);
        QCOMPARE(changes.state(), PageState::Ready);
        QVERIFY(!changes.isStale());
    }

    void externalStagingKeepsWhatIsSelected()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").write("b", "2").commit("one");
        repo.write("a", "x").write("b", "y");
        Tests::LiveRepository live(repo);
        ChangesController changes(live.controller);
        QTRY_COMPARE(pathsOf(changes.unstaged()), (QList<QByteArray>{"a", "b"}));
        changes.select(ChangeSide::Unstaged, {"b"});
        QTRY_COMPARE(changes.diff().size(), 1);
        QElapsedTimer timer;
        timer.start();
        repo.stage({"a"});
        QTRY_COMPARE_WITH_TIMEOUT(pathsOf(changes.staged()), QList<QByteArray>{"a"}, 3'000);
        qInfo("git add and its sight: %lld ms", timer.elapsed());
        QCOMPARE(pathsOf(changes.unstaged()), QList<QByteArray>{"b"});
        QTRY_VERIFY(!changes.isBusy());
        QCOMPARE(changes.diff().size(), 1);
        QCOMPARE(changes.diff().first().path(), "b");
        repo.write("b", "edited once more");
        QTRY_VERIFY_WITH_TIMEOUT(!changes.diff().isEmpty() && changes.diff().first().path() == "b" &&
                                     live.told.testFlag(RepositoryChange::WorkTree),
                                 3'000);
    }

    void aRefreshByTheUserStoresWhatGitKnows()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("one");
        Tests::LiveRepository live(repo);
        const QByteArray index = repo.read(".git/index");
        touch(repo, "a");
        QVERIFY(live.tells(RepositoryChange::WorkTree, "touched"));
        QVERIFY(live.settle());
        QCOMPARE(repo.read(".git/index"), index);
        live.forget();
        live.controller.refreshEverything();
        QTRY_VERIFY(live.told.testFlags(kEverything));
        QVERIFY(live.settle());
        const QByteArray stored = repo.read(".git/index");
        QVERIFY(stored != index);
        QVERIFY2(live.times <= 2, QByteArray::number(live.times).constData()); // its own write may show, once
        live.forget();
        live.controller.refreshEverything(); // nothing to store now: one change, no circle
        QTRY_VERIFY(live.told.testFlags(kEverything));
        QVERIFY(live.settle());
        QCOMPARE(repo.read(".git/index"), stored);
        QCOMPARE(live.times, 1);
    }

    void withoutTrustARefreshByTheUserStoresNothing()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("one");
        Tests::LiveServices services;
        services.trust = Git::Trust::Restricted;
        RepositoryController controller(services.workspace(), repo.path());
        controller.refresh();
        QTRY_COMPARE(controller.state(), PageState::Ready);
        touch(repo, "a");
        const QByteArray index = repo.read(".git/index");
        QSignalSpy refreshed(&controller, &RepositoryController::refreshed);
        controller.refreshEverything();
        QVERIFY(!controller.writes().isBusy());
        QTRY_VERIFY(!refreshed.isEmpty());
        QCOMPARE(repo.read(".git/index"), index);
    }

    void whereNoWatchIsLeftThatIsSaidOnceAndChangesAreLookedFor_data()
    {
        QTest::addColumn<qsizetype>("most");
        QTest::addColumn<bool>("watchesGitFolder");
        QTest::addRow("none") << qsizetype(0) << false;
        QTest::addRow("too few for the work tree") << qsizetype(25) << true;
    }

    void whereNoWatchIsLeftThatIsSaidOnceAndChangesAreLookedFor()
    {
        QFETCH(qsizetype, most);
        QFETCH(bool, watchesGitFolder);
        const auto back = qScopeGuard([] { Tests::systemWatches.most = Tests::kAnyWatches; });
        Tests::RepoBuilder repo;
        for (int i = 0; i < 30; ++i)
            repo.write("f" + QByteArray::number(i) + "/x", "1");
        repo.commit("one");
        Tests::systemWatches.taken.clear();
        Tests::systemWatches.most = most;
        Tests::LiveRepository live(repo);
        QCOMPARE(live.controller.state(), PageState::Ready);
        QVERIFY(live.controller.watcher().isPolling());
        QCOMPARE(live.controller.watcher().folderCount() > 0, watchesGitFolder);
        QCOMPARE(live.notices.size(), 1);
        QVERIFY2(live.notices.first().contains(u"max_user_watches"_s), qPrintable(live.notices.first()));
        ChangesController changes(live.controller);
        QTRY_VERIFY(!changes.isBusy());
        live.forget();
        repo.branch("new").write("f19/x", "changed");
        QTRY_VERIFY_WITH_TIMEOUT(live.told.testFlag(RepositoryChange::Refs), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(pathsOf(changes.unstaged()), QList<QByteArray>{"f19/x"}, 10'000);
        QCOMPARE(live.notices.size(), 1);
    }

    void aVanishedRepositorySaysSoAndComesBack()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("one");
        Tests::LiveRepository live(repo);
        ChangesController changes(live.controller);
        QTRY_VERIFY(!changes.isBusy());
        const QString away = repo.folder() + u"/away"_s;
        QVERIFY(QDir().rename(repo.path(), away));
        QTRY_COMPARE_WITH_TIMEOUT(live.controller.state(), PageState::Failed, 3'000);
        QCOMPARE(live.controller.error().kind, ErrorKind::NotFound);
        QVERIFY(live.controller.error().detail.contains(repo.path()));
        live.controller.refresh();
        QTRY_VERIFY(!live.controller.isBusy());
        QCOMPARE(live.controller.state(), PageState::Failed);
        QVERIFY(QDir().rename(away, repo.path()));
        live.controller.refresh();
        QTRY_COMPARE(live.controller.state(), PageState::Ready);
        QVERIFY(live.settle());
        repo.write("b", "2"); // and it lives again
        QTRY_COMPARE_WITH_TIMEOUT(pathsOf(changes.unstaged()), QList<QByteArray>{"b"}, 3'000);
        QVERIFY(live.notices.isEmpty());
    }

    void aRepositoryAroundAVanishedOneIsNotTakenForIt()
    {
        Tests::RepoBuilder outer;
        outer.write("x", "1").commit("one");
        const QString inner = outer.path() + u"/inner"_s;
        outer.git({u"init"_s, u"-q"_s, inner});
        Tests::LiveRepository live(inner);
        QCOMPARE(live.controller.state(), PageState::Ready);
        QVERIFY(QDir(inner + u"/.git"_s).removeRecursively());
        QTRY_COMPARE_WITH_TIMEOUT(live.controller.state(), PageState::Failed, 3'000);
    }
};

QTEST_GUILESS_MAIN(LivingTest)
#include "tst_living.moc"
