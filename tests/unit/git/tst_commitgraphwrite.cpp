// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitgraphwrite.h"
#include "git/commitlevels.h"
#include "graphfixture.h"

#include <QRandomGenerator>

using namespace GraphFixture;
using Git::CommitGraph;
using Git::CommitPosition;

namespace {

struct Listed
{
    Git::ObjectId id, tree;
    quint64 date = 0;
    QList<CommitPosition> parents = {};
};

class ListInput final : public Git::CommitGraphInput
{
public:
    explicit ListInput(const QList<Listed> &commits)
        : m_commits(commits)
    {}
    CommitPosition count() const override { return static_cast<CommitPosition>(m_commits.size()); }
    Git::ObjectId id(CommitPosition commit) const override { return m_commits[commit].id; }
    Git::ObjectId tree(CommitPosition commit) const override { return m_commits[commit].tree; }
    quint64 date(CommitPosition commit) const override { return m_commits[commit].date; }
    void parents(CommitPosition commit, Git::ParentPositions &out) const override
    {
        out.assign(m_commits[commit].parents.begin(), m_commits[commit].parents.end());
    }

private:
    QList<Listed> m_commits;
};

/// The whole history in the order of `git log`.
QList<Listed> readAll(const RepoBuilder &repo)
{
    const QList<QByteArray> lines =
        repo.git({u"log"_s, u"--all"_s, u"--format=%H,%T,%ct,%P"_s}).trimmed().split('\n');
    QHash<QByteArray, CommitPosition> positions;
    for (const QByteArray &line : lines)
        positions.insert(line.first(line.indexOf(',')), static_cast<CommitPosition>(positions.size()));
    QList<Listed> commits;
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.split(',');
        Listed commit{idOf(fields[0]), idOf(fields[1]), fields[2].toULongLong()};
        for (const QByteArray &parent : fields[3].split(' ')) {
            if (!parent.isEmpty())
                commit.parents += positions.value(parent);
        }
        commits += commit;
    }
    return commits;
}

Git::ObjectId madeId(QRandomGenerator &random, int size)
{
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return Git::ObjectId::fromRaw(reinterpret_cast<const uchar *>(bytes.constData()), size);
}

/// Commits whose parents come before or after them.
QList<Listed> randomHistory(QRandomGenerator &random, int size)
{
    QList<Listed> commits;
    const int count = random.bounded(1, 40);
    for (int at = 0; at < count; ++at) {
        Listed commit{madeId(random, size), madeId(random, size),
                      random.bounded(4) == 0 ? random.generate64() : random.generate64() >> 30};
        for (int more = random.bounded(5); more > 0 && at > 0; --more) {
            const auto parent = static_cast<CommitPosition>(random.bounded(at));
            if (!commit.parents.contains(parent))
                commit.parents += parent;
        }
        commits += commit;
    }
    if (random.bounded(2) == 0) {
        std::ranges::reverse(commits);
        for (Listed &commit : commits) {
            for (CommitPosition &parent : commit.parents)
                parent = static_cast<CommitPosition>(count - 1) - parent;
        }
    }
    return commits;
}

QByteArray differenceFromList(const CommitGraph &graph, const QList<Listed> &commits)
{
    if (graph.count() != commits.size())
        return "count";
    for (const Listed &commit : commits) {
        const CommitPosition at = graph.find(commit.id);
        QList<QByteArray> parents;
        for (const CommitPosition parent : commit.parents)
            parents += commits[parent].id.toHex();
        if (at == Git::kNoCommit || graph.tree(at) != commit.tree || graph.date(at) != commit.date ||
            parentsOf(graph, at) != parents)
            return commit.id.toHex();
    }
    return disorder(graph);
}

} // namespace

class CommitGraphWriteTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_file = QFile::encodeName(m_folder.filePath(u"graph"_s));

