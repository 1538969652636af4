// SPDX-License-Identifier: GPL-3.0-or-later
#include "shellrun.h"

#include "support/repobuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::program;
using CliTest::Run;
using CliTest::shell;
using Tests::RepoBuilder;

/// The program itself: its streams, its locale, and what it leaves alone.
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
