// SPDX-License-Identifier: GPL-3.0-or-later
#include "historyfixture.h"

#include "git/commitgraph.h"

#include <QDirIterator>

using namespace Tests;
using History::Order;

namespace {

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QFileInfo file = all.nextFileInfo();
        files += file.filePath() + u' ' + QString::number(file.size());
    }
    files.sort();
    return files;
}

} // namespace

/// What is kept of a history that has no graph file, and when it is used again.
class CommitCacheTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsPositionsWhenCommitsAreAdded()
    {
        RepoBuilder repo;
        const QByteArray first = repo.write("a", "1").commit("first");
        OpenedStore opened = openStore(repo.path());
        const CommitPosition before = opened.store->position(idOf(first));
        const QByteArray second = repo.write("a", "2").commit("second");
        const auto tips = opened.store->positions(tipsOf(locationAt(repo.path())), {});
        QCOMPARE(opened.store->id(tips->last()).toHex(), second);
        QCOMPARE(opened.store->position(idOf(first)), before);
        QVERIFY(!opened.store->isOutdated());
    }

    void keepsWhatItReadOutsideTheRepository()
    {
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 3000);
        const QString cache = repo.folder() + u"/cache"_s;
        const QStringList before = filesIn(repo.path());
        OpenedStore first = openStore(repo.path(), cache);
        QVERIFY(first.store->readAll({}));
        QVERIFY(first.store->isWorthKeeping());
        QVERIFY(first.store->keep({}));
        QCOMPARE(filesIn(repo.path()), before);
        QCOMPARE(filesIn(cache).size(), 1);

        addHistory(repo, 50, 2);
        OpenedStore second = openStore(repo.path(), cache);
        QVERIFY(second.store->graph());
        QCOMPARE(second.store->graph()->count(), 3000U);
        QVERIFY(!second.store->isWorthKeeping());
        QCOMPARE(second.ids(Order::Topological), revisions(repo, kTopological));
        QCOMPARE(second.ids(Order::Date), revisions(repo, kByDate));

        QFile file(filesIn(cache).first().section(u' ', 0, 0));
        QVERIFY(file.resize(file.size() / 2));
        OpenedStore third = openStore(repo.path(), cache);
        QVERIFY(!third.store->graph());
        QVERIFY(filesIn(cache).isEmpty());
        QCOMPARE(third.ids(), revisions(repo, kTopological));
    }

    void isNotWorthKeepingAgainForAFewMore()
    {
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 3000);
        OpenedStore opened = openStore(repo.path(), repo.folder() + u"/cache"_s);
        QVERIFY(opened.store->readAll({}));
        QVERIFY(opened.store->isWorthKeeping());
        QVERIFY(opened.store->keep({}));
        QVERIFY(!opened.store->isWorthKeeping());
        for (const int more : {50, 2500}) {
            addHistory(repo, more, static_cast<quint32>(more));
            QVERIFY(opened.store->positions(tipsOf(locationAt(repo.path())), {}));
            QVERIFY(opened.store->readAll({}));
            QCOMPARE(opened.store->isWorthKeeping(), more > 2000);
        }
        CancelSource source;
        source.cancel();
        QVERIFY(!opened.store->keep(source.token()));
        QVERIFY(opened.store->isWorthKeeping()); // it was not tried
    }

    void keepsHistoriesThatAreShownOtherwiseThanRecorded_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addRow("shallow") << u"shallow"_s;
        QTest::addRow("graft") << u"graft"_s;
        QTest::addRow("replaced") << u"replaced"_s;
    }

    void keepsHistoriesThatAreShownOtherwiseThanRecorded()
    {
        QFETCH(const QString, how);
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 5000);
        const QString cache = repo.folder() + u"/cache"_s;
        const auto commitAt = [&](int row) {
            return QString::fromLatin1(revisions(repo, kTopological).at(row));
        };
        const auto alter = [&](int row) {
            QFile file(repo.path() + (how == u"graft"_s ? u"/info/grafts"_s : u"/shallow"_s));
            QDir().mkpath(repo.path() + u"/info"_s);
            if (how == u"replaced"_s) {
                repo.git({u"replace"_s, u"--graft"_s, commitAt(row), commitAt(row + 500)});
            } else if (file.open(QFile::Append)) {
                const QString parent = how == u"graft"_s ? u' ' + commitAt(row + 500) : QString();
                file.write((commitAt(row) + parent + u'\n').toLatin1());
            }
        };
        for (const int row : {3000, 2600}) { // and then another edge
            alter(row);
            OpenedStore first = openStore(repo.path(), cache);
            QVERIFY(!first.store->hasGenerations());
            QVERIFY(first.store->readAll({}));
            QVERIFY(first.store->keep({}));
            QCOMPARE(filesIn(cache).size(), 1);
            OpenedStore second = openStore(repo.path(), cache);
            QVERIFY(second.store->hasGenerations());
            QCOMPARE(second.store->shallowEnds() > 0, how == u"shallow"_s);
            QCOMPARE(second.ids(Order::Topological), revisions(repo, kTopological));
            QCOMPARE(second.ids(Order::Date), revisions(repo, kByDate));
            QCOMPARE(second.store->count(), second.store->graph()->count()); // nothing was read
        }
        addHistory(repo, 60, 5);
        OpenedStore later = openStore(repo.path(), cache);
        QVERIFY(later.store->hasGenerations());
        QCOMPARE(later.ids(Order::Topological), revisions(repo, kTopological));
        for (const QString &file : {u"/info/grafts"_s, u"/shallow"_s})
            QFile::remove(repo.path() + file);
        QDir(repo.path() + u"/refs/replace"_s).removeRecursively();
        QCOMPARE(openStore(repo.path(), cache).ids(), revisions(repo, kTopological)); // as recorded again
    }

    void showsNothingOfARepositoryThatWasReplaced()
    {
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 3000);
        const QString cache = repo.folder() + u"/cache"_s;
        OpenedStore old = openStore(repo.path(), cache);
        QVERIFY(old.store->readAll({}));
        QVERIFY(old.store->keep({}));
        const QByteArray gone = old.ids().first();
        for (const QString &folder : {u"objects"_s, u"refs"_s})
            QVERIFY(QDir(repo.path() + u'/' + folder).removeRecursively());
        QFile::remove(repo.path() + u"/packed-refs"_s);
        repo.git({u"init"_s, u"-q"_s, u"--bare"_s, repo.path()});
        addHistory(repo, 30, 7);
        OpenedStore now = openStore(repo.path(), cache);
        QCOMPARE(now.ids(), revisions(repo, kTopological));
        QCOMPARE(now.store->position(idOf(gone)), kNoCommit);
    }
};

QTEST_GUILESS_MAIN(CommitCacheTest)
#include "tst_commitcache.moc"