private Q_SLOTS:
    void init() { QFile::remove(QFile::decodeName(m_file)); }

    void gitVerifiesWhatIsWritten_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("sha-1") << QStringList();
        QTest::newRow("sha-256") << QStringList(u"--object-format=sha256"_s);
    }

    void gitVerifiesWhatIsWritten()
    {
        QFETCH(const QStringList, arguments);
        const int size = arguments.isEmpty() ? kSha1 : kSha256;
        const RepoBuilder repo(arguments);
        importHistory(repo, history());
        QDir().mkpath(QFile::decodeName(objectsFolder(repo) + "/info"));
        VERIFY_RESULT(Git::writeCommitGraph(graphFile(repo), size, ListInput(readAll(repo)), {}));
        const auto verified = repo.tryGit({u"commit-graph"_s, u"verify"_s, u"--no-progress"_s});
        QVERIFY2(verified.exitCode == 0, verified.errors.constData());
        const auto graph = CommitGraph::open(objectsFolder(repo), size, {});
        VERIFY_RESULT(graph);
        VERIFY_RESULT((*graph)->verifyChecksums({}));
        QVERIFY((*graph)->hasCorrectedDates());
        QCOMPARE(differenceFromGit(repo, **graph), "");
        const QByteArray ours = readFile(graphFile(repo));
        repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s, u"--no-progress"_s});
        QCOMPARE(readFile(graphFile(repo)), ours); // git has nothing to say otherwise
    }

    void everyHistoryReadsBackAsItWas()
    {
        QRandomGenerator random(7);
        for (int turn = 0; turn < 300; ++turn) {
            const int size = turn % 2 == 0 ? kSha1 : kSha256;
            const QList<Listed> commits = randomHistory(random, size);
            VERIFY_RESULT(Git::writeCommitGraph(m_file, size, ListInput(commits), {}));
            const auto graph = CommitGraph::openFile(m_file, size, {});
            VERIFY_RESULT(graph);
            QVERIFY((*graph)->hasCorrectedDates());
            QCOMPARE(differenceFromList(**graph, commits), "");
        }
    }

    void noCommitsMakeAGraphToo()
    {
        VERIFY_RESULT(Git::writeCommitGraph(m_file, kSha1, ListInput({}), {}));
        const auto graph = CommitGraph::openFile(m_file, kSha1, {});
        VERIFY_RESULT(graph);
        QCOMPARE((*graph)->count(), 0);
    }

    void datesThatDoNotFitAreKeptBesides()
    {
        QRandomGenerator random(1);
        const quint64 old = quint64(0) - 5, late = quint64(1) << 40;
        const QList<Listed> commits = {{madeId(random, kSha1), madeId(random, kSha1), old},
                                       {madeId(random, kSha1), madeId(random, kSha1), late, {0}},
                                       {madeId(random, kSha1), madeId(random, kSha1), 7, {1}}};
        VERIFY_RESULT(Git::writeCommitGraph(m_file, kSha1, ListInput(commits), {}));
        const auto graph = CommitGraph::openFile(m_file, kSha1, {});
        VERIFY_RESULT(graph);
        for (const Listed &commit : commits)
            QCOMPARE((*graph)->date((*graph)->find(commit.id)), commit.date);
        QVERIFY((*graph)->hasCorrectedDates());
        QCOMPARE(disorder(**graph), "");
    }

    void whatIsNoHistoryIsRefusedAndLeavesTheOldFile()
    {
        writeFile(m_file, "old");
        QRandomGenerator random(1);
        const auto id = [&random] { return madeId(random, kSha1); };
        const Listed one{id(), id(), 1};
        const QList<QList<Listed>> wrong = {
            {one, one},
            {one, {id(), id(), 1, {2}}},
            {{id(), id(), 1, {0}}},
            {{id(), id(), 1, {1}}, {id(), id(), 1, {2}}, {id(), id(), 1, {0}}},
            {{madeId(random, kSha256), id(), 1}}};
        for (const QList<Listed> &commits : wrong)
            VERIFY_FAILS(Git::writeCommitGraph(m_file, kSha1, ListInput(commits), {}), ErrorKind::Invalid);
        CancelSource source;
        source.cancel();
        VERIFY_FAILS(Git::writeCommitGraph(m_file, kSha1, ListInput({one}), source.token()),
                     ErrorKind::Cancelled);
        QCOMPARE(readFile(m_file), "old");
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files).size(), 1);
    }

    void aFolderThatIsNotThereIsDenied()
    {
        const auto written = Git::writeCommitGraph(m_file + "/no/such/folder", kSha1, ListInput({}), {});
        VERIFY_FAILS(written, ErrorKind::Denied);
        QVERIFY(!written.error().detail.isEmpty());
    }

    void countingLevelsEndsWhenCancelled()
    {
        const auto parents = [](Git::CommitPosition commit, Git::ParentPositions &out) {
            out.clear();
            if (commit > 0)
                out.append(commit - 1);
        };
        CancelSource source;
        QVERIFY(Git::topologicalLevels(100, parents, source.token()));
        source.cancel();
        QVERIFY(!Git::topologicalLevels(100, parents, source.token()));
    }
};

QTEST_GUILESS_MAIN(CommitGraphWriteTest)
#include "tst_commitgraphwrite.moc"
