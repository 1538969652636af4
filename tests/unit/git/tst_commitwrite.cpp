// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitwrite.h"

#include "writefixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

struct Collected
{
    QByteArray text;
    int pieces = 0;
    void operator()(OutputChannel, QByteArrayView piece)
    {
        text += piece;
        ++pieces;
    }
};

Result<Git::ObjectId> commit(const WriteFixture &fixture, const Git::CommitRequest &request)
{
    return Git::createCommit(fixture.git(), request, {}, {});
}

QByteArray storedMessage(const WriteFixture &fixture)
{
    const QByteArray object = fixture.repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s});
    return object.sliced(object.indexOf("\n\n") + 2);
}

} // namespace

class CommitWriteTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesAreStoredAsWritten_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addRow("plain") << "feat: a\n\nbody\n"_ba;
        QTest::addRow("no last line feed") << "feat: a"_ba;
        QTest::addRow("comment lines") << "fix: b\n\n# not a comment\n#123 closes\n"_ba;
        QTest::addRow("scissors")
            << "a\n\n# ------------------------ >8 ------------------------\nafter\n"_ba;
        QTest::addRow("leading dash") << "-F /etc/passwd\n"_ba;
        QTest::addRow("spaces at ends") << "subject  \n\n\n\nbody \n\n"_ba;
        QTest::addRow("not ascii") << "grün 日本 \xe2\x80\xae\n"_ba;
        QTest::addRow("long") << QByteArray(QByteArray(1'000'000, 'x') + "\n");
    }

    void messagesAreStoredAsWritten()
    {
        QFETCH(QByteArray, message);
        WriteFixture fixture;
        fixture.repo.config(u"commit.cleanup"_s, u"scissors"_s).config(u"commit.verbose"_s, u"true"_s);
        fixture.repo.config(u"i18n.commitEncoding"_s, u"ISO-8859-1"_s);
        fixture.repo.write("f", "a\n").stage();
        const auto id = commit(fixture, {.message = message});
        VERIFY_RESULT(id);
        QCOMPARE(id->toHex(), fixture.repo.resolve("HEAD"));
        QCOMPARE(storedMessage(fixture), message.endsWith('\n') ? message : message + '\n');
        QVERIFY(!fixture.repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s}).contains("\nencoding "));
    }

    void messagesThatCannotBeStoredAreRefused()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").stage();
        VERIFY_FAILURE(commit(fixture, {.message = " \n\n"}), ErrorKind::Invalid);
        VERIFY_FAILURE(commit(fixture, {.message = QByteArray("a\0b", 3)}), ErrorKind::Invalid);
    }

    void nothingStagedIsSaid()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n");
        VERIFY_FAILURE(commit(fixture, {.message = "m"}), ErrorKind::Invalid);
        fixture.repo.commit("c");
        fixture.repo.write("f", "b\n");
        const auto result = commit(fixture, {.message = "m"});
        VERIFY_FAILURE(result, ErrorKind::Invalid);
        QVERIFY(!result.error().hint.isEmpty());
    }

    void onlyWhatIsStagedIsCommitted()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").commit("c");
        fixture.repo.write("f", "b\n").stage().write("f", "c\n");
        VERIFY_RESULT(commit(fixture, {.message = "m"}));
        QCOMPARE(fixture.repo.git({u"cat-file"_s, u"blob"_s, u"HEAD:f"_s}), "b\n"_ba);
        QCOMPARE(fixture.repo.read("f"), "c\n"_ba);
    }

    void aMovedBranchIsAConflict()
    {
        WriteFixture fixture;
        const QByteArray shown = fixture.repo.write("f", "a\n").commit("c");
        const QByteArray moved = fixture.repo.write("f", "b\n").commit("elsewhere");
        fixture.repo.write("f", "c\n").stage();
        const auto expected = *Git::ObjectId::fromHex(shown);
        VERIFY_FAILURE(commit(fixture, {.message = "m", .expectedHead = expected}), ErrorKind::Conflict);
        QCOMPARE(fixture.repo.resolve("HEAD"), moved);
        VERIFY_RESULT(commit(fixture, {.message = "m", .expectedHead = *Git::ObjectId::fromHex(moved)}));
    }

    void amendingKeepsTheAuthor()
    {
        WriteFixture fixture;
        VERIFY_FAILURE(commit(fixture, {.message = "m", .amends = true}), ErrorKind::Invalid);
        fixture.repo.write("f", "a\n").commit("c", {.author = "Grace", .email = "grace@example.org"});
        VERIFY_RESULT(commit(fixture, {.message = "better", .amends = true, .signsOff = true}));
        QCOMPARE(fixture.repo.git({u"log"_s, u"--format=%an|%s"_s}), "Grace|better\n"_ba);
        QVERIFY(storedMessage(fixture).contains("Signed-off-by: Ada Example <ada@example.org>\n"));
    }

    void aMergeIsEndedWithoutADifference()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").commit("c");
        fixture.repo.branch("side").checkout("side").write("g", "g\n").commit("side");
        fixture.repo.checkout("main").write("h", "h\n").commit("main");
        fixture.repo.git(
            {u"merge"_s, u"-q"_s, u"--no-commit"_s, u"--no-ff"_s, u"-s"_s, u"ours"_s, u"side"_s});
        VERIFY_RESULT(commit(fixture, {.message = "merge"}));
        QCOMPARE(fixture.repo.git({u"rev-list"_s, u"--parents"_s, u"-1"_s, u"HEAD"_s}).count(' '), 2);
    }

    void t30_hooksRunAndAreHeardLive_data()
    {
        QTest::addColumn<bool>("elsewhere");
        QTest::addRow("own folder") << false;
        QTest::addRow("core.hooksPath") << true;
    }

    void t30_hooksRunAndAreHeardLive()
    {
        QFETCH(bool, elsewhere);
        WriteFixture fixture;
        for (const QByteArray &name :
             {"pre-commit"_ba, "prepare-commit-msg"_ba, "commit-msg"_ba, "post-commit"_ba}) {
            const QByteArray script = "#!/bin/sh\necho " + name + " \"${GIT_LITERAL_PATHSPECS-free}\"\n";
            if (elsewhere)
                fixture.repo.write(".husky/" + name, script, 0755);
            else
                fixture.repo.hook(name, script);
        }
        if (elsewhere)
            fixture.repo.config(u"core.hooksPath"_s, u".husky"_s);
        fixture.repo.write("f", "a\n").stage();
        Collected collected;
        VERIFY_RESULT(Git::createCommit(fixture.git(), {.message = "m"}, std::ref(collected), {}));
        for (const QByteArray &name :
             {"pre-commit"_ba, "prepare-commit-msg"_ba, "commit-msg"_ba, "post-commit"_ba})
            QVERIFY2(collected.text.contains(QByteArray(name + " free\n")), collected.text.constData());
    }

    void t27_aRefusingHookLeavesEverythingAsItWas()
    {
        WriteFixture fixture;
        const QByteArray head = fixture.repo.write("f", "a\n").commit("c");
        fixture.repo.hook("pre-commit", "#!/bin/sh\necho to stdout\necho 'no \033[1mway' >&2\nexit 3\n");
        fixture.repo.write("f", "b\n").stage();
        const QByteArray entry = fixture.entry("f");
        Collected collected;
        const auto result = Git::createCommit(fixture.git(), {.message = "m"}, std::ref(collected), {});
        VERIFY_FAILURE(result, ErrorKind::External);
        QVERIFY(result.error().detail.contains(u"no <U+001B>[1mway"_s));
        QVERIFY(collected.text.contains("to stdout"));
        QCOMPARE(fixture.repo.resolve("HEAD"), head);
        QCOMPARE(fixture.entry("f"), entry);
        VERIFY_RESULT(commit(fixture, {.message = "m", .skipsHooks = true}));
    }

    void t27_aHookThatSaysNothingIsStillAFailure()
    {
        WriteFixture fixture;
        fixture.repo.hook("commit-msg", "#!/bin/sh\nexit 1\n");
        fixture.repo.write("f", "b\n").stage();
        VERIFY_FAILURE(commit(fixture, {.message = "m"}), ErrorKind::External);
        QVERIFY(fixture.repo.tryGit({u"rev-parse"_s, u"--verify"_s, u"-q"_s, u"HEAD"_s}).exitCode != 0);
    }

    void t31_whatAHookRewritesIsLeftUnstaged()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").commit("c");
        fixture.repo.hook("pre-commit", "#!/bin/sh\necho formatted > f\nexit 1\n");
        fixture.repo.write("f", "b\n").stage();
        VERIFY_FAILURE(commit(fixture, {.message = "m"}), ErrorKind::External);
        QCOMPARE(fixture.staged("f"), "b\n"_ba);
        QCOMPARE(fixture.repo.read("f"), "formatted\n"_ba);
        QVERIFY(fixture.hasDiff("f"));
    }

    void t27_aMissingIdentityIsExplainedBeforeHooksRun()
    {
        WriteFixture fixture;
        fixture.repo.config(u"user.name"_s, u""_s);
        fixture.repo.hook("pre-commit", "#!/bin/sh\ntouch ran\n");
        fixture.repo.write("f", "a\n").stage();
        const auto result = commit(fixture, {.message = "m"});
        VERIFY_FAILURE(result, ErrorKind::Invalid);
        QVERIFY(result.error().hint.contains(u"user.name"_s));
        QVERIFY(!fixture.repo.exists("ran"));
    }

    void t27_aFailingSignatureIsNamed()
    {
        WriteFixture fixture;
        fixture.repo.config(u"commit.gpgSign"_s, u"true"_s).config(u"gpg.program"_s, u"false"_s);
        fixture.repo.write("f", "a\n").stage();
        const auto result = commit(fixture, {.message = "m"});
        VERIFY_FAILURE(result, ErrorKind::External);
        QVERIFY2(result.error().message.contains(u"signed"_s), qPrintable(result.error().detail));
        QCOMPARE(fixture.staged("f"), "a\n"_ba);
    }

    void hooksSeeTheEnvironmentThatPlainGitGivesThem()
    {
        WriteFixture fixture;
        fixture.repo.hook("pre-commit", "#!/bin/sh\nenv | sed 's/=.*//' | sort > .git/seen\n");
        static const QByteArrayList ofTheUser{"NODE_ENV", "VIRTUAL_ENV", "GOPATH", "A_NAME_OF_THEIR_OWN",
                                              "GIT_LFS_SKIP_SMUDGE"};
        const QByteArrayList elsewhere{"GIT_DIR",          "GIT_WORK_TREE",         "GIT_OBJECT_DIRECTORY",
                                       "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS", "PLUMBLINE_ASK_TOKEN"};
        const auto seenBy = [&](const std::function<void()> &commit) {
            commit();
            QByteArrayList names = fixture.repo.read(".git/seen").split('\n');
            names.removeAll(QByteArray());
            return QSet<QByteArray>(names.cbegin(), names.cend());
        };
        for (const QByteArray &name : ofTheUser)
            qputenv(name.constData(), "x");
        fixture.repo.write("f", "a\n").stage();
        const auto plain = seenBy([&] {
            QProcess git; // as from a terminal
            git.setWorkingDirectory(fixture.repo.path());
            git.start(u"git"_s, {u"commit"_s, u"-q"_s, u"-m"_s, u"plain"_s});
            QVERIFY(git.waitForFinished() && git.exitCode() == 0);
        });
        for (const QByteArray &name : elsewhere)
            qputenv(name.constData(), "x");
        fixture.repo.write("f", "b\n").git({u"add"_s, u"f"_s});
        Result<Git::ObjectId> result;
        const auto ours = seenBy([&] { result = commit(fixture, {.message = "m"}); });
        for (const QByteArray &name : ofTheUser + elsewhere)
            qunsetenv(name.constData());
        VERIFY_RESULT(result);
        QVERIFY(plain.contains("NODE_ENV") && plain.contains("GIT_INDEX_FILE"));
        QByteArrayList less = (plain - ours - QSet<QByteArray>{"OLDPWD", "SHLVL", "LANGUAGE"}).values();
        less.removeIf([](const QByteArray &name) {
            return name.startsWith("PLUMBLINE") || (name.startsWith("GIT_") && name != ofTheUser.last());
        });
        QVERIFY2(less.isEmpty(), less.join(' ').constData());
        const QByteArrayList more =
            (ours - plain -
             QSet<QByteArray>{"GIT_TERMINAL_PROMPT", "GIT_PAGER", "GIT_SEQUENCE_EDITOR", "GIT_MERGE_AUTOEDIT",
                              "LC_ALL", "TZ", "GIT_EDITOR"})
                .values();
        QVERIFY2(more.isEmpty(), more.join(' ').constData());
    }

    // Where the configuration says another encoding git is told as plain git would tell it.
    void aHookSeesOnlyWhatGitExportsOfOurSettings()
    {
        WriteFixture fixture;
        fixture.repo.config(u"i18n.commitEncoding"_s, u"ISO-8859-1"_s);
        fixture.repo.hook(
            "pre-commit",
            "#!/bin/sh\nenv | grep -E '^(GIT_CONFIG_[KPV]|PLUMBLINE_ASK|SSH_ASKPASS)' > .git/seen\n"
            "exit 0\n");
        fixture.repo.write("f", "a\n").stage();
        const Git::NetworkAccess asks{.askProgram = u"/bin/false"_s, .askSocket = u"s"_s, .askToken = u"t"_s};
        const auto made = commit(fixture, {.message = "\xc3\xa4", .signs = false, .asks = asks});
        VERIFY_RESULT(made);
        QCOMPARE(fixture.repo.read(".git/seen"), "GIT_CONFIG_PARAMETERS='i18n.commitEncoding'='UTF-8'\n"_ba);
        QVERIFY(!fixture.repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s}).contains("\nencoding"));
    }

    void aSlowHookIsEndedByCancelling()
    {
        WriteFixture fixture;
        fixture.repo.hook("pre-commit", "#!/bin/sh\necho started\nsleep 60\n");
        fixture.repo.write("f", "a\n").stage();
        CancelSource source;
        QElapsedTimer timer;
        timer.start();
        const auto result = Git::createCommit(
            fixture.git(), {.message = "m"}, [&source](OutputChannel, QByteArrayView) { source.cancel(); },
            source.token());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 20'000);
        QTRY_VERIFY(!QFile::exists(fixture.repo.gitDir() + u"/index.lock"_s));
        QVERIFY(fixture.repo.tryGit({u"rev-parse"_s, u"--verify"_s, u"-q"_s, u"HEAD"_s}).exitCode != 0);
        QCOMPARE(fixture.staged("f"), "a\n"_ba);
    }

    void withoutTrustNoHookRuns()
    {
        WriteFixture fixture;
        fixture.repo.hook("pre-commit", "#!/bin/sh\ntouch ran\n");
        fixture.repo.write("f", "a\n").stage();
        Git::RepoLocation where = fixture.where();
        where.trust = Git::Trust::Unknown;
        VERIFY_FAILURE(Git::createCommit(Git::Program(fixture.runner, where), {.message = "m"}, {}, {}),
                       ErrorKind::Denied);
        QVERIFY(!fixture.repo.exists("ran"));
    }
};

QTEST_GUILESS_MAIN(CommitWriteTest)
#include "tst_commitwrite.moc"
