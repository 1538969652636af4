// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/watchfolders.h"

#include "git/open.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace Git;

namespace {

RepoLocation locationOf(const QString &path)
{
    const auto info = openRepository(path);
    if (!info)
        qFatal("%s", Tests::describe(info.error()).constData());
    return info->location;
}

/// The work tree's folders, relative and sorted; "" is the top.
QList<QByteArray> workFolders(const RepoLocation &where)
{
    const auto found = listWorkFolders(where, {}, 100'000, {});
    if (!found)
        qFatal("%s", Tests::describe(found.error()).constData());
    QList<QByteArray> folders;
    for (const QByteArray &folder : found->folders)
        folders +=
            folder.size() == where.workTree.size() ? QByteArray() : folder.sliced(where.workTree.size() + 1);
    std::ranges::sort(folders);
    return folders;
}

} // namespace

class WatchFoldersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ignoredFoldersAndLinksAreLeftOut()
    {
        Tests::RepoBuilder repo;
        repo.write(".gitignore", "node_modules/\n/build\n").write("src/a/b/x", "1");
        repo.write("node_modules/left/pad", "1").write("sub/node_modules/y/z", "1").write("build/o/p", "1");
        repo.link("linked", "src").commit("one");
        QCOMPARE(workFolders(locationOf(repo.path())),
                 (QList<QByteArray>{"", "src", "src/a", "src/a/b", "sub"}));
    }

    void anIgnoredFolderWithTrackedFilesIsWatched()
    {
        Tests::RepoBuilder repo;
        repo.write("out/keep/x", "1").commit("one");
        repo.write(".gitignore", "out/\n").write("out/other/y", "1");
        QCOMPARE(workFolders(locationOf(repo.path())), (QList<QByteArray>{"", "out", "out/keep"}));
    }

    void ofANestedRepositoryTheFilesAndTheGitFolderAreWatched()
    {
        Tests::RepoBuilder repo, other;
        other.write("in/file", "1").commit("one");
        repo.git({u"submodule"_s, u"--quiet"_s, u"add"_s, other.path(), u"sub"_s});
        const RepoLocation where = locationOf(repo.path());
        QCOMPARE(workFolders(where), (QList<QByteArray>{"", ".git/modules/sub", "sub", "sub/in"}));
        QCOMPARE(touchedBy(where, where.gitDir + "/modules/sub", "HEAD"), Touches(Touch::Nested));
        QCOMPARE(touchedBy(where, where.gitDir + "/modules/sub", "ORIG_HEAD"), Touches());
    }

    void aNewFolderIsListedWithWhatIsBelow()
    {
        Tests::RepoBuilder repo;
        repo.write(".gitignore", "no/\n").write("a/b/c/x", "1").write("a/no/d/x", "1").write("no/x", "1");
        const RepoLocation where = locationOf(repo.path());
        const auto below = listWorkFolders(where, {where.workTree + "/a"}, 100, {});
        VERIFY_RESULT(below);
        QCOMPARE(below->folders.size(), 3);
        const auto ignored = listWorkFolders(where, {where.workTree + "/no"}, 100, {});
        VERIFY_RESULT(ignored);
        QVERIFY(ignored->folders.isEmpty());
    }

    void theListIsCutAtTheLimitAndSaysSo()
    {
        Tests::RepoBuilder repo;
        for (int i = 0; i < 20; ++i)
            repo.write("f" + QByteArray::number(i) + "/x", "1");
        const RepoLocation where = locationOf(repo.path());
        const auto some = listWorkFolders(where, {}, 7, {});
        VERIFY_RESULT(some);
        QCOMPARE(some->folders.size(), 7);
        QVERIFY(some->isCut);
        const auto all = listWorkFolders(where, {}, 21, {});
        VERIFY_RESULT(all);
        QVERIFY(!all->isCut);
    }

