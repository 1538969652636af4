// SPDX-License-Identifier: GPL-3.0-or-later
#include "livefixture.h"

#include <QSemaphore>

#include <sys/syscall.h>
#include <sys/vfs.h>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr RepositoryChange Refs = RepositoryChange::Refs;
constexpr RepositoryChange WorkTree = RepositoryChange::WorkTree;

std::atomic<long> fileSystem = 0; // what every folder is said to lie on; 0: what it is

Tests::RepoBuilder &fill(Tests::RepoBuilder &repo)
{
    repo.write("a/one", "1").write("b/two", "2");
    repo.commit("one");
    return repo;
}

} // namespace

// Stands before the C library's, so that a test can be on a network share.
extern "C" int statfs(const char *path, struct statfs *info) noexcept
{
    const auto result = static_cast<int>(::syscall(SYS_statfs, path, info));
    if (result == 0 && fileSystem != 0)
        info->f_type = fileSystem;
    return result;
}

/// When what is seen is told, and where the system tells nothing.
class WatchPaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { fileSystem = 0; }

    void changesThatNeverStopAreToldAtTheLatest()
    {
        Tests::RepoBuilder repo;
        Tests::LiveRepository live(fill(repo));
        live.controller.watcher().setPace(1h, 200ms); // so that it never is quiet
        int writes = 0;
        QTimer writer;
        connect(&writer, &QTimer::timeout, &writer,
                [&] { repo.write("a/one", QByteArray::number(++writes)); });
        QElapsedTimer timer;
        timer.start();
        writer.start(20);
        QVERIFY(QTest::qWaitFor([&] { return live.times >= 3; }, 10'000));
        writer.stop();
        QVERIFY(timer.elapsed() >= 500); // and not one by one
        qInfo("three changes told after %lld ms of writing every 20 ms", timer.elapsed());
    }

    void newFoldersThatCannotBeListedHoldNothingBack()
    {
        Tests::RepoBuilder repo;
        Tests::LiveRepository live(fill(repo));
        live.controller.watcher().setPace(20ms, 300ms);
        QThreadPool &reads = live.services.reads;
        QSemaphore begun, end;
        for (int thread = 0; thread < reads.maxThreadCount(); ++thread)
            reads.start([&] {
                begun.release();
                end.acquire();
            });
        begun.acquire(reads.maxThreadCount());
        repo.write("new/deep/file", "1"); // listing it waits for a thread
        repo.tag("v1");
        const bool isTold = QTest::qWaitFor([&] { return live.told.testFlag(Refs); }, 10'000);
        end.release(reads.maxThreadCount());
        QVERIFY(isTold);
        QVERIFY(live.settle());
        live.forget();
        repo.write("new/deep/file", "2"); // watched by now
        QVERIFY(live.tells(WorkTree, "in the new folder"));
    }

    void sharesOfOtherMachinesTellNothing()
    {
        const QByteArray folder = QFile::encodeName(QDir::tempPath());
        QVERIFY(FolderWatch::tellsOf(folder));
        for (const long type : {0x6969L, 0x517BL, 0xFF534D42L, 0xFE534D42L, 0x65735546L, 0x01021997L}) {
            fileSystem = type;
            QVERIFY2(!FolderWatch::tellsOf(folder), QByteArray::number(type, 16).constData());
        }
    }

    void networkSharesAreLookedAt()
    {
        Tests::RepoBuilder repo;
        fill(repo);
        fileSystem = 0x6969; // NFS
        Tests::LiveRepository live(repo);
        QVERIFY(live.controller.watcher().isPolling());
        QCOMPARE(live.controller.watcher().folderCount(), 0);
        QCOMPARE(live.notices.size(), 1);
        repo.write("a/one", "by another machine");
        QVERIFY(QTest::qWaitFor([&] { return live.told.testFlag(WorkTree); }, 10'000));
        QVERIFY(live.settle());
        live.forget();
        repo.write("b/two", "22").commit("two");
        QVERIFY(QTest::qWaitFor([&] { return live.told.testFlag(Refs); }, 10'000));
        QCOMPARE(live.notices.size(), 1);
        live.controller.setActive(false); // nobody looks
        QTRY_VERIFY(live.controller.watcher().isIdle());
    }
};

QTEST_GUILESS_MAIN(WatchPaceTest)
#include "tst_watchpace.moc"
