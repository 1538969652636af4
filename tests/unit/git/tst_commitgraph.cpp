// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/alternates.h"
#include "graphfixture.h"

#include <sys/stat.h>

using namespace GraphFixture;
using Git::CommitGraph;

namespace {

void writeGraph(const RepoBuilder &repo, const QStringList &arguments = {}, const QStringList &settings = {})
{
    QStringList command = settings;
    command += {u"commit-graph"_s, u"write"_s, u"--reachable"_s, u"--no-progress"_s};
    repo.git(command + arguments);
}

QStringList withLevelsOnly()
{
    return {u"-c"_s, u"commitGraph.generationVersion=1"_s};
}

} // namespace

class CommitGraphTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereGitWroteNoneThereIsNone()
    {
        const RepoBuilder repo;
        VERIFY_FAILS(CommitGraph::open(objectsFolder(repo), kSha1, {}), ErrorKind::NotFound);
        VERIFY_FAILS(CommitGraph::open("/there/is/no/such/folder", kSha1, {}), ErrorKind::NotFound);
    }

    void theGraphSaysWhatGitSays_data()
    {
        QTest::addColumn<QStringList>("init");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<bool>("corrected");
        const QStringList sha256 = {u"--object-format=sha256"_s};
        QTest::newRow("one file") << QStringList() << QStringList() << QStringList() << true;
        QTest::newRow("sha-256") << sha256 << QStringList() << QStringList() << true;
        QTest::newRow("levels only") << QStringList() << QStringList() << withLevelsOnly() << false;
        QTest::newRow("sha-256, levels only") << sha256 << QStringList() << withLevelsOnly() << false;
        QTest::newRow("a chain of one")
            << QStringList() << QStringList(u"--split"_s) << QStringList() << true;
        QTest::newRow("changed paths")
            << QStringList() << QStringList(u"--changed-paths"_s) << QStringList() << true;
    }

    void theGraphSaysWhatGitSays()
    {
        QFETCH(const QStringList, init);
        QFETCH(const QStringList, arguments);
        QFETCH(const QStringList, settings);
        QFETCH(const bool, corrected);
        const RepoBuilder repo(init);
        importHistory(repo, history());
        writeGraph(repo, arguments, settings);
        const auto graph = CommitGraph::open(objectsFolder(repo), init.isEmpty() ? kSha1 : kSha256, {});
        VERIFY_RESULT(graph);
        QCOMPARE(differenceFromGit(repo, **graph), "");
        QCOMPARE(disorder(**graph), "");
        QCOMPARE((*graph)->hasCorrectedDates(), corrected);
        QVERIFY((*graph)->problems().isEmpty());
        VERIFY_RESULT((*graph)->verifyChecksums({}));
        VERIFY_FAILS(CommitGraph::open(objectsFolder(repo), init.isEmpty() ? kSha256 : kSha1, {}),
                     ErrorKind::Invalid);
    }

    void datesAreThoseGitSortsBy()
    {
        const RepoBuilder repo;
        const QByteArray tree = repo.git({u"mktree"_s}).trimmed();
        for (const QByteArray date : {"-86400", "17179869184", "99999999999", "1767000000"}) {
            const QByteArray id =
                repo.git({u"hash-object"_s, u"-t"_s, u"commit"_s, u"-w"_s, u"--literally"_s, u"--stdin"_s},
                         "tree " + tree + "\nauthor A <a@b> 1 +0000\ncommitter A <a@b> " + date +
                             " +0000\n\nm\n")
                    .trimmed();
            repo.git(
                {u"update-ref"_s, u"refs/heads/d"_s + QString::fromLatin1(date), QString::fromLatin1(id)});
        }
        writeGraph(repo);
        const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(graph);
        const QByteArray said = repo.git({u"rev-list"_s, u"--all"_s, u"--timestamp"_s}).trimmed();
        QCOMPARE(said.split('\n').size(), 4);
        for (const QByteArray &line : said.split('\n')) {
            const Git::CommitPosition at = (*graph)->find(idOf(line.split(' ')[1]));
            QVERIFY(at != Git::kNoCommit);
            QCOMPARE((*graph)->date(at), line.split(' ')[0].toULongLong());
        }
        QCOMPARE(disorder(**graph), "");
    }

    void generationsRiseEvenWhereGitCorrectsDatesWrongly()
    {
        const RepoBuilder repo; // git 2.47 keeps 32 bits of a parent's corrected date
        importHistory(repo,
                      {{.date = 17'000'000'000}, {.date = 1, .parents = {0}}, {.date = 2, .parents = {1}}});
        writeGraph(repo);
        const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(graph);
        QCOMPARE(differenceFromGit(repo, **graph), "");
        QCOMPARE(disorder(**graph), "");
    }

    void aChainCountsFromItsLowestFile()
    {
        const RepoBuilder repo;
        for (const QByteArray prefix : {"a", "b", "c", "d"}) {
            importHistory(repo, history(), prefix);
            importHistory(repo, {{.date = 1'900'000'000, .paths = {prefix + "/x"}}}, prefix + "more");
            writeGraph(repo, {u"--split=no-merge"_s});
        }
        const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(graph);
        const QList<QByteArray> files = (*graph)->files();
        const QList<QByteArray> listed =
            readFile(objectsFolder(repo) + "/info/commit-graphs/commit-graph-chain").trimmed().split('\n');
        QCOMPARE(files.size(), 4);
        for (qsizetype at = 0; at < files.size(); ++at)
            QCOMPARE(files[at].sliced(files[at].lastIndexOf('/')),
                     QByteArray("/graph-" + listed[at] + ".graph"));
        QCOMPARE(differenceFromGit(repo, **graph), "");
        QCOMPARE(disorder(**graph), "");
        VERIFY_RESULT((*graph)->verifyChecksums({}));
        const auto lowest = CommitGraph::openFile(files[0], kSha1, {});
        VERIFY_RESULT(lowest);
        for (Git::CommitPosition commit = 0; commit < (*lowest)->count(); ++commit)
            QCOMPARE((*graph)->id(commit), (*lowest)->id(commit));
        VERIFY_FAILS(CommitGraph::openFile(files[1], kSha1, {}), ErrorKind::Invalid);
    }

    void correctedDatesAreUsedOnlyWhenEveryFileHasThem()
    {
        const RepoBuilder repo;
        importHistory(repo, history(), "a");
        writeGraph(repo, {u"--split=no-merge"_s}, withLevelsOnly());
        importHistory(repo, {{.date = 1'900'000'000}, {.date = 1'900'000'001, .parents = {0}}}, "b");
        writeGraph(repo, {u"--split=no-merge"_s});
        const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(graph);
        QCOMPARE((*graph)->files().size(), 2);
        QVERIFY(!(*graph)->hasCorrectedDates());
        QCOMPARE(disorder(**graph), "");
        QCOMPARE((*graph)->generation((*graph)->find(idOf(repo.resolve("b2")))), 2);
    }

    void aBorrowedGraphIsFound()
    {
        RepoBuilder origin;
        importHistory(origin, history());
        writeGraph(origin);
        RepoBuilder borrower;
        const QByteArray list = objectsFolder(borrower) + "/info/alternates";
        QDir().mkpath(QFile::decodeName(objectsFolder(borrower) + "/info"));
        for (const QByteArray &line :
             {objectsFolder(origin), QByteArray('"' + objectsFolder(origin).replace("j", "\\152") + '"')}) {
            writeFile(list, "# a comment\n\n/there/is/none\n" + line + '\n');
            QCOMPARE(Git::objectFolders(objectsFolder(borrower)),
                     (QList<QByteArray>{objectsFolder(borrower), objectsFolder(origin)}));
            const auto graph = CommitGraph::open(objectsFolder(borrower), kSha1, {});
            VERIFY_RESULT(graph);
            QCOMPARE((*graph)->files(), QList<QByteArray>{graphFile(origin)});
        }
        writeFile(objectsFolder(origin) + "/info/alternates", objectsFolder(borrower) + '\n');
        QCOMPARE(Git::objectFolders(objectsFolder(borrower)).size(), 2); // a circle ends
    }

    void aChainMayStandOnBorrowedFiles()
    {
        RepoBuilder origin;
        importHistory(origin, history());
        writeGraph(origin, {u"--split=no-merge"_s});
        RepoBuilder borrower;
        QDir().mkpath(QFile::decodeName(objectsFolder(borrower) + "/info"));
        writeFile(objectsFolder(borrower) + "/info/alternates", objectsFolder(origin) + '\n');
        borrower.git({u"fetch"_s, u"-q"_s, origin.path(), u"refs/heads/*:refs/heads/*"_s});
        importHistory(borrower, {{.date = 1'900'000'000}, {.date = 1'900'000'001, .parents = {0}}}, "own");
        writeGraph(borrower, {u"--split=no-merge"_s});
        const auto graph = CommitGraph::open(objectsFolder(borrower), kSha1, {});
        VERIFY_RESULT(graph);
        QCOMPARE((*graph)->files().size(), 2);
        QVERIFY((*graph)->files()[0].startsWith(objectsFolder(origin)));
        QVERIFY((*graph)->files()[1].startsWith(objectsFolder(borrower)));
        QCOMPARE(differenceFromGit(borrower, **graph), "");
        QCOMPARE(disorder(**graph), "");
    }

    void idsThatAreNotThereAreNotFound()
    {
        const RepoBuilder repo;
        importHistory(repo, history());
        writeGraph(repo);
        const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(graph);
        for (const char digit : {'0', '7', 'f'})
            QCOMPARE((*graph)->find(idOf(QByteArray(40, digit))), Git::kNoCommit);
        QCOMPARE((*graph)->find(idOf((*graph)->id(3).toHex() + QByteArray(24, '0'))), Git::kNoCommit);
    }

    void openingCanBeCancelledAndWaitsForNoPipe()
    {
        const RepoBuilder repo;
        importHistory(repo, history());
        writeGraph(repo);
        CancelSource source;
        source.cancel();
        VERIFY_FAILS(CommitGraph::open(objectsFolder(repo), kSha1, source.token()), ErrorKind::Cancelled);
        QFile::remove(QFile::decodeName(graphFile(repo)));
        QCOMPARE(::mkfifo(graphFile(repo).constData(), 0600), 0);
        VERIFY_FAILS(CommitGraph::open(objectsFolder(repo), kSha1, {}), ErrorKind::Invalid);
    }

    void damageThatOnlyTheChecksumShowsIsFoundOnRequest()
    {
        const RepoBuilder repo;
        importHistory(repo, history());
        writeGraph(repo);
        QByteArray bytes = readFile(graphFile(repo));
        const qsizetype tree = bytes.indexOf(QByteArray::fromHex(repo.resolve("c1^{tree}")));
        QVERIFY(tree > 0);
        bytes[tree] = static_cast<char>(bytes[tree] ^ 1);
        writeFile(graphFile(repo), bytes);
        const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(graph);
        VERIFY_FAILS((*graph)->verifyChecksums({}), ErrorKind::Invalid);
    }
};

QTEST_GUILESS_MAIN(CommitGraphTest)
#include "tst_commitgraph.moc"
