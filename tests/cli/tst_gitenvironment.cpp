// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/validate.h"
#include "shellrun.h"
#include "support/repobuilder.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::program;
using CliTest::Run;
using CliTest::shell;
using Tests::RepoBuilder;

/// The program where Git tells it of the repository: by variables, in a hook, in a linked work tree.
class TestGitEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void environmentOfGitIsHonoured();
    void brokenEnvironmentOfGitIsExit3_data();
    void brokenEnvironmentOfGitIsExit3();
    void givenRepositoryWinsOverTheEnvironment();
    void hookSeesOnlyWhatIsCommitted();
    void linkedWorktreeIsItsOwn();
};

void TestGitEnvironment::initTestCase()
{
    Tests::isolatedHome();
    QVERIFY2(QFileInfo(program()).isExecutable(), qPrintable(program()));
}

void TestGitEnvironment::environmentOfGitIsHonoured()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    repo.write("b", "1\n");
    repo.git({u"read-tree"_s, u"HEAD"_s, u"--index-output="_s + repo.gitDir() + u"/other-index"_s});
    const Run absolute = shell(u"exec \"$AI\" status --json"_s, repo.folder(),
                               {{u"GIT_DIR"_s, repo.gitDir()}, {u"GIT_WORK_TREE"_s, repo.path()}});
    VERIFY_EXIT(absolute, 0);
    QCOMPARE(absolute.json()["repository"_L1].toString(), repo.path());
    const Run relative = shell(u"exec \"$AI\" log"_s, repo.path(), {{u"GIT_DIR"_s, u".git"_s}});
    VERIFY_EXIT(relative, 0);
    QVERIFY(relative.results.contains("one"));

    repo.write("docs/b.md", "text\n");
    const Run staged =
        shell(u"cp .git/index .git/index.mine && GIT_INDEX_FILE=.git/index.mine git add docs/b.md && "
              u"GIT_INDEX_FILE=.git/index.mine exec \"$AI\" generate-commit-message --staged"_s,
              repo.path());
    VERIFY_EXIT(staged, 0);
    QVERIFY(staged.results.startsWith("docs"));
    VERIFY_EXIT(shell(u"exec \"$AI\" generate-commit-message --staged"_s, repo.path()), 2);
}

void TestGitEnvironment::brokenEnvironmentOfGitIsExit3_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    const QStringList indexReaders = {u"status"_s, u"generate-commit-message --staged"_s,
                                      u"describe-changes --diff"_s};
    const QStringList others = {u"log"_s, u"environments"_s};
    for (const QString &command : indexReaders + others) {
        const auto add = [&](const QString &variable, const QString &value, int code) {
            QTest::addRow("%s=%s %s", qPrintable(variable), qPrintable(value), qPrintable(command))
                << variable << value << command << code;
        };
        for (const QString &value : {u"/nonexistent"_s, u"docs"_s, u".git/index"_s})
            add(u"GIT_DIR"_s, value, 3);
        // What never looks at the index is not kept from its work by a broken one.
        const bool readsIndex = indexReaders.contains(command);
        for (const QString &value : {u".git/junk"_s, u".git/zeros"_s, u".git/folder"_s})
            add(u"GIT_INDEX_FILE"_s, value, readsIndex ? 3 : 0);
        // As for git, one that is not there yet is empty.
        add(u"GIT_INDEX_FILE"_s, u".git/none"_s, 0);
        add(u"GIT_INDEX_FILE"_s, u".git/no/such"_s, 0);
    }
    QTest::addRow("GIT_WORK_TREE") << u"GIT_WORK_TREE"_s << u"/nonexistent"_s << u"status"_s << 3;
}

void TestGitEnvironment::brokenEnvironmentOfGitIsExit3()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(QString, command);
    QFETCH(int, code);
    RepoBuilder repo;
    repo.write("docs/a.md", "1\n").commit("docs: start");
    repo.write(".git/junk", "junk").write(".git/zeros", QByteArray(5000, '\0'));
    QVERIFY(QDir().mkdir(repo.gitDir() + u"/folder"_s));
    QMap<QString, QString> variables{{variable, value}};
    if (variable == "GIT_WORK_TREE"_L1)
        variables.insert(u"GIT_DIR"_s, repo.gitDir());
    VERIFY_EXIT(shell(u"exec \"$AI\" "_s + command, repo.path(), variables), code);
}

void TestGitEnvironment::givenRepositoryWinsOverTheEnvironment()
{
    RepoBuilder repo, other;
    repo.write("a", "1\n").commit("wanted");
    other.write("a", "1\n").commit("other");
    const Run run =
        shell(u"exec \"$AI\" log --repo "_s + repo.path(), other.path(), {{u"GIT_DIR"_s, other.gitDir()}});
    VERIFY_EXIT(run, 0);
    QVERIFY(run.results.contains("wanted"));
}

void TestGitEnvironment::hookSeesOnlyWhatIsCommitted()
{
    RepoBuilder repo;
    repo.write("docs/a.md", "1\n").write("kubernetes/web.yaml", "kind: Deployment\nspec:\n  replicas: 1\n");
    repo.commit("chore: start");
    repo.hook("pre-commit", "#!/bin/sh\n" + program().toUtf8() +
                                " generate-commit-message --staged > drafted || exit 1\n" +
                                program().toUtf8() + " describe-changes --diff > described\n");
    repo.write("docs/a.md", "2\n").write("kubernetes/web.yaml", "kind: Deployment\nspec:\n  replicas: 7\n");
    repo.stage({"kubernetes/web.yaml"});

    repo.git({u"commit"_s, u"-q"_s, u"-m"_s, u"docs: change a"_s, u"--"_s, u"docs/a.md"_s});
    const QByteArray drafted = repo.read("drafted");
    QVERIFY2(drafted.startsWith("docs"), drafted.constData());
    QVERIFY(Drafting::isValidMessage(QString::fromUtf8(drafted)));
    QVERIFY2(!repo.read("described").contains("replicas"), repo.read("described").constData());
    QVERIFY(repo.read("described").contains("1 file"));

    repo.git({u"commit"_s, u"-q"_s, u"-m"_s, u"rest"_s});
    QVERIFY2(repo.read("described").contains("1 → 7"), repo.read("described").constData());
}

void TestGitEnvironment::linkedWorktreeIsItsOwn()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    const QString linked = repo.folder() + u"/linked"_s;
    repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"-b"_s, u"side"_s, linked});
    const Run run = shell(u"echo 2 >a && git add a && exec \"$AI\" status"_s, linked);
    VERIFY_EXIT(run, 0);
    QCOMPARE(run.results, "On side\nStaged:\n  modified     a\n"_ba);
    QVERIFY(shell(u"exec \"$AI\" status"_s, repo.path()).results.contains("Nothing to commit"));
}

QTEST_GUILESS_MAIN(TestGitEnvironment)
#include "tst_gitenvironment.moc"
