// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchfixture.h"
#include "support/verify.h"

using namespace SearchFixture;

class SearchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // one - two - main three - Merge ; side four, side five from two ; lost six from one, on a branch
    void initTestCase()
    {
        m_repo = std::make_unique<RepoBuilder>();
        m_repo->write("src/a.c", "int alpha;\n")
            .write("README", "hello\n")
            .commit("one\n\nalpha is in the body");
        m_repo->branch("lost").write("src/b.c", "int Beta;\n").commit("two", {.author = "Bob Builder"});
        m_repo->branch("topic/side").write("src/a.c", "int alpha, gamma;\n").commit("main three");
        m_repo->checkout("topic/side")
            .write("README", "hello there\n")
            .commit("side four", {.email = "z@example.com"});
        m_repo->write("src/deep/c.h", "gamma\n").commit("side five");
        m_repo->checkout("main").merge("topic/side");
        m_repo->checkout("lost").write("src/a.c", "int omega;\n").commit("lost six");
        m_repo->checkout("main").tag("v1.0");
    }
    void cleanupTestCase() { m_repo.reset(); }

    void hitsComeWithTheirRows()
    {
        const Found found = search(*m_repo, u"side"_s);
        VERIFY_RESULT(found.end);
        QCOMPARE(found.subjects(), (QStringList{u"side five"_s, u"side four"_s}));
        const QList<Git::ObjectId> rows = rowsOf(*m_repo);
        for (const SearchHit &hit : found.hits)
            QCOMPARE(rows[hit.row], hit.commit.id);
        QCOMPARE(found.end->hits, 2);
        QCOMPARE(found.end->searched, rows.size());
        QCOMPARE(found.end->unreadable, 0);
        QVERIFY(found.end->notes.isEmpty());
    }

    void textIsFoundAsGitFindsIt_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("body") << u"message:alpha"_s << QStringList{u"--grep=alpha"_s};
        QTest::newRow("author") << u"author:bob"_s << QStringList{u"--author=Bob"_s};
        QTest::newRow("mail") << u"author:z@example.com"_s << QStringList{u"--author=z@example.com"_s};
        QTest::newRow("not") << u"-message:side"_s << QStringList{u"--invert-grep"_s, u"--grep=side"_s};
        QTest::newRow("both") << u"message:side author:z@"_s
                              << QStringList{u"--grep=side"_s, u"--author=z@"_s};
        QTest::newRow("branch") << u"branch:lost"_s << QStringList{};
        QTest::newRow("file") << u"path:src/a.c"_s << QStringList{u"--"_s, u"src/a.c"_s};
        QTest::newRow("folder") << u"path:src"_s << QStringList{u"--"_s, u"src"_s};
        QTest::newRow("path and text")
            << u"path:README side"_s
            << QStringList{u"--grep=side"_s, u"--full-history"_s, u"--"_s, u"README"_s};
        QTest::newRow("no file") << u"path:nowhere"_s << QStringList{u"--"_s, u"nowhere"_s};
    }

    void textIsFoundAsGitFindsIt()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, arguments);
        const QStringList expected =
            line == u"branch:lost"_s ? QStringList{u"lost six"_s, u"one"_s} : gitSubjects(*m_repo, arguments);
        for (const Trust trust : {Trust::Trusted, Trust::Unknown}) {
            const Found found = search(*m_repo, line, trust);
            VERIFY_RESULT(found.end);
            QCOMPARE(found.subjects().join(u'|'), expected.join(u'|'));
        }
    }

    void contentIsFoundAsGitFindsIt_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("added or removed") << u"content:gamma"_s << QStringList{u"-Sgamma"_s};
        QTest::newRow("any case") << u"content:beta"_s << QStringList{u"-i"_s, u"-Sbeta"_s};
        QTest::newRow("this case") << u"content:Beta"_s << QStringList{u"-SBeta"_s};
        QTest::newRow("pattern") << u"content:\"/int (alpha|omega);/\""_s
                                 << QStringList{u"-Gint (alpha|omega);"_s};
        QTest::newRow("in a path") << u"content:gamma path:src/deep"_s
                                   << QStringList{u"-Sgamma"_s, u"--"_s, u"src/deep"_s};
        QTest::newRow("looks like an option") << u"content:-Sx"_s << QStringList{u"-S-Sx"_s};
        QTest::newRow("pattern of paths") << u"path:**/*.h"_s << QStringList{u"--"_s, u":(glob)**/*.h"_s};
        QTest::newRow("pattern in a folder") << u"path:src/?.c"_s << QStringList{u"--"_s, u"src/?.c"_s};
        QTest::newRow("pattern across folders") << u"path:*.c"_s << QStringList{u"--"_s, u"*.c"_s};
        QTest::newRow("pattern deep down") << u"path:src*.h"_s << QStringList{u"--"_s, u"src*.h"_s};
    }

    void contentIsFoundAsGitFindsIt()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, arguments);
        arguments.prepend(u"--full-history"_s);
        const Found found = search(*m_repo, line);
        VERIFY_RESULT(found.end);
        QCOMPARE(found.subjects(), gitSubjects(*m_repo, arguments));
        VERIFY_FAILS(search(*m_repo, line, Trust::Unknown).end, ErrorKind::Denied);
    }

    // git log leaves the side branch out, whose change is not in the end result
    void whatAMergeUndidIsFoundAndTheMergeThatTookASideIsNot()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").write("g", "1\n").commit("base");
        repo.branch("side").write("g", "2\n").commit("main");
        repo.checkout("side").write("f", "2\n").commit("undone");
        repo.checkout("main");
        repo.git({u"merge"_s, u"-q"_s, u"-s"_s, u"ours"_s, u"-m"_s, u"took ours"_s, u"side"_s});
        repo.git({u"branch"_s, u"-D"_s, u"side"_s});
        QCOMPARE(gitSubjects(repo, {u"--"_s, u"f"_s}), QStringList{u"base"_s});
        for (const Trust trust : {Trust::Trusted, Trust::Unknown}) {
            QCOMPARE(search(repo, u"path:f"_s, trust).subjects(), (QStringList{u"undone"_s, u"base"_s}));
            QCOMPARE(search(repo, u"-path:f"_s, trust).subjects(), (QStringList{u"took ours"_s, u"main"_s}));
        }
    }

    void negatedPathsAndBranchesAreTheRest()
    {
        const qsizetype all = rowsOf(*m_repo).size();
        for (const Trust trust : {Trust::Trusted, Trust::Unknown}) {
            const Found with = search(*m_repo, u"path:src/a.c"_s, trust);
            const Found without = search(*m_repo, u"-path:src/a.c"_s, trust);
            VERIFY_RESULT(without.end);
            QCOMPARE(with.hits.size() + without.hits.size(), all);
            for (const SearchHit &hit : without.hits)
                QVERIFY(!with.hits.contains(hit));
        }
        QCOMPARE(search(*m_repo, u"-content:gamma"_s).hits.size() +
                     search(*m_repo, u"content:gamma"_s).hits.size(),
                 all);
        QCOMPARE(search(*m_repo, u"-branch:main"_s).subjects(), QStringList{u"lost six"_s});
    }

    void branchesAreNamedInManyWays_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<qsizetype>("hits");
        QTest::newRow("full") << u"ref:refs/heads/lost"_s << qsizetype(2);
        QTest::newRow("wildcard") << u"branch:topic/*"_s << qsizetype(4);
        QTest::newRow("wildcard across") << u"branch:*side"_s << qsizetype(4);
        QTest::newRow("tag") << u"ref:v1.0"_s << qsizetype(6);
        QTest::newRow("two") << u"branch:lost branch:topic/side"_s << qsizetype(1);
        QTest::newRow("with a path") << u"branch:lost path:src/a.c"_s << qsizetype(2);
    }

    void branchesAreNamedInManyWays()
    {
        QFETCH(QString, line);
        const Found found = search(*m_repo, line);
        VERIFY_RESULT(found.end);
        QTEST(found.hits.size(), "hits");
    }

    void branchesOfRemotesAreFoundWithoutTheirRemote()
    {
        RepoBuilder repo;
        repo.commit("one");
        repo.commit("two");
        const auto put = [&](const QString &ref, const QString &at) { repo.git({u"update-ref"_s, ref, at}); };
        put(u"refs/remotes/origin/team/next"_s, u"HEAD~1"_s);
        for (const QString &line : {u"branch:team/next"_s, u"branch:team/*"_s, u"branch:origin/team/next"_s})
            QCOMPARE(search(repo, line).subjects(), QStringList{u"one"_s});
        put(u"refs/heads/team/next"_s, u"HEAD"_s); // the branch of that name comes first
        QCOMPARE(search(repo, u"branch:team/next"_s).subjects(), (QStringList{u"two"_s, u"one"_s}));
    }

    void aNameOfTheTopmostFolderSaysHowToFindIt()
    {
        for (const Trust trust : {Trust::Trusted, Trust::Unknown}) {
            const Found found = search(*m_repo, u"path:c.h"_s, trust);
            VERIFY_RESULT(found.end);
            QCOMPARE(found.end->notes.join(u' ').count(u"path:**/c.h"_s), 1);
            QCOMPARE(search(*m_repo, u"path:README"_s, trust).end->notes, QStringList());
        }
        QVERIFY(search(*m_repo, u"path:**/c.h"_s).subjects().contains(u"side five"_s));
    }

    // main and up have moved apart, and rows start at main alone
    void aBranchIsWhatItLeadsToWhereverRowsStart()
    {
        RepoBuilder repo;
        repo.commit("one");
        repo.write("f", "1\n").commit("two");
        repo.branch("up").commit("local only");
        repo.checkout("up").write("f", "2\n").commit("remote");
        repo.commit("remote, too");
        repo.checkout("main");
        const auto subjects = [&](const QString &line, Trust trust, bool firstParentOnly) {
            History::SearchScope scope = scopeOf(repo, rowsOf(repo, {u"main"_s}));
            scope.tips = {*Git::ObjectId::fromHex(repo.resolve("main"))};
            scope.firstParentOnly = firstParentOnly;
            return searchIn(repo, scope, line, trust).subjects();
        };
        for (const Trust trust : {Trust::Trusted, Trust::Unknown}) {
            for (const bool firstParentOnly : {false, true}) {
                QCOMPARE(subjects(u"branch:up"_s, trust, firstParentOnly), (QStringList{u"two"_s, u"one"_s}));
                QCOMPARE(subjects(u"-branch:up"_s, trust, firstParentOnly), QStringList{u"local only"_s});
                QCOMPARE(subjects(u"branch:up path:f"_s, trust, firstParentOnly), QStringList{u"two"_s});
            }
        }
    }

    void headIsNamedByItsOwnNameAlone()
    {
        RepoBuilder repo;
        repo.commit("one");
        repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
        repo.commit("on no branch");
        const QList<Git::ObjectId> rows = rowsOf(repo, {u"HEAD"_s});
        const auto subjects = [&](const QString &line) {
            return searchIn(repo, scopeOf(repo, rows), line, Trust::Unknown).subjects();
        };
        QCOMPARE(subjects(u"ref:HEAD"_s), (QStringList{u"on no branch"_s, u"one"_s}));
        QCOMPARE(subjects(u"-branch:*"_s), QStringList{u"on no branch"_s});
    }

    void aReachIsTheSameWithGraphFilesOfAnyAge()
    {
        for (const bool hasGraph : {false, true}) {
            RepoBuilder repo;
            repo.commit("one");
            repo.branch("side");
            repo.commit("two");
            if (hasGraph)
                repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s});
            repo.checkout("side").commit("three");
            repo.checkout("main").merge("side", "four");
            QCOMPARE(search(repo, u"-branch:side"_s).subjects(), (QStringList{u"four"_s, u"two"_s}));
            QCOMPARE(search(repo, u"branch:side"_s).subjects(), (QStringList{u"three"_s, u"one"_s}));
        }
    }

    // As git has it, but said
    void whatOnlyAMergeChangedIsSaidToBeLeftOut()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("base");
        repo.branch("side").commit("main");
        repo.checkout("side").commit("side");
        repo.checkout("main");
        repo.git({u"merge"_s, u"-q"_s, u"--no-commit"_s, u"side"_s});
        repo.write("f", "only here\n").commit("evil merge");
        QCOMPARE(search(repo, u"path:f"_s).subjects(), (QStringList{u"evil merge"_s, u"base"_s}));
        const Found found = search(repo, u"content:only"_s);
        VERIFY_RESULT(found.end);
        QVERIFY(found.hits.isEmpty());
        QCOMPARE(found.end->notes.size(), 1);
        QVERIFY(found.end->notes.first().contains(u"merge"_s));
    }

    void aPatternThatGitCannotReadIsAMistakeOfTheQuery()
    {
        VERIFY_FAILS(search(*m_repo, u"content:/a{9,1}/"_s).end, ErrorKind::Invalid);
    }

    void anUnknownBranchIsSaid()
    {
        VERIFY_FAILS(search(*m_repo, u"branch:nowhere"_s).end, ErrorKind::NotFound);
        VERIFY_FAILS(search(*m_repo, u"branch:sid"_s).end, ErrorKind::NotFound);
    }

    void aMissingCommitIsCountedAndTheRestIsFound()
    {
        RepoBuilder repo;
        repo.commit("find me");
        History::SearchScope scope = scopeOf(repo, {});
        QList<Git::ObjectId> rows = rowsOf(repo);
        rows.prepend(*Git::ObjectId::fromHex(QByteArray(40, '7')));
        scope.rows = [&](qsizetype from, qsizetype count) { return rows.mid(from, count); };
        const auto &[end, hits, searched] = searchIn(repo, scope, u"find"_s, Trust::Unknown);
        VERIFY_RESULT(end);
        QCOMPARE(end->unreadable, 1);
        QCOMPARE(end->notes.size(), 1);
        QVERIFY(end->notes.first().contains(u"could not be read"_s));
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().row, 1);
    }

    void filtersOfPathsAndReplacedCommitsAreHeeded()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        const QByteArray two = repo.write("f", "2\n").commit("two");
        repo.write("g", "1\n").commit("three");
        const QByteArray other = repo.git({u"commit-tree"_s, u"-p"_s, u"HEAD~2"_s, u"-m"_s,
                                           u"instead of two"_s, u"HEAD~1^{tree}"_s})
                                     .trimmed();
        History::SearchScope scope = scopeOf(repo, rowsOf(repo));
        QList<QByteArray> asked;
        scope.mayHaveChanged = [&](const Git::ObjectId &id, const QByteArray &path) {
            asked += path;
            return id.toHex() == two; // a filter that would be wrong about the first commit
        };
        const auto subjects = [&](const QString &line) {
            return searchIn(repo, scope, line, Trust::Unknown).subjects();
        };
        QCOMPARE(subjects(u"path:f"_s), QStringList{u"two"_s});
        QCOMPARE(asked, QList<QByteArray>(3, "f"_ba));
        scope.replacements = {{*Git::ObjectId::fromHex(two), *Git::ObjectId::fromHex(other)}};
        QCOMPARE(subjects(u"message:two"_s), QStringList{u"instead of two"_s});
        QCOMPARE(subjects(u"message:instead id:"_s + QString::fromLatin1(two)),
                 QStringList{u"instead of two"_s});
    }

    void longHistoriesStreamAndCanBeCancelled()
    {
        RepoBuilder repo;
        QByteArray stream;
        constexpr int kCommits = 20'000;
        for (int at = 1; at <= kCommits; ++at) {
            const QByteArray message = at % 1000 == 0 ? "needle " + QByteArray::number(at) : "hay"_ba;
            stream += "commit refs/heads/main\nmark :" + QByteArray::number(at) + "\ncommitter A <a@b> " +
                      QByteArray::number(1'700'000'000 + at) + " +0000\ndata " +
                      QByteArray::number(message.size()) + "\n" + message + "\n";
        }
        repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
        const Found found = search(repo, u"needle"_s);
        VERIFY_RESULT(found.end);
        QCOMPARE(found.hits.size(), kCommits / 1000);
        QVERIFY(std::ranges::is_sorted(found.hits, {}, &SearchHit::row));
        for (const SearchHit &hit : found.hits)
            QCOMPARE(hit.commit.subject, u"needle %1"_s.arg(kCommits - hit.row));
        QVERIFY(found.searched.size() > 5);
        QVERIFY(found.searched.first() < 1000);
        QVERIFY(std::ranges::is_sorted(found.searched));
        QCOMPARE(found.searched.last(), kCommits);

        CancelSource source;
        source.cancel();
        VERIFY_FAILS(search(repo, u"needle"_s, Trust::Trusted, source.token()).end, ErrorKind::Cancelled);
        VERIFY_FAILS(search(repo, u"path:x"_s, Trust::Trusted, source.token()).end, ErrorKind::Cancelled);
    }

private:
    std::unique_ptr<RepoBuilder> m_repo;
};

QTEST_GUILESS_MAIN(SearchTest)
#include "tst_search.moc"