    void eventsMeanWhatTheyAreAbout_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<Touches>("meaning");
        const auto row = [](const char *folder, const char *name, Touches meaning) {
            QTest::addRow("%s %s", folder, name) << QByteArray(folder) << QByteArray(name) << meaning;
        };
        row("/r/.git", "HEAD", Touch::Refs);
        row("/r/.git", "HEAD.lock", {});
        row("/r/.git", "packed-refs", Touch::Refs);
        row("/r/.git", "packed-refs.lock", {});
        row("/r/.git", "index", Touch::Index);
        row("/r/.git", "index.lock", {});
        row("/r/.git", "MERGE_HEAD", Touch::Refs);
        row("/r/.git", "rebase-merge", Touch::Refs);
        row("/r/.git", "shallow", Touch::Refs);
        row("/r/.git", "COMMIT_EDITMSG", {});
        row("/r/.git", "objects", {});
        row("/r/.git", "gc.pid", {});
        row("/r/.git/refs/heads", "main", Touch::Refs | Touch::Folders);
        row("/r/.git/refs/heads", "main.lock", {});
        row("/r/.git/refs/heads/a", "b", Touch::Refs | Touch::Folders);
        row("/r/.git/logs/refs", "stash", Touch::Refs);
        row("/r/.git/logs/refs", "heads", {});
        row("/r/.git/info", "exclude", Touch::Ignores);
        row("/r/.git/info", "grafts", Touch::Refs);
        row("/r/.git/info", "refs", {});
        row("/r/.git/worktrees", "x", Touch::Refs | Touch::Folders);
        row("/r/.git/worktrees/x", "HEAD", Touch::Refs);
        row("/r/.git/worktrees/x", "index", {});
        row("/r", "file", Touch::Files);
        row("/r", "yarn.lock", Touch::Files);
        row("/r", ".git", {});
        row("/r/a", ".gitignore", Touch::Files | Touch::Ignores);
    }

    void eventsMeanWhatTheyAreAbout()
    {
        QFETCH(QByteArray, folder);
        QFETCH(QByteArray, name);
        QFETCH(Touches, meaning);
        const RepoLocation where{.gitDir = "/r/.git", .commonDir = "/r/.git", .workTree = "/r"};
        QCOMPARE(touchedBy(where, folder, name), meaning);
    }

    void aLinkedWorktreeHasItsOwnIndexAndHead()
    {
        const RepoLocation where{.gitDir = "/r/.git/worktrees/w", .commonDir = "/r/.git", .workTree = "/w"};
        QCOMPARE(touchedBy(where, where.gitDir, "index"), Touches(Touch::Index));
        QCOMPARE(touchedBy(where, where.commonDir, "index"), Touches());
        QCOMPARE(touchedBy(where, where.gitDir, "HEAD"), Touches(Touch::Refs));
        QVERIFY(touchedBy(where, where.gitDir + "/refs/bisect", "bad").testFlag(Touch::Refs));
        const RepoLocation other{
            .gitDir = "/r/.git", .commonDir = "/r/.git", .workTree = "/r", .indexFile = "/tmp/i"};
        QCOMPARE(touchedBy(other, "/tmp", "i"), Touches(Touch::Index));
        QCOMPARE(touchedBy(other, "/tmp", "j"), Touches());
        QCOMPARE(touchedBy(other, "/r/.git", "index"), Touches());
    }

    void refsFoldersAreListedWithoutObjects()
    {
        Tests::RepoBuilder repo;
        repo.write("x", "1").commit("one");
        repo.branch("feature/deep/one");
        const RepoLocation where = locationOf(repo.path());
        const QList<QByteArray> folders = listGitFolders(where);
        QCOMPARE(folders.first(), where.gitDir);
        QVERIFY(folders.contains(where.gitDir + "/refs/heads/feature/deep"));
        QVERIFY(std::ranges::none_of(folders, [](const QByteArray &f) { return f.contains("/objects"); }));
    }

    void onlyIgnoredUntrackedFilesAreSilent()
    {
        Tests::RepoBuilder repo;
        repo.write("kept.log", "1").commit("one");
        repo.write(".gitignore", "*.log\nout/\n").write("a.log", "1");
        const auto silent = listSilent(locationOf(repo.path()),
                                       {"kept.log", "a.log", "gone.log", "new.txt", "out/", "src/"}, {});
        VERIFY_RESULT(silent);
        QCOMPARE(*silent, (QList<QByteArray>{"a.log", "gone.log", "out/"}));
    }

    void aPrintTellsRefsIndexAndFilesApart()
    {
        Tests::RepoBuilder repo;
        repo.write("d/x", "1").write("y", "1").commit("one");
        const RepoLocation where = locationOf(repo.path());
        const auto before = readWatchPrint(where, {});
        VERIFY_RESULT(before);
        QCOMPARE(*readWatchPrint(where, {}), *before);
        repo.write("d/x", "changed");
        const auto edited = readWatchPrint(where, {});
        QCOMPARE(edited->refs, before->refs);
        QCOMPARE(edited->index, before->index);
        QVERIFY(edited->files != before->files);
        repo.stage();
        const auto staged = readWatchPrint(where, {});
        QCOMPARE(staged->refs, before->refs);
        QVERIFY(staged->index != edited->index);
        repo.branch("other");
        QVERIFY(readWatchPrint(where, {})->refs != before->refs);
    }

    void twentyThousandFoldersAreListedInReasonableTime()
    {
        Tests::RepoBuilder repo;
        repo.write(".gitignore", "*.tmp\nnode_modules/\n");
        for (int i = 0; i < 200; ++i) {
            for (int j = 0; j < 99; ++j)
                QDir(repo.path()).mkpath(u"d%1/e%2"_s.arg(i).arg(j));
        }
        const RepoLocation where = locationOf(repo.path());
        QElapsedTimer timer;
        timer.start();
        const auto folders = listWorkFolders(where, {}, 100'000, {});
        qInfo("%lld folders, none tracked: %lld ms", qlonglong(folders ? folders->folders.size() : 0),
              timer.elapsed());
        VERIFY_RESULT(folders);
        QCOMPARE(folders->folders.size(), 200 * 100 + 1);
        QVERIFY(timer.elapsed() < 20'000); // a bar against the wrong order of growth, not a measurement
    }
};

QTEST_GUILESS_MAIN(WatchFoldersTest)
#include "tst_watchfolders.moc"
