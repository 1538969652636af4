// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphfixture.h"

using namespace GraphFixture;
using Git::CommitGraph;

namespace {

/// The repository, with three files on each other.
const RepoBuilder &chained(const RepoBuilder &repo)
{
    for (const QByteArray prefix : {"a", "b", "c"}) {
        importHistory(repo, {{.date = 1'000}, {.date = 1'001, .parents = {0}, .paths = {prefix}}}, prefix);
        repo.git(
            {u"commit-graph"_s, u"write"_s, u"--reachable"_s, u"--split=no-merge"_s, u"--no-progress"_s});
    }
    return repo;
}

QByteArray chainFolder(const RepoBuilder &repo)
{
    return objectsFolder(repo) + "/info/commit-graphs/";
}

QList<QByteArray> hashes(const RepoBuilder &repo)
{
    return readFile(chainFolder(repo) + "commit-graph-chain").trimmed().split('\n');
}

QByteArray fileOf(const RepoBuilder &repo, const QByteArray &hash)
{
    return chainFolder(repo) + "graph-" + hash + ".graph";
}

} // namespace

class CommitGraphChainTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChainWithoutItsLowestFileIsRefused()
    {
        RepoBuilder repo;
        const QList<QByteArray> names = hashes(chained(repo));
        QFile::remove(QFile::decodeName(fileOf(repo, names[0])));
        VERIFY_FAILS(CommitGraph::open(objectsFolder(repo), kSha1, {}), ErrorKind::Invalid);
    }

    void aMissingUpperFileLeavesTheLowerOnesInUse()
    {
        RepoBuilder repo;
        const QList<QByteArray> names = hashes(chained(repo));
        QFile::remove(QFile::decodeName(fileOf(repo, names[1])));
        const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(graph);
        QCOMPARE((*graph)->count(), 2);
        QCOMPARE((*graph)->problems().size(), 1);
        QVERIFY((*graph)->problems()[0].contains(QString::fromLatin1(names[1])));
        QVERIFY((*graph)->find(idOf(repo.resolve("a2"))) != Git::kNoCommit);
        QCOMPARE((*graph)->find(idOf(repo.resolve("c2"))), Git::kNoCommit);
    }

    void aFileOnOtherFilesIsNotUsed()
    {
        RepoBuilder repo;
        const QList<QByteArray> names = hashes(chained(repo));
        for (const QList<QByteArray> &order :
             {QList<QByteArray>{names[0], names[2]}, {names[1], names[2]}, {names[1], names[0]}}) {
            writeFile(chainFolder(repo) + "commit-graph-chain", order.join('\n') + '\n');
            const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
            if (order[0] == names[0]) {
                VERIFY_RESULT(graph);
                QCOMPARE((*graph)->files().size(), 1);
                QCOMPARE((*graph)->problems().size(), 1);
            } else {
                VERIFY_FAILS(graph, ErrorKind::Invalid);
            }
        }
    }

    void aFileUnderAnotherNameIsNotUsed()
    {
        RepoBuilder repo;
        const QList<QByteArray> names = hashes(chained(repo));
        const QByteArray other(40, 'a');
        QVERIFY(
            QFile::copy(QFile::decodeName(fileOf(repo, names[0])), QFile::decodeName(fileOf(repo, other))));
        writeFile(chainFolder(repo) + "commit-graph-chain", other + '\n');
        VERIFY_FAILS(CommitGraph::open(objectsFolder(repo), kSha1, {}), ErrorKind::Invalid);
    }

    void aListThatIsNoListIsRefused()
    {
        RepoBuilder repo;
        const QList<QByteArray> names = hashes(chained(repo));
        for (const QByteArray &list :
             {QByteArray(), QByteArray("\n"), QByteArray("../../x\n"), names[0].first(39),
              QByteArray(QByteArray(40, 'g') + '\n'), QByteArray(names[0] + '\n').repeated(300)}) {
            writeFile(chainFolder(repo) + "commit-graph-chain", list);
            VERIFY_FAILS(CommitGraph::open(objectsFolder(repo), kSha1, {}), ErrorKind::Invalid);
        }
        writeFile(chainFolder(repo) + "commit-graph-chain", names[0]); // the last line feed may be missing
        VERIFY_RESULT(CommitGraph::open(objectsFolder(repo), kSha1, {}));
    }

    void aDamagedSingleFileGivesWayToTheChain()
    {
        RepoBuilder repo;
        chained(repo);
        writeFile(graphFile(repo), "CGPH but no more");
        const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(graph);
        QCOMPARE((*graph)->files().size(), 3);
        QCOMPARE((*graph)->problems().size(), 1);
        QCOMPARE(differenceFromGit(repo, **graph), "");
    }

    void aDamagedOwnGraphGivesWayToABorrowedOne()
    {
        RepoBuilder origin;
        chained(origin);
        RepoBuilder borrower;
        QDir().mkpath(QFile::decodeName(objectsFolder(borrower) + "/info"));
        writeFile(objectsFolder(borrower) + "/info/alternates", objectsFolder(origin));
        writeFile(graphFile(borrower), QByteArray(2'000, 'x'));
        const auto graph = CommitGraph::open(objectsFolder(borrower), kSha1, {});
        VERIFY_RESULT(graph);
        QCOMPARE((*graph)->count(), 6);
        QCOMPARE((*graph)->problems().size(), 1);
    }

    void everyByteOfAnUpperFileChangedDoesNoHarm()
    {
        RepoBuilder repo;
        const QByteArray path = fileOf(repo, hashes(chained(repo))[2]), good = readFile(path);
        int whole = 0, part = 0;
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bytes = good;
            bytes[at] = static_cast<char>(~bytes[at]);
            writeFile(path, bytes);
            const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
            if (!graph) {
                QCOMPARE(graph.error().kind, ErrorKind::Invalid);
                continue;
            }
            QCOMPARE(disorder(**graph), "");
            ++((*graph)->count() == 6 ? whole : part);
            QCOMPARE((*graph)->problems().isEmpty(), (*graph)->count() == 6);
        }
        QVERIFY(whole > 0);
        QVERIFY(part > 40); // the header, the checksum, the checksums of the files below
    }
};

QTEST_GUILESS_MAIN(CommitGraphChainTest)
#include "tst_commitgraphchain.moc"
