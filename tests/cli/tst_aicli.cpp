// SPDX-License-Identifier: GPL-3.0-or-later
#include "shellrun.h"

#include "git/open.h"
#include "git/work/executables.h"
#include "settings/truststore.h"
#include "support/repobuilder.h"
#include "support/verify.h"

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
    void e04_noLanguageChangesWhatScriptsRead();
    void a15_whatIsNewEndsTheTrust_data();
    void a15_whatIsNewEndsTheTrust();
    void anInterruptedCloneLeavesNothing();
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

void TestAiCli::anInterruptedCloneLeavesNothing()
{
    const RepoBuilder repo;
    const QString folder = repo.folder();
    // A git that never ends; ai-cli is interrupted when it runs.
    const Run run = shell(uR"(
mkdir bin into; printf '#!/bin/sh\nfor last; do :; done\nmkdir "$last"; : >started; exec sleep 600\n' >bin/git
sed -i "s|>started|>$PWD/started|" bin/git; chmod +x bin/git
PATH="$PWD/bin:$PATH" "$AI" clone /srv/none into/x & ai=$!
while [ ! -e started ]; do sleep 0.02; done
kill -TERM $ai; wait $ai)"_s,
                          folder);
    QCOMPARE(run.code, 130);
    QVERIFY(QDir(folder + u"/into"_s).isEmpty());
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

void TestAiCli::e04_noLanguageChangesWhatScriptsRead()
{
    RepoBuilder repo;
    repo.write("I\xc4\xb0i\xc4\xb1", "1\n").write("FILE", "1\n").commit("fix(INDEX): title I");
    repo.write("FILE", "2\n").write("new", "1\n");
    const auto read = [&](const QString &language) {
        QByteArray results;
        for (const QString &command :
             {u"status --json"_s, u"log --json"_s, u"generate-commit-message --json"_s}) {
            const Run run =
                shell(u"exec \"$AI\" "_s + command, repo.path(),
                      {{u"LANG"_s, language}, {u"LC_ALL"_s, language}, {u"LANGUAGE"_s, language}});
            results += run.results + QByteArray::number(run.code);
        }
        return results;
    };
    const QByteArray plain = read(u"C.UTF-8"_s);
    QVERIFY(plain.contains("FILE"));
    for (const QString &language : {u"tr_TR.UTF-8"_s, u"ar_EG.UTF-8"_s, u"ja_JP.UTF-8"_s})
        QCOMPARE(read(language), plain);
}

void TestAiCli::a15_whatIsNewEndsTheTrust_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::newRow("a setting") << "core.fsmonitor"_ba;
    QTest::newRow("a hook that appeared") << "pre-commit"_ba;
    QTest::newRow("a hook that was replaced") << "pre-push"_ba;
    QTest::newRow("a hook beside 211 other files") << "update"_ba;
}

void TestAiCli::a15_whatIsNewEndsTheTrust()
{
    QFETCH(QByteArray, what);
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    repo.hook("pre-push", "#!/bin/sh\n# one\n");
    for (int at = 0; what == "update" && at < 211; ++at)
        repo.hook("a" + QByteArray::number(at), "#!/bin/sh\n");
    const QTemporaryDir state;
    const auto trust = [&] {
        const Run run =
            shell(u"exec \"$AI\" status --json"_s, repo.path(), {{u"XDG_STATE_HOME"_s, state.path()}});
        return run.json()["trust"_L1]["state"_L1].toString();
    };
    QCOMPARE(trust(), u"unknown"_s);
    const QByteArray gitDir = repo.bytePath(".git");
    const TrustStore store(state.path() + u"/plumbline"_s);
    TrustChoice choice{.trust = Git::Trust::Trusted};
    const auto programs = Git::readExecutables(Git::openRepository(repo.path())->location);
    VERIFY_RESULT(programs);
    for (const Git::Executable &program : *programs)
        choice.programs += program.print();
    VERIFY_RESULT(store.setTrust({.gitDir = gitDir, .commonDir = gitDir}, choice));
    QCOMPARE(trust(), u"trusted"_s);
    if (what.contains('.'))
        repo.config(QString::fromUtf8(what), u"touch ran"_s);
    else
        repo.hook(what, "#!/bin/sh\n# two\n");
    QCOMPARE(trust(), u"unknown"_s);
    QVERIFY(!repo.exists("ran"));
}

QTEST_GUILESS_MAIN(TestAiCli)
#include "tst_aicli.moc"
