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

CommitPosition graphCount(const OpenedStore &opened)
{
    return opened.store->graph() ? opened.store->graph()->count() : 0;
}

} // namespace

class TestCommitStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void yieldsTheOrderOfGit_data()
    {
        QTest::addColumn<bool>("hasGraph");
        QTest::addColumn<int>("later");
        QTest::addRow("read from the objects") << false << 0;
        QTest::addRow("graph file") << true << 0;
        QTest::addRow("graph file and 50 later commits") << true << 50;
        QTest::addRow("graph file and 3000 later commits") << true << 3000;
    }

    void yieldsTheOrderOfGit()
    {
        QFETCH(const bool, hasGraph);
        QFETCH(const int, later);
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 4000);
        if (hasGraph)
            writeGraph(repo);
        if (later > 0)
            addHistory(repo, later, 2);
        for (const bool readsAll : {true, false}) {
            OpenedStore opened = openStore(repo.path());
            QCOMPARE(opened.store->graph() != nullptr, hasGraph);
            if (readsAll)
                QVERIFY(opened.store->readAll({}));
            for (const CommitPosition tip : opened.tips.first(opened.tips.size() - 1)) // HEAD is unborn
                QCOMPARE(opened.store->generation(tip) != Git::kNoGeneration,
                         readsAll || tip < graphCount(opened));
            QCOMPARE(opened.ids(Order::Topological), revisions(repo, kTopological));
            QCOMPARE(opened.ids(Order::Date), revisions(repo, kByDate));
            QCOMPARE(opened.store->problems(), QStringList());
        }
    }

    void knowsTreeParentsAndDateOfEachCommit()
    {
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 300);
        writeGraph(repo);
        addHistory(repo, 300, 2);
        OpenedStore opened = openStore(repo.path());
        const auto lines = repo.git({u"log"_s, u"--all"_s, u"--format=%H %T %ct %P"_s}).trimmed().split('\n');
        QCOMPARE(lines.size(), 600);
        for (const QByteArray &line : lines) {
            const auto words = line.trimmed().split(' ');
            const CommitPosition commit = opened.store->position(idOf(words[0]));
            QVERIFY(commit != kNoCommit);
            Git::ParentPositions parents;
            opened.store->parents(commit, parents);
            QByteArray found = opened.store->id(commit).toHex() + ' ' + opened.store->tree(commit).toHex() +
                               ' ' + QByteArray::number(opened.store->date(commit));
            for (const CommitPosition parent : parents)
                found += ' ' + opened.store->id(parent).toHex();
            QCOMPARE(found, line.trimmed());
        }
    }

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

    void addsToWhatItHasRead()
    {
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 1000);
        OpenedStore opened = openStore(repo.path());
        QVERIFY(opened.store->readAll({}));
        for (const quint32 seed : {2U, 3U}) {
            addHistory(repo, 200, seed);
            const QByteArray onTop =
                repo.git({u"commit-tree"_s, u"-p"_s, u"w"_s, u"-p"_s, u"1-1000"_s, u"-m"_s, u"x"_s,
                          u"4b825dc642cb6eb9a060e54bf8d69288fbee4904"_s})
                    .trimmed();
            repo.git({u"update-ref"_s, u"refs/heads/top"_s, QString::fromLatin1(onTop)});
            opened.tips = opened.store->positions(tipsOf(locationAt(repo.path())), {}).value();
            if (seed == 3)
                QVERIFY(opened.store->readAll({}));
            QCOMPARE(opened.ids(Order::Topological), revisions(repo, kTopological));
            QCOMPARE(opened.ids(Order::Date), revisions(repo, kByDate));
        }
    }

    void givesTheNewestFirst()
    {
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 2000);
        OpenedStore opened = openStore(repo.path());
        const auto newest = opened.store->recent(opened.tips, 100, {});
        QSet<QByteArray> expected, found;
        for (const QByteArray &id : revisions(repo, {u"-n100"_s}))
            expected += id;
        for (const CommitPosition commit : newest)
            found += opened.store->id(commit).toHex();
        QCOMPARE(found.size(), 100);
        QVERIFY((found - expected).size() < 5); // equal dates may go either way at the edge
        QVERIFY2(opened.store->count() < 400, "the rest of the history was read");
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

    void readsAFewAndSaysWhetherThatWasAll()
    {
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 300);
        writeGraph(repo);
        addHistory(repo, 100, 2);
        OpenedStore few = openStore(repo.path());
        const auto isAll = few.store->readFew(500, {});
        QVERIFY(isAll && *isAll);
        for (const CommitPosition tip : few.tips.first(few.tips.size() - 1))
            QVERIFY(few.store->generation(tip) != Git::kNoGeneration);
        QCOMPARE(few.ids(), revisions(repo, kTopological));

        addHistory(repo, 5000, 3);
        OpenedStore many = openStore(repo.path());
        const auto isWhole = many.store->readFew(500, {});
        QVERIFY(isWhole && !*isWhole);
        QVERIFY2(many.store->count() < 2000, "the rest was read, too");
        QVERIFY(many.store->readAll({}));
        QCOMPARE(many.ids(), revisions(repo, kTopological));
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

    void readsWhatIsBorrowedFromAnotherRepository()
    {
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 200);
        repo.git({u"symbolic-ref"_s, u"HEAD"_s, u"refs/heads/w"_s});
        const QString clone = repo.folder() + u"/borrower"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--bare"_s, u"--shared"_s, repo.path(), clone});
        QCOMPARE(openStore(clone).ids(), revisions(repo, kTopological));
    }

    void endsWhenCancelled()
    {
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 1000);
        OpenedStore opened = openStore(repo.path());
        CancelSource source;
        source.cancel();
        QCOMPARE(opened.store->readAll(source.token()).error().kind, ErrorKind::Cancelled);
        QVERIFY(opened.store->readAll({}));
        QCOMPARE(opened.ids(), revisions(repo, kTopological));
    }
};

QTEST_GUILESS_MAIN(TestCommitStore)

#include "tst_commitstore.moc"
