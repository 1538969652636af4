// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "drafting/validate.h"
#include "support/repobuilder.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::Run;
using Tests::RepoBuilder;

namespace {

const QString &program()
{
    static const QString path = qEnvironmentVariable("PLUMBLINE_AI_CLI");
    return path;
}

/// The command line of a shell, in which $AI is ai-cli.
Run shell(const QString &line, const QString &folder, const QMap<QString, QString> &variables = {})
{
    QProcessEnvironment environment = scrubbedEnvironment();
    environment.insert(u"AI"_s, program());
    for (const auto &[name, value] : variables.asKeyValueRange())
        environment.insert(name, value);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(u"/bin/sh"_s, {u"-c"_s, line});
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        qFatal("%s does not end", qPrintable(line));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

/// The program itself: its streams, its environment, and the hooks that call it.
class TestAiCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void currentFolderIsTheRepository();
    void closedOrFullOutputFails_data();
    void closedOrFullOutputFails();
    void closedInputIsAnEmptyDiff();
    void standardInputIsRead();
    void plainLocaleAndTerminalSayNothingMore();
    void countedWordsHaveTheirPlural();
    void environmentOfGitIsHonoured();
    void brokenEnvironmentOfGitIsExit3_data();
    void brokenEnvironmentOfGitIsExit3();
    void givenRepositoryWinsOverTheEnvironment();
    void hookSeesOnlyWhatIsCommitted();
    void linkedWorktreeIsItsOwn();
    void readingNeedsNoGit();
    void missingHomeWritesNothingElsewhere();
    void openingRunsNothing();
};

void TestAiCli::initTestCase()
{
    Tests::isolatedHome();
    QVERIFY2(QFileInfo(program()).isExecutable(), qPrintable(program()));
}

void TestAiCli::currentFolderIsTheRepository()
{
    RepoBuilder repo;
    repo.write("deep/er/a", "1\n").commit("one");
    const Run run = shell(u"exec \"$AI\" status"_s, repo.path() + u"/deep/er"_s);
    VERIFY_EXIT(run, 0);
    QCOMPARE(run.results, "On main\nNothing to commit\n"_ba);
    VERIFY_EXIT(shell(u"exec \"$AI\" status"_s, repo.folder()), 3);
    VERIFY_EXIT(shell(u"mkdir gone; cd gone; rmdir ../gone; exec \"$AI\" status"_s, repo.folder()), 3);
}

void TestAiCli::closedOrFullOutputFails_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("closed") << u"exec \"$AI\" status >&-"_s;
    QTest::newRow("full") << u"exec \"$AI\" status >/dev/full"_s;
    QTest::newRow("not for writing") << u"exec \"$AI\" status 1</dev/null"_s;
}

void TestAiCli::closedOrFullOutputFails()
{
    QFETCH(QString, line);
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    const Run run = shell(line, repo.path());
    VERIFY_EXIT(run, 7);
    QVERIFY(run.messages.contains("could not be written"));
    QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s}), QByteArray());
}

void TestAiCli::closedInputIsAnEmptyDiff()
{
    const RepoBuilder repo;
    VERIFY_EXIT(shell(u"exec \"$AI\" generate-commit-message - <&-"_s, repo.path()), 2);
    VERIFY_EXIT(shell(u"exec \"$AI\" status <&-"_s, repo.path()), 0);
    QCOMPARE(shell(u"exec \"$AI\" status 2>&-"_s, repo.folder()).code, 3);
}

void TestAiCli::standardInputIsRead()
{
    RepoBuilder repo;
    repo.write("docs/a.md", "1\n").commit("one");
    repo.write("docs/a.md", "2\n");
    const Run run = shell(u"git diff | \"$AI\" generate-commit-message -"_s, repo.path());
    VERIFY_EXIT(run, 0);
    QVERIFY(run.results.startsWith("docs"));
}

void TestAiCli::plainLocaleAndTerminalSayNothingMore()
{
    RepoBuilder repo;
    repo.write("\xc3\xa4", "1\n").stage();
    const Run plain = shell(
        u"exec \"$AI\" status --color auto"_s, repo.path(),
        {{u"LC_ALL"_s, u"C"_s}, {u"TERM"_s, u"dumb"_s}, {u"NO_COLOR"_s, u"1"_s}, {u"COLUMNS"_s, u"0"_s}});
    VERIFY_EXIT(plain, 0);
    QVERIFY2(plain.messages.isEmpty(), plain.messages.constData());
    QVERIFY(plain.results.contains("added        \xc3\xa4"));
}

