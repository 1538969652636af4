// SPDX-License-Identifier: GPL-3.0-or-later
#include "historyfixture.h"

#include "git/commitgraph.h"
#include "git/packedcommits.h"

using namespace Tests;
using History::Order;

namespace {

CommitPosition graphCount(const OpenedStore &opened)
{
    return opened.store->graph() ? opened.store->graph()->count() : 0;
}

Git::PackIndexes indexesOf(const RepoBuilder &repo)
{
    return Git::PackIndexes::read(QFile::encodeName(repo.gitDir()) + "/objects", {});
}

/// What git has of each commit of a repository without loose objects.
QHash<QByteArray, QByteArray> contents(const RepoBuilder &repo)
{
    QHash<QByteArray, QByteArray> all;
    for (const QByteArray &id : repo.git({u"rev-list"_s, u"--all"_s}).trimmed().split('\n'))
        all.insert(id, repo.git({u"cat-file"_s, u"commit"_s, QString::fromLatin1(id)}));
    return all;
}

QString onlyPack(const RepoBuilder &repo, const QString &ending)
{
    const QDir packs(repo.gitDir() + u"/objects/pack"_s);
    return packs.filePath(packs.entryList({u"*."_s + ending}).value(0));
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile::remove(path); // packs are read-only
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
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

    void commitsInPacksAreReadAsGitReadsThem()
    {
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 60);
        repo.git({u"repack"_s, u"-adfq"_s, u"--depth=50"_s, u"--window=50"_s}); // with differences
        addHistory(repo, 60, 2);
        repo.git({u"repack"_s, u"-dq"_s}); // a second pack
        const Git::PackIndexes indexes = indexesOf(repo);
        Git::PackedCommits packed(indexes);
        int whole = 0;
        const auto all = contents(repo);
        QCOMPARE(all.size(), 120);
        for (auto each = all.begin(); each != all.end(); ++each) {
            QVERIFY(indexes.find(idOf(each.key())));
            const auto read = packed.read(idOf(each.key()));
            QVERIFY(!read || *read == each.value());
            whole += read ? 1 : 0;
        }
        QVERIFY(whole > 0 && whole < all.size()); // some are stored as differences
        QVERIFY(!packed.read(idOf(repo.git({u"log"_s, u"-1"_s, u"--all"_s, u"--format=%T"_s}).trimmed())));
        QVERIFY(!packed.read(idOf(QByteArray(40, '1'))));
        QVERIFY(!packed.read({}));
    }

    void damagedPacksAreLeftToOthers()
    {
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 3);
        repo.git({u"repack"_s, u"-adq"_s});
        const auto all = contents(repo);
        const auto readsTruth = [&](bool isRightOrNothing) {
            const Git::PackIndexes indexes = indexesOf(repo);
            Git::PackedCommits packed(indexes);
            for (auto each = all.begin(); each != all.end(); ++each) {
                const auto read = packed.read(idOf(each.key()));
                if (isRightOrNothing && read && *read != each.value())
                    return false;
            }
            return true;
        };
        const QString pack = onlyPack(repo, u"pack"_s), index = onlyPack(repo, u"idx"_s);
        const QByteArray packBytes = contentOf(pack), indexBytes = contentOf(index);
        QVERIFY(packBytes.size() > 100 && indexBytes.size() > 1000);
        for (qsizetype at = 0; at < packBytes.size(); ++at) {
            QByteArray damaged = packBytes;
            damaged[at] = char(damaged[at] ^ (1 << at % 8));
            overwrite(pack, damaged);
            QVERIFY(readsTruth(true));
            overwrite(pack, packBytes.first(at));
            QVERIFY(readsTruth(true));
        }
        overwrite(pack, packBytes);
        for (qsizetype at = 0; at < indexBytes.size(); ++at) { // may name another commit, as for git
            QByteArray damaged = indexBytes;
            damaged[at] = char(damaged[at] ^ (1 << at % 8));
            overwrite(index, damaged);
            QVERIFY(readsTruth(false));
            overwrite(index, indexBytes.first(at));
            QVERIFY(readsTruth(true));
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
