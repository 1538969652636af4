// SPDX-License-Identifier: GPL-3.0-or-later
#include "../writefixture.h"

#include "git/linked/worktrees.h"
#include "git/refs.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace {

QByteArray besides(const WriteFixture &fixture, const char *name)
{
    return QFile::encodeName(fixture.repo.folder()) + '/' + name;
}

Git::Worktree treeIn(const WriteFixture &fixture, const QByteArray &folder)
{
    for (const Git::Worktree &tree : Git::readWorktrees(fixture.where())) {
        if (tree.path == folder)
            return tree;
    }
    return {};
}

void write(const QByteArray &path, const QByteArray &content)
{
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", path.constData());
}

} // namespace

class WorktreesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWorkTreeIsMadeOfABranchOfANewOneAndOfNone()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "1\n").commit("one");
        fixture.repo.branch("topic");
        const QByteArray head = fixture.repo.resolve("HEAD");
        const auto start = *Git::ObjectId::fromHex(head);
        const QByteArray a = besides(fixture, "a"), b = besides(fixture, "long name ü"),
                         c = besides(fixture, "c");
        VERIFY_RESULT(Git::addWorktree(fixture.git(), {.folder = a, .branch = "topic"}, {}));
        VERIFY_RESULT(Git::addWorktree(
            fixture.git(), {.folder = b, .branch = "fresh", .isNewBranch = true, .start = start}, {}));
        VERIFY_RESULT(Git::addWorktree(fixture.git(), {.folder = c, .branch = {}, .start = start}, {}));
        const QList<Git::Worktree> trees = Git::readWorktrees(fixture.where());
        QCOMPARE(trees.size(), 4);
        QVERIFY(trees.first().isMain && trees.first().isHere);
        QCOMPARE(trees.first().branch, "refs/heads/main");
        QCOMPARE(treeIn(fixture, a).branch, "refs/heads/topic");
        QCOMPARE(treeIn(fixture, b).branch, "refs/heads/fresh");
        QCOMPARE(treeIn(fixture, c).target, start);
        QVERIFY(!treeIn(fixture, c).isMissing);
        // Seen from one of them, the main one is another.
        const auto inside = Git::openRepository(QFile::decodeName(a));
        QVERIFY(inside);
        const QList<Git::Worktree> fromThere = Git::readWorktrees(inside->location);
        QVERIFY(fromThere.first().isMain && !fromThere.first().isHere);
        QCOMPARE(fromThere.first().path, QFile::encodeName(fixture.repo.path()));
        QCOMPARE(std::ranges::count_if(fromThere, &Git::Worktree::isHere), 1);
    }

    void whatCannotBeMadeIsRefusedBeforeGitStarts_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArray>("branch");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("relative") << "x"_ba << "topic"_ba << ErrorKind::Invalid;
        QTest::newRow("option as a folder") << "--force"_ba << "topic"_ba << ErrorKind::Invalid;
        QTest::newRow("line feed") << "/tmp/a\nb"_ba << "topic"_ba << ErrorKind::Invalid;
        QTest::newRow("option as a branch") << "new"_ba << "--detach"_ba << ErrorKind::Invalid;
        QTest::newRow("reflog as a branch") << "new"_ba << "@{-1}"_ba << ErrorKind::Invalid;
        QTest::newRow("full folder") << "full"_ba << "topic"_ba << ErrorKind::Conflict;
        QTest::newRow("a file") << "full/file"_ba << "topic"_ba << ErrorKind::Conflict;
        QTest::newRow("in the Git folder") << ".git/x"_ba << "topic"_ba << ErrorKind::Invalid;
    }

    void whatCannotBeMadeIsRefusedBeforeGitStarts()
    {
        QFETCH(QByteArray, folder);
        QFETCH(QByteArray, branch);
        QFETCH(ErrorKind, kind);
        WriteFixture fixture;
        fixture.repo.write("f", "1\n").commit("one");
        fixture.repo.branch("topic");
        QVERIFY(QDir().mkpath(fixture.repo.folder() + u"/full"_s));
        write(besides(fixture, "full/file"), "x");
        if (folder == ".git/x")
            folder = fixture.repo.bytePath(folder);
        else if (folder == "new" || folder.startsWith("full"))
            folder = besides(fixture, folder.constData());
        VERIFY_FAILURE(Git::addWorktree(fixture.git(), {.folder = folder, .branch = branch}, {}), kind);
        QCOMPARE(Git::readWorktrees(fixture.where()).size(), 1);
    }

    void removingNeverLosesWhatGitKnowsOrCouldKnow()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "1\n").write(".gitignore", "*.o\n").commit("one");
        fixture.repo.branch("topic");
        const QByteArray folder = besides(fixture, "tree");
        VERIFY_RESULT(Git::addWorktree(fixture.git(), {.folder = folder, .branch = "topic"}, {}));
        const auto removal = [&] { return Git::removeWorktree(fixture.git(), treeIn(fixture, folder), {}); };
        write(folder + "/new", "untracked");
        VERIFY_FAILURE(removal(), ErrorKind::Conflict);
        QVERIFY(QFile::remove(QFile::decodeName(folder + "/new")));
        write(folder + "/f", "changed");
        VERIFY_FAILURE(removal(), ErrorKind::Conflict);
        write(folder + "/f", "1\n");
        VERIFY_RESULT(Git::lockWorktree(fixture.git(), treeIn(fixture, folder), "on a drive", {}));
        QVERIFY(treeIn(fixture, folder).isLocked);
        QCOMPARE(treeIn(fixture, folder).lockReason, "on a drive");
        VERIFY_FAILURE(removal(), ErrorKind::Invalid);
        VERIFY_RESULT(Git::unlockWorktree(fixture.git(), treeIn(fixture, folder), {}));
        write(treeIn(fixture, folder).gitDir + "/MERGE_HEAD", fixture.repo.resolve("HEAD") + '\n');
        VERIFY_FAILURE(removal(), ErrorKind::Conflict);
        QVERIFY(QFile::remove(QFile::decodeName(treeIn(fixture, folder).gitDir + "/MERGE_HEAD")));
        write(folder + "/made.o", "ignored");
        const auto loss = Git::readWorktreeLoss(fixture.git(), treeIn(fixture, folder), {});
        VERIFY_RESULT(loss);
        QVERIFY(loss->isNothing());
        QCOMPARE(loss->ignored, 1);
        VERIFY_RESULT(removal());
        QVERIFY(!QFile::exists(QFile::decodeName(folder)));
        QCOMPARE(fixture.repo.resolve("topic"), fixture.repo.resolve("HEAD"));
    }

    void commitsOnNoBranchKeepTheirWorkTree()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "1\n").commit("one");
        const QByteArray folder = besides(fixture, "tree");
        const auto start = *Git::ObjectId::fromHex(fixture.repo.resolve("HEAD"));
        VERIFY_RESULT(Git::addWorktree(fixture.git(), {.folder = folder, .branch = {}, .start = start}, {}));
        fixture.repo.git({u"-C"_s, QFile::decodeName(folder), u"-c"_s, u"user.name=A"_s, u"-c"_s,
                          u"user.email=a@example.org"_s, u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s,
                          u"lost"_s});
        VERIFY_FAILURE(Git::removeWorktree(fixture.git(), treeIn(fixture, folder), {}), ErrorKind::Conflict);
        QVERIFY(QDir(QFile::decodeName(folder)).removeRecursively());
        QVERIFY(treeIn(fixture, folder).isMissing);
        VERIFY_FAILURE(Git::pruneWorktrees(fixture.git(), {}), ErrorKind::Conflict);
        fixture.repo.git({u"branch"_s, u"found"_s, treeIn(fixture, folder).target.text()});
        const auto gone = Git::pruneWorktrees(fixture.git(), {});
        VERIFY_RESULT(gone);
        QCOMPARE(gone->size(), 1);
        QCOMPARE(Git::readWorktrees(fixture.where()).size(), 1);
        QVERIFY(Git::pruneWorktrees(fixture.git(), {})->isEmpty());
    }

    void theMainOneAndTheOpenOneStay()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "1\n").commit("one");
        fixture.repo.branch("topic");
        VERIFY_FAILURE(Git::removeWorktree(fixture.git(), Git::readWorktrees(fixture.where()).first(), {}),
                       ErrorKind::Invalid);
        const QByteArray folder = besides(fixture, "tree");
        VERIFY_RESULT(Git::addWorktree(fixture.git(), {.folder = folder, .branch = "topic"}, {}));
        auto inside = Git::openRepository(QFile::decodeName(folder))->location;
        inside.trust = Git::Trust::Trusted;
        VERIFY_FAILURE(Git::removeWorktree(Git::Program(fixture.runner, inside), treeIn(fixture, folder), {}),
                       ErrorKind::Invalid);
        VERIFY_FAILURE(Git::addWorktree(fixture.git(), {.folder = folder + "2", .branch = "topic"}, {}),
                       ErrorKind::Conflict); // it is checked out already
        QVERIFY(QFile::exists(QFile::decodeName(folder + "/f")));
    }

    void withoutTrustNothingRuns()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "1\n").commit("one");
        fixture.repo.branch("topic");
        auto where = fixture.where();
        where.trust = Git::Trust::Restricted;
        const Git::Program git(fixture.runner, where);
        VERIFY_FAILURE(Git::addWorktree(git, {.folder = besides(fixture, "x"), .branch = "topic"}, {}),
                       ErrorKind::Denied);
        QCOMPARE(Git::readWorktrees(where).size(), 1);
        QVERIFY(!QFile::exists(fixture.repo.folder() + u"/x"_s));
    }
};

QTEST_GUILESS_MAIN(WorktreesTest)
#include "tst_worktrees.moc"
