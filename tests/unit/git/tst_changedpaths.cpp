// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphfixture.h"

using namespace GraphFixture;
using Git::ChangedPathKey;
using Git::CommitGraph;

namespace {

void writeFilters(const RepoBuilder &repo, int version = 1)
{
    repo.git({u"-c"_s, u"commitGraph.changedPathsVersion=%1"_s.arg(version), u"commit-graph"_s, u"write"_s,
              u"--reachable"_s, u"--changed-paths"_s, u"--no-progress"_s});
}

QList<Planned> filesHistory()
{
    QList<Planned> list = {{.date = 100, .paths = {"README", "docs/intro"}}};
    for (int at = 1; at < 60; ++at) {
        const QByteArray number = QByteArray::number(at);
        list += {.date = 100 + at,
                 .parents = {at - 1},
                 .paths = {"folder " + number + "/deep/file" + number, "same"}};
    }
    list += {.date = 200, .parents = {59}, .paths = {"d\xc3\xa4tei/\xc3\xbc.txt", "\xff\xfe"}};
    list += {.date = 201, .parents = {60}}; // changes nothing
    list += {.date = 202, .parents = {61, 5}, .paths = {"only in the merge"}};
    return list;
}

QSet<QByteArray> withFolders(const QList<QByteArray> &paths)
{
    QSet<QByteArray> all;
    for (QByteArray path : paths) {
        for (; !path.isEmpty(); path.truncate(std::max<qsizetype>(path.lastIndexOf('/'), 0)))
            all += path;
    }
    return all;
}

} // namespace

class ChangedPathsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsNeverDeniedAndMostOthersAre_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("version 1") << 1;
        QTest::newRow("version 2") << 2; // what git before 2.46 does not know it writes as version 1
    }

    void aChangeIsNeverDeniedAndMostOthersAre()
    {
        QFETCH(const int, version);
        const RepoBuilder repo;
        const QList<Planned> list = filesHistory();
        importHistory(repo, list);
        writeFilters(repo, version);
        const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(graph);
        QVERIFY((*graph)->hasChangedPaths());
        QList<QByteArray> every;
        for (const Planned &one : list)
            every += one.paths;
        int denied = 0, kept = 0;
        for (qsizetype at = 0; at < list.size(); ++at) {
            const auto commit = (*graph)->find(idOf(repo.resolve("c" + QByteArray::number(at + 1))));
            const QSet<QByteArray> changed = withFolders(list[at].paths);
            for (const QByteArray &path : withFolders(every)) {
                const auto change = (*graph)->mayHaveChanged(commit, ChangedPathKey(path));
                QVERIFY2(!changed.contains(path) || change == CommitGraph::PathChange::Maybe,
                         path.constData());
                if (!changed.contains(path))
                    ++(change == CommitGraph::PathChange::No ? denied : kept);
            }
        }
        QVERIFY(denied > 1'000);
        QVERIFY2(kept * 20 < denied, QByteArray::number(kept).constData());
    }

    void aFolderIsWrittenWithOrWithoutASlash()
    {
        const RepoBuilder repo;
        importHistory(repo, {{.date = 1, .paths = {"a/b/c"}}});
        writeFilters(repo);
        const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(graph);
        for (const char *path : {"a", "a/", "a/b", "a/b/", "a/b/c", "", "/"})
            QCOMPARE((*graph)->mayHaveChanged(0, ChangedPathKey(path)), CommitGraph::PathChange::Maybe);
        for (const char *path : {"b", "c", "a/c", "a/b/d", "x/b/c"})
            QCOMPARE((*graph)->mayHaveChanged(0, ChangedPathKey(path)), CommitGraph::PathChange::No);
    }

    void withTooManyChangesAndWithoutFiltersAnythingMayHaveChanged()
    {
        const RepoBuilder repo;
        QList<QByteArray> many;
        for (int at = 0; at < 600; ++at)
            many += "f" + QByteArray::number(at);
        importHistory(repo, {{.date = 1, .paths = many}});
        writeFilters(repo);
        const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(graph);
        QCOMPARE((*graph)->mayHaveChanged(0, ChangedPathKey("other")), CommitGraph::PathChange::Maybe);
        QFile::remove(QFile::decodeName(graphFile(repo)));
        repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s, u"--no-changed-paths"_s});
        const auto plain = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(plain);
        QVERIFY(!(*plain)->hasChangedPaths());
        QCOMPARE((*plain)->mayHaveChanged(0, ChangedPathKey("other")), CommitGraph::PathChange::Maybe);
    }

    void filtersOfAFileThatWasReplacedAreNotMixedIn()
    {
        const RepoBuilder repo;
        importHistory(repo, {{.date = 1, .paths = {"a"}}, {.date = 2, .paths = {"b"}}});
        writeFilters(repo);
        const auto before = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(before);
        importHistory(repo, {{.date = 3, .paths = {"c"}}, {.date = 4, .paths = {"d"}}}, "more");
        writeFilters(repo);
        for (Git::CommitPosition commit = 0; commit < (*before)->count(); ++commit)
            QCOMPARE((*before)->mayHaveChanged(commit, ChangedPathKey("x")), CommitGraph::PathChange::Maybe);
        const auto after = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(after);
        QCOMPARE((*after)->mayHaveChanged(0, ChangedPathKey("x")), CommitGraph::PathChange::No);
    }

    void everyFileOfAChainHasItsOwnFilters()
    {
        const RepoBuilder repo;
        for (const QByteArray prefix : {"a", "b"}) {
            importHistory(
                repo, {{.date = 1, .paths = {prefix}}, {.date = 2, .parents = {0}, .paths = {prefix + "2"}}},
                prefix);
            repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s, u"--split=no-merge"_s,
                      u"--changed-paths"_s});
        }
        const auto graph = CommitGraph::open(objectsFolder(repo), kSha1, {});
        VERIFY_RESULT(graph);
        QCOMPARE((*graph)->files().size(), 2);
        const auto change = [&](const QByteArray &commit, const QByteArray &path) {
            return (*graph)->mayHaveChanged((*graph)->find(idOf(repo.resolve(commit))), ChangedPathKey(path));
        };
        QCOMPARE(change("a1", "a"), CommitGraph::PathChange::Maybe);
        QCOMPARE(change("b2", "b2"), CommitGraph::PathChange::Maybe);
        QCOMPARE(change("a1", "b2"), CommitGraph::PathChange::No);
        QCOMPARE(change("b2", "a"), CommitGraph::PathChange::No);
    }
};

QTEST_GUILESS_MAIN(ChangedPathsTest)
#include "tst_changedpaths.moc"
