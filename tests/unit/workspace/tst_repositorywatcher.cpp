// SPDX-License-Identifier: GPL-3.0-or-later
#include "livefixture.h"

#include "git/status.h"
#include "workspace/watchlisting.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr RepositoryChange Refs = RepositoryChange::Refs;
constexpr RepositoryChange Index = RepositoryChange::Index;
constexpr RepositoryChange WorkTree = RepositoryChange::WorkTree;

Tests::RepoBuilder &fill(Tests::RepoBuilder &repo)
{
    repo.write(".gitignore", "*.log\nnode_modules/\n").write("a/one", "1").write("b/two", "2");
    repo.commit("one");
    return repo;
}

} // namespace

/// Real git in another process; what it does shows without being asked for.
class RepositoryWatcherTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commitsBranchesAndStagingShow()
    {
        Tests::RepoBuilder repo;
        Tests::LiveRepository live(fill(repo));
        repo.write("a/one", "changed");
        QVERIFY(live.tells(WorkTree, "edit"));
        live.forget();
        repo.stage();
        QVERIFY(live.tells(Index, "stage"));
        live.forget();
        const QByteArray commit = repo.commit("two", {.stagesAll = false});
        QVERIFY(live.tells(Refs, "commit"));
        QTRY_COMPARE(live.controller.refs().head.target.toHex(), commit);
        live.forget();
        repo.branch("feature/deep/x");
        QVERIFY(live.tells(Refs, "branch in new folders"));
        QTRY_VERIFY(std::ranges::contains(live.controller.refs().all, "refs/heads/feature/deep/x"_ba,
                                          &Git::Ref::name));
        QVERIFY(live.settle());
        live.forget();
        repo.branch("feature/deep/y");
        QVERIFY(live.tells(Refs, "branch beside it"));
        live.forget();
        repo.git({u"branch"_s, u"-q"_s, u"-D"_s, u"feature/deep/y"_s});
        QVERIFY(live.tells(Refs, "branch delete"));
        QTRY_VERIFY(!std::ranges::contains(live.controller.refs().all, "refs/heads/feature/deep/y"_ba,
                                           &Git::Ref::name));
        live.forget();
        repo.checkout("feature/deep/x");
        QVERIFY(live.tells(Refs, "checkout"));
        QTRY_COMPARE(live.controller.refs().head.branch, "refs/heads/feature/deep/x");
        live.forget();
        repo.git({u"gc"_s, u"-q"_s});
        QVERIFY(live.tells(Refs, "gc packs refs"));
        QVERIFY(live.settle());
        live.forget();
        repo.branch("feature/deep/z"); // the folder was removed by gc and is made again
        QVERIFY(live.tells(Refs, "branch after gc"));
    }

    void stashWorktreesAndOperationsShow()
    {
        Tests::RepoBuilder repo;
        fill(repo);
        for (const QByteArray &text : {"s1"_ba, "s2"_ba}) {
            repo.write("a/one", text);
            repo.git({u"stash"_s, u"-q"_s});
        }
        Tests::LiveRepository live(repo);
        repo.git({u"stash"_s, u"drop"_s, u"-q"_s, u"stash@{1}"_s}); // leaves refs/stash as it is
        QVERIFY(live.tells(Refs, "stash drop"));
        live.forget();
        repo.git({u"worktree"_s, u"add"_s, u"-q"_s, repo.folder() + u"/w"_s, u"-b"_s, u"w"_s});
        QVERIFY(live.tells(Refs, "worktree add"));
        QVERIFY(live.settle());
        live.forget();
        repo.git({u"-C"_s, repo.folder() + u"/w"_s, u"checkout"_s, u"-q"_s, u"--detach"_s});
        QVERIFY(live.tells(Refs, "checkout in another worktree"));
        repo.checkout("w^{}").write("a/one", "other").commit("side");
        repo.git({u"branch"_s, u"-f"_s, u"side"_s});
        repo.checkout("main").write("a/one", "mine").commit("mine");
        QVERIFY(live.settle());
        live.forget();
        QCOMPARE(repo.tryGit({u"merge"_s, u"-q"_s, u"side"_s}).exitCode, 1);
        QVERIFY(live.tells(Refs, "merge that stops"));
        QTRY_COMPARE(live.controller.info().operation, Git::Operation::Merge);
    }

    void whatLiesInNewFoldersShows()
    {
        Tests::RepoBuilder repo;
        Tests::LiveRepository live(fill(repo));
        repo.write("new/deep/file", "1");
        QVERIFY(live.tells(WorkTree, "new folders"));
        QVERIFY(live.settle());
        live.forget();
        repo.write("new/deep/file", "2");
        QVERIFY(live.tells(WorkTree, "file in a new folder"));
        QVERIFY(live.settle());
        live.forget();
        QVERIFY(QDir(repo.path()).rename(u"new"_s, u"moved"_s));
        QVERIFY(live.tells(WorkTree, "folder moved"));
        QVERIFY(live.settle());
        live.forget();
        repo.write("moved/deep/file", "3");
        QVERIFY(live.tells(WorkTree, "file in a moved folder"));
    }

    void whatIsIgnoredIsSilent()
    {
        Tests::RepoBuilder repo;
        fill(repo).write("node_modules/x/y", "1");
        Tests::LiveRepository live(repo);
        const qsizetype folders = live.controller.watcher().folderCount();
        repo.write("node_modules/x/y", "2").write("node_modules/new/z", "1").write("debug.log", "1");
        QVERIFY(live.settle());
        repo.write("debug.log", "2");
        QVERIFY(live.settle());
        QCOMPARE(live.times, 0);
        QCOMPARE(live.controller.watcher().folderCount(), folders);
        repo.write("sentinel", "1"); // told after all of the others, had they been told
        QVERIFY(live.tells(WorkTree, "sentinel"));
        QVERIFY(live.settle());
        QCOMPARE(live.times, 1);
    }

    void changedIgnoreRulesAreFollowed()
    {
        Tests::RepoBuilder repo;
        fill(repo).write("node_modules/x/y", "1");
        Tests::LiveRepository live(repo);
        repo.write(".gitignore", "*.log\n");
        QVERIFY(live.tells(WorkTree, "rules"));
        QVERIFY(live.settle());
        live.forget();
        repo.write("node_modules/x/y", "2");
        QVERIFY(live.tells(WorkTree, "not ignored any more"));
        repo.write(".gitignore", "*.log\nnode_modules/\n");
        QTRY_COMPARE(live.controller.watcher().folderCount() > 0, true);
        QVERIFY(QTest::qWaitFor([&] { return live.times >= 2; }, 3'000));
        QVERIFY(live.settle());
        live.forget();
        repo.write("node_modules/x/y", "3").write("sentinel", "1");
        QVERIFY(live.tells(WorkTree, "sentinel"));
        QVERIFY(live.settle());
        QCOMPARE(live.times, 1);
    }

    void aBurstIsOneChange()
    {
        Tests::RepoBuilder repo;
        Tests::LiveRepository live(fill(repo));
        for (int i = 0; i < 300; ++i)
            repo.write("a/" + QByteArray::number(i), "x");
        QVERIFY(live.tells(WorkTree, "300 files"));
        QVERIFY(live.settle());
        QVERIFY2(live.times <= 2, QByteArray::number(live.times).constData());
    }

    void lostEventsReadEverything()
    {
        QFile limit(u"/proc/sys/fs/inotify/max_queued_events"_s);
        QVERIFY(limit.open(QIODevice::ReadOnly));
        const int most = limit.readAll().trimmed().toInt();
        if (most > 200'000)
            QSKIP("the queue of this system is too long to fill");
        Tests::RepoBuilder repo;
        Tests::LiveRepository live(fill(repo));
        for (int i = 0; i <= most / 2; ++i) { // ignored, so that nothing but the loss is told
            const QByteArray file = repo.bytePath("a/" + QByteArray::number(i) + ".log");
            ::close(::open(file.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
            ::unlink(file.constData());
        }
        repo.write("lost/deep/file", "1");
        QVERIFY(live.tells(kEverything, "overflow"));
        QVERIFY(live.settle());
        live.forget();
        repo.write("lost/deep/file", "2");
        QVERIFY(live.tells(WorkTree, "in a folder whose making was lost"));
    }

    void beyondTheLimitThereIsOneNoticeAndPolling()
    {
        Tests::RepoBuilder repo;
        fill(repo);
        for (int i = 0; i < 40; ++i)
            repo.write("many/f" + QByteArray::number(i) + "/x", "1");
        repo.commit("many");
        Tests::LiveRepository live(repo, 12);
        QVERIFY(live.controller.watcher().isPolling());
        QCOMPARE(live.notices.size(), 1);
        QCOMPARE(live.controller.notice(), live.notices.first());
        for (const char *content : {"22", "333"}) {
            live.forget();
            repo.write("many/f39/x", content);
            QVERIFY(QTest::qWaitFor([&] { return live.told.testFlag(WorkTree); }, 10'000));
        }
        live.forget();
        repo.commit("still told by the Git folder");
        QVERIFY(live.tells(Refs, "commit beyond the limit"));
        QCOMPARE(live.notices.size(), 1);
        live.controller.setActive(false); // nobody looks
        QTRY_VERIFY(live.controller.watcher().isIdle());
    }

    void whatChangesBeforeTheFirstLookIsTold()
    {
        Tests::RepoBuilder repo;
        fill(repo).write("c/three", "3").commit("three");
        Tests::LiveServices services;
        RepositoryController controller(services.workspace(), repo.path());
        RepositoryChanges told;
        connect(&controller, &RepositoryController::repositoryChanged, &controller,
                [&](RepositoryChanges what) { told |= what; });
        connect(&controller, &RepositoryController::noticeRaised, &controller,
                [&] { repo.write("c/three", "read by nobody yet"); });
        controller.watcher().setMostFolders(1);
        QTest::qWait(50); // no folder is new any more
        controller.refresh();
        QTRY_VERIFY(controller.watcher().isPolling());
        QTRY_VERIFY(told.testFlag(WorkTree));
    }

    void whereNobodyTellsAnyMoreItIsLookedFor()
    {
        Tests::RepoBuilder repo;
        Tests::LiveRepository live(fill(repo));
        QVERIFY(!live.controller.watcher().isPolling());
        const int folder = ::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC); // reading one is an error
        const auto descriptors = QDir(u"/proc/self/fd"_s).entryInfoList(QDir::System | QDir::Files);
        for (const QFileInfo &entry : descriptors) {
            if (entry.symLinkTarget().contains(u"inotify"_s))
                QVERIFY(::dup2(folder, entry.fileName().toInt()) >= 0);
        }
        ::close(folder);
        QTRY_VERIFY(live.controller.watcher().isPolling());
        QCOMPARE(live.notices.size(), 1);
        QVERIFY(live.settle());
        live.forget();
        repo.write("a/one", "looked for");
        QVERIFY(QTest::qWaitFor([&] { return live.told.testFlag(WorkTree); }, 10'000));
    }

    void aListingThatFailedIsNotTakenForNothingToWatch()
    {
        QVERIFY(blindListing().isBlind);
        QVERIFY(blindListing().isFailed);
    }

    void nothingRunsWhileNothingHappens()
    {
        Tests::RepoBuilder repo;
        Tests::LiveRepository live(fill(repo));
        QVERIFY(live.controller.watcher().isIdle());
        QVERIFY(live.controller.findChildren<QTimer *>().isEmpty());
        repo.write("a/one", "sentinel");
        QVERIFY(live.tells(WorkTree, "sentinel"));
        QVERIFY(live.settle());
        QCOMPARE(live.times, 1);
        QVERIFY(live.controller.watcher().isIdle());
    }

    void reopenedAtOnceNothingIsMissed()
    {
        Tests::RepoBuilder repo;
        fill(repo);
        Tests::LiveServices services;
        RepositoryController controller(services.workspace(), repo.path());
        QSignalSpy opened(&controller, &RepositoryController::opened);
        controller.refresh();
        QTRY_COMPARE(opened.size(), 1); // read, perhaps not yet watched
        const QByteArray commit = repo.commit("between");
        QTRY_COMPARE_WITH_TIMEOUT(controller.refs().head.target.toHex(), commit, 3'000);
    }
};

QTEST_GUILESS_MAIN(RepositoryWatcherTest)
#include "tst_repositorywatcher.moc"
