// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/folderwatch.h"

#include <QElapsedTimer>

#include <sys/stat.h>
#include <unistd.h>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace {

void write(const QByteArray &path, QByteArrayView content)
{
    const int file = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    QVERIFY(file >= 0);
    QCOMPARE(::write(file, content.data(), size_t(content.size())), content.size());
    ::close(file);
}

/// A watch of folders in a temporary place, with all it told.
struct Watched
{
    Watched()
    {
        QObject::connect(&watch, &FolderWatch::changed, &watch,
                         [this](const QList<FolderEvent> &events) { seen += events; });
        QObject::connect(&watch, &FolderWatch::overflowed, &watch, [this] { ++overflows; });
    }
    QByteArray path(const QByteArray &name) const { return QFile::encodeName(dir.path()) + '/' + name; }
    QByteArray folder(const QByteArray &name) const
    {
        ::mkdir(path(name).constData(), 0755);
        return path(name);
    }
    void add(const QList<QByteArray> &folders)
    {
        watch.expect();
        watch.take(watch.queue()->watchAlso(folders, 1'000'000, {}), false);
    }
    bool hasSeen(const QByteArray &folder, const QByteArray &name) const
    {
        return std::ranges::any_of(
            seen, [&](const FolderEvent &event) { return event.folder == folder && event.name == name; });
    }

    QTemporaryDir dir;
    FolderWatch watch;
    QList<FolderEvent> seen;
    int overflows = 0;
};

} // namespace

class FolderWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makingWritingMovingAndRemovingIsTold()
    {
        Watched watched;
        const QByteArray a = watched.folder("a");
        watched.add({a});
        write(a + "/one", "1");
        QTRY_VERIFY(watched.hasSeen(a, "one"));
        QVERIFY(watched.seen.first().isNew);
        watched.seen.clear();
        write(a + "/one", "2");
        QTRY_VERIFY(watched.hasSeen(a, "one"));
        QVERIFY(std::ranges::none_of(watched.seen, &FolderEvent::isNew));
        watched.seen.clear();
        const QByteArray one = a + "/one", two = a + "/two";
        ::chmod(one.constData(), 0755);
        QTRY_VERIFY(watched.hasSeen(a, "one"));
        watched.seen.clear();
        ::rename(one.constData(), two.constData());
        QTRY_VERIFY(watched.hasSeen(a, "one") && watched.hasSeen(a, "two"));
        watched.seen.clear();
        ::unlink(two.constData());
        QTRY_VERIFY(watched.hasSeen(a, "two"));
    }

    void readingIsNotTold()
    {
        Watched watched;
        const QByteArray a = watched.folder("a");
        write(a + "/one", "1");
        watched.add({a});
        QFile file(QFile::decodeName(a + "/one"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "1");
        file.close();
        QCOMPARE(QDir(QFile::decodeName(a)).entryList(QDir::Files).size(), 1);
        write(a + "/sentinel", {}); // events come in order: what is told before this one was told because of
                                    // reading
        QTRY_VERIFY(watched.hasSeen(a, "sentinel"));
        QVERIFY(!watched.hasSeen(a, "one"));
    }

    void whatHappensBeforeTheWorkerHandsOverIsTold()
    {
        Watched watched;
        const QByteArray a = watched.folder("a"), b = watched.folder("b");
        watched.add({b});
        watched.watch.expect();
        const WatchedFolders added = watched.watch.queue()->watchAlso({a}, 10, {});
        write(a + "/early", "1");
        write(b + "/later", "1");
        QTRY_VERIFY(watched.hasSeen(b, "later"));
        QVERIFY(!watched.hasSeen(a, "early"));
        watched.watch.take(added, false);
        QVERIFY(watched.hasSeen(a, "early"));
    }

    void aFolderThatGoesIsToldAndForgotten()
    {
        Watched watched;
        const QByteArray a = watched.folder("a"), b = watched.folder("b");
        watched.add({a, b});
        QCOMPARE(FolderWatch::inUse(), 2);
        ::rmdir(a.constData());
        QTRY_VERIFY(watched.hasSeen(a, {}));
        QTRY_COMPARE(watched.watch.watched().folders.size(), 1);
        watched.seen.clear();
        ::rename(b.constData(), watched.path("c").constData());
        QTRY_VERIFY(watched.hasSeen(b, {}));
        QVERIFY(watched.seen.last().isMoved);
    }

    void foldersThatAreNotWantedAnyMoreAreReleased()
    {
        Watched watched;
        const QByteArray a = watched.folder("a"), b = watched.folder("b");
        watched.add({a, b});
        watched.watch.expect();
        watched.watch.take(watched.watch.queue()->watchOnly({b}, watched.watch.watched(), 10, {}), true);
        QCOMPARE(FolderWatch::inUse(), 1);
        write(a + "/one", "1");
        write(b + "/two", "1");
        QTRY_VERIFY(watched.hasSeen(b, "two"));
        QVERIFY(!watched.hasSeen(a, "one"));
    }

    void beyondTheLimitIsCounted()
    {
        Watched watched;
        QList<QByteArray> folders;
        for (int i = 0; i < 10; ++i)
            folders += watched.folder("f" + QByteArray::number(i));
        const WatchedFolders added = watched.watch.queue()->watchAlso(folders, 4, {});
        QCOMPARE(added.folders.size(), 4);
        QCOMPARE(added.missed, 6);
        QVERIFY(!added.isLimitReached);
    }

    void linksAndFilesAreNotWatched()
    {
        Watched watched;
        const QByteArray a = watched.folder("a");
        QCOMPARE(::symlink(a.constData(), watched.path("link").constData()), 0);
        write(watched.path("file"), "1");
        const auto added =
            watched.watch.queue()->watchAlso({watched.path("link"), watched.path("file"), a}, 10, {});
        QCOMPARE(added.folders.size(), 1);
        QCOMPARE(added.missed, 0);
    }

    void lostEventsAreTold()
    {
        QFile limit(u"/proc/sys/fs/inotify/max_queued_events"_s);
        QVERIFY(limit.open(QIODevice::ReadOnly));
        const int most = limit.readAll().trimmed().toInt();
        if (most > 200'000)
            QSKIP("the queue of this system is too long to fill");
        Watched watched;
        const QByteArray a = watched.folder("a");
        watched.add({a});
        for (int i = 0; i <= most / 2; ++i) { // each is told twice at least: made, removed
            const QByteArray file = a + '/' + QByteArray::number(i);
            ::close(::open(file.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
            ::unlink(file.constData());
        }
        QTRY_VERIFY(watched.overflows == 1);
        qInfo("%lld of the events were read", qlonglong(watched.seen.size()));
    }

    void aQueueThatCannotBeReadAnyMoreIsTold()
    {
        Watched watched;
        watched.add({watched.folder("a")});
        const int folder = ::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC); // reading one is an error
        QVERIFY(::dup2(folder, watched.watch.queue()->descriptor()) >= 0);
        ::close(folder);
        QTRY_COMPARE(watched.overflows, 1);
        QVERIFY(!watched.watch.isAvailable());
        QCOMPARE(FolderWatch::inUse(), 0);
    }

    void aThousandEventsAreReadInOnePieceOfWork()
    {
        Watched watched;
        const QByteArray a = watched.folder("a");
        watched.add({a});
        for (int i = 0; i < 5000; ++i)
            write(a + '/' + QByteArray::number(i), {});
        qint64 longest = 0;
        QElapsedTimer all;
        all.start();
        while (!watched.hasSeen(a, "4999") && all.elapsed() < 10'000) {
            QElapsedTimer one;
            one.start();
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            longest = std::max(longest, one.nsecsElapsed());
        }
        QVERIFY(watched.hasSeen(a, "4999"));
        QCOMPARE(watched.overflows, 0);
        qInfo("%lld events, longest piece %.2f ms", qlonglong(watched.seen.size()), double(longest) / 1e6);
        QVERIFY(longest < 200'000'000); // generous: sanitizers and a loaded machine
    }
};

QTEST_GUILESS_MAIN(FolderWatchTest)
#include "tst_folderwatch.moc"