void TestAiCli::countedWordsHaveTheirPlural()
{
    RepoBuilder repo;
    repo.write("a.txt", "1\n").commit("feat: one");
    repo.write("a.txt", "2\n").commit("feat: two");
    repo.write("b.txt", "2\n").commit("feat: three");
    const QString draft = u"exec \"$AI\" generate-commit-message --staged --json"_s;
    for (const auto &locale : {u"C"_s, u"de_DE.UTF-8"_s}) {
        repo.git({u"rm"_s, u"-q"_s, u"--ignore-unmatch"_s, u"b.txt"_s});
        const Run one = shell(draft, repo.path(), {{u"LC_ALL"_s, locale}});
        VERIFY_EXIT(one, 0);
        QVERIFY2(one.results.contains("as they were before 1 commit."), one.results.constData());
        repo.write("a.txt", "1\n").stage();
        const Run two = shell(draft, repo.path(), {{u"LC_ALL"_s, locale}});
        VERIFY_EXIT(two, 0);
        QVERIFY2(two.results.contains("as they were before 2 commits."), two.results.constData());
        repo.git({u"reset"_s, u"-q"_s, u"--hard"_s});
    }
}

void TestAiCli::environmentOfGitIsHonoured()
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

void TestAiCli::brokenEnvironmentOfGitIsExit3_data()
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

void TestAiCli::brokenEnvironmentOfGitIsExit3()
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

void TestAiCli::givenRepositoryWinsOverTheEnvironment()
{
    RepoBuilder repo, other;
    repo.write("a", "1\n").commit("wanted");
    other.write("a", "1\n").commit("other");
    const Run run =
        shell(u"exec \"$AI\" log --repo "_s + repo.path(), other.path(), {{u"GIT_DIR"_s, other.gitDir()}});
    VERIFY_EXIT(run, 0);
    QVERIFY(run.results.contains("wanted"));
}

void TestAiCli::hookSeesOnlyWhatIsCommitted()
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

void TestAiCli::linkedWorktreeIsItsOwn()
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

void TestAiCli::readingNeedsNoGit()
{
    const CliTest::Demo demo;
    const QMap<QString, QString> none = {{u"PATH"_s, u"/nonexistent"_s}};
    for (const QString &command : {u"status"_s, u"log --graph -n 5"_s, u"environments"_s,
                                   u"generate-commit-message --staged"_s, u"describe-changes --diff"_s}) {
        VERIFY_EXIT(shell(u"exec \"$AI\" "_s + command, demo.path(), none), 0);
    }
    VERIFY_EXIT(shell(u"exec \"$AI\" detect-drift --trust --environment production"_s, demo.path(), none), 1);
    const QTemporaryDir dir;
    const Run made = shell(u"exec \"$AI\" demo sample"_s, dir.path(), none);
    VERIFY_EXIT(made, 3);
    QVERIFY(made.messages.contains("Install the package git"));
}

void TestAiCli::missingHomeWritesNothingElsewhere()
{
    const CliTest::Demo demo;
    const QByteArray before = demo.git({u"status"_s, u"--porcelain"_s});
    const bool wasThere = QFile::exists(u"/.cache/plumbline"_s);
    const Run run = shell(u"unset HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_CONFIG_HOME XDG_DATA_HOME; "
                          u"exec \"$AI\" environments --quiet"_s,
                          demo.path());
    VERIFY_EXIT(run, 0);
    QVERIFY(run.results.contains("staging"));
    QCOMPARE(QFile::exists(u"/.cache/plumbline"_s), wasThere);
    QCOMPARE(demo.git({u"status"_s, u"--porcelain"_s}), before);
}

void TestAiCli::openingRunsNothing()
{
    RepoBuilder repo;
    repo.write("a", "1\n").write(".gitattributes", "* filter=evil diff=evil\n").commit("one");
    const QString canary = repo.folder() + u"/ran"_s;
    const QString touch = u"touch "_s + canary;
    for (const char *key : {"core.fsmonitor", "filter.evil.clean", "filter.evil.smudge", "diff.evil.textconv",
                            "diff.evil.command", "core.sshCommand", "core.pager"})
        repo.config(QString::fromLatin1(key), touch);
    repo.hook("post-index-change", "#!/bin/sh\n" + touch.toUtf8() + "\n");
    repo.write("a", "2\n");
    for (const QString &command : {u"status"_s, u"log"_s, u"environments"_s, u"describe-changes --diff"_s,
                                   u"generate-commit-message"_s, u"detect-drift --environment production"_s})
        shell(u"exec \"$AI\" "_s + command, repo.path());
    QVERIFY(!QFile::exists(canary));
}

QTEST_GUILESS_MAIN(TestAiCli)
#include "tst_aicli.moc"
