// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitwrite.h"
#include "git/stagedprint.h"
#include "git/work/identity.h"

#include "meddlingrunner.h"
#include "writefixture.h"

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

Result<Git::ObjectId> commit(const WriteFixture &fixture, const Git::CommitRequest &request)
{
    return Git::createCommit(fixture.git(), request, {}, {});
}

QByteArray shown(const WriteFixture &fixture, const QString &format)
{
    return fixture.repo.git({u"log"_s, u"-1"_s, u"--date=raw"_s, u"--format="_s + format}).trimmed();
}

QByteArray print(const WriteFixture &fixture)
{
    const auto read = Git::readStagedPrint(fixture.where(), {});
    return read ? *read : QByteArray();
}

/// Signs what it is given with a word, or says no; as gpg is called by git.
QByteArray signer(bool isWilling)
{
    return isWilling
               ? "#!/bin/sh\ncat >/dev/null\necho '[GNUPG:] SIG_CREATED D' >&2\n"
                 "printf -- '-----BEGIN PGP SIGNATURE-----\\n\\nabc\\n-----END PGP SIGNATURE-----\\n'\n"_ba
               : "#!/bin/sh\necho no key >&2\nexit 2\n"_ba;
}

} // namespace

class CommitOptionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theIdentityIsTheOneGitWouldCommitWith()
    {
        WriteFixture fixture;
        fixture.repo.config(u"user.name"_s, u"Ada Müller"_s).config(u"user.email"_s, u"ada@example.org"_s);
        const auto self = Git::readIdentity(fixture.git(), {});
        VERIFY_RESULT(self);
        QCOMPARE(*self, (Git::Person{u"Ada Müller"_s, u"ada@example.org"_s}));
        fixture.repo.config(u"user.name"_s, QString());
        VERIFY_FAILURE(Git::readIdentity(fixture.git(), {}), ErrorKind::Invalid);
    }

    void d03_changedStagingIsAConflict()
    {
        WriteFixture fixture;
        const QByteArray head = fixture.repo.write("f", "a\n").write("g", "a\n").commit("c");
        fixture.repo.write("f", "b\n").stage();
        const QByteArray seen = print(fixture);
        QVERIFY(!seen.isEmpty());
        fixture.repo.write("g", "sneaked in\n").stage();
        const auto result = commit(fixture, {.message = "m", .expectedStaged = seen});
        VERIFY_FAILURE(result, ErrorKind::Conflict);
        QVERIFY(!result.error().hint.isEmpty());
        QCOMPARE(fixture.repo.resolve("HEAD"), head);
        VERIFY_RESULT(commit(fixture, {.message = "m", .expectedStaged = print(fixture)}));
    }

    void d03_onlyWhatACommitHoldsCounts()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").write("g", "g\n").commit("c");
        const QByteArray before = print(fixture);
        fixture.repo.write("f", "b\n").write("new", "n\n");
        QVERIFY(::utimensat(AT_FDCWD, fixture.repo.bytePath("g").constData(), nullptr, 0) == 0);
        fixture.repo.git({u"status"_s}); // writes the new time of g into the index
        fixture.repo.git({u"add"_s, u"-N"_s, u"new"_s});
        QCOMPARE(print(fixture), before);
        fixture.repo.git({u"update-index"_s, u"--chmod=+x"_s, u"g"_s});
        const QByteArray executable = print(fixture);
        QVERIFY(executable != before);
        fixture.repo.git({u"mv"_s, u"g"_s, u"h"_s});
        QVERIFY(print(fixture) != executable);
    }

    void authorAndDateAreStoredAsGiven()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").stage();
        VERIFY_RESULT(commit(fixture, {.message = "m",
                                       .author = Git::Person{u"Grace Höpper"_s, u"grace@example.org"_s},
                                       .authored = Git::Moment{1'000'000'000, -(3 * 60 + 30)}}));
        QCOMPARE(shown(fixture, u"%an|%ae|%ad|%cn"_s),
                 "Grace Höpper|grace@example.org|1000000000 -0330|Ada Example"_ba);
        VERIFY_RESULT(commit(fixture, {.message = "later", .amends = true, .authored = Git::Moment{5, 60}}));
        QCOMPARE(shown(fixture, u"%an|%ad"_s), "Grace Höpper|5 +0100"_ba);
        VERIFY_RESULT(commit(fixture, {.message = "mine", .amends = true, .resetsAuthor = true}));
        QCOMPARE(shown(fixture, u"%an|%s"_s), "Ada Example|mine"_ba);
        QVERIFY(shown(fixture, u"%ad"_s) != "5 +0100");
    }

    void whatGitCannotStoreIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("email");
        QTest::newRow("no name") << u" "_s << u"a@b"_s;
        QTest::newRow("bracket") << u"Ada <x"_s << u"a@b"_s;
        QTest::newRow("line") << u"Ada\nx"_s << u"a@b"_s;
        QTest::newRow("address with a line") << u"Ada"_s << u"a@b>\n"_s;
        QTest::newRow("address with a blank") << u"Ada"_s << u"a b"_s;
    }

    void whatGitCannotStoreIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, email);
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").stage();
        VERIFY_FAILURE(commit(fixture, {.message = "m", .author = Git::Person{name, email}}),
                       ErrorKind::Invalid);
        VERIFY_FAILURE(commit(fixture, {.message = "m", .authored = Git::Moment{-1, 0}}), ErrorKind::Invalid);
        VERIFY_FAILURE(commit(fixture, {.message = "m", .resetsAuthor = true}), ErrorKind::Invalid);
        QVERIFY(fixture.repo.tryGit({u"rev-parse"_s, u"--verify"_s, u"-q"_s, u"HEAD"_s}).exitCode != 0);
    }

    void aNameThatLooksLikeAnOptionIsAName()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "a\n").stage();
        VERIFY_RESULT(commit(fixture, {.message = "m", .author = Git::Person{u"--amend"_s, u"-x"_s}}));
        QCOMPARE(shown(fixture, u"%an|%ae"_s), "--amend|-x"_ba);
    }

    void signingIsAskedForOrLeftOut()
    {
        WriteFixture fixture;
        fixture.repo.write("signer", signer(true), 0755).write("refuser", signer(false), 0755);
        fixture.repo.config(u"gpg.program"_s, fixture.repo.path() + u"/signer"_s);
        fixture.repo.stage();
        VERIFY_RESULT(commit(fixture, {.message = "signed", .signs = true}));
        QVERIFY(fixture.repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s}).contains("\ngpgsig "));
        fixture.repo.config(u"commit.gpgSign"_s, u"true"_s);
        fixture.repo.config(u"gpg.program"_s, fixture.repo.path() + u"/refuser"_s);
        const auto failed = commit(fixture, {.message = "m", .amends = true});
        VERIFY_FAILURE(failed, ErrorKind::External);
        QVERIFY2(failed.error().message.contains(u"signed"_s), qPrintable(failed.error().message));
        VERIFY_RESULT(commit(fixture, {.message = "plain", .amends = true, .signs = false}));
        QVERIFY(!fixture.repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s}).contains("\ngpgsig "));
    }

    void whatMovedMeanwhileIsNeitherAmendedNorCommittedOn_data()
    {
        QTest::addColumn<bool>("amends");
        QTest::addRow("amend") << true;
        QTest::addRow("commit") << false;
    }
    void whatMovedMeanwhileIsNeitherAmendedNorCommittedOn()
    {
        QFETCH(bool, amends);
        WriteFixture fixture;
        const QByteArray shown = fixture.repo.write("f", "a\n").commit("shown");
        fixture.repo.write("f", "b\n").stage();
        const MeddlingRunner runner(u"commit-tree"_s, [&] { commitElsewhere(fixture); });
        const auto result = Git::createCommit(
            Git::Program(runner, fixture.where()),
            {.message = "m", .amends = amends, .expectedHead = *Git::ObjectId::fromHex(shown)}, {}, {});
        QVERIFY(runner.hasMeddled());
        VERIFY_FAILURE(result, ErrorKind::Conflict);
        QCOMPARE(fixture.repo.git({u"log"_s, u"--format=%s"_s}), "elsewhere\nshown\n"_ba);
    }

    void amendingACommitThatNobodySawIsSaid()
    {
        WriteFixture fixture;
        const QByteArray shown = fixture.repo.write("f", "a\n").commit("shown");
        fixture.repo.write("f", "b\n").stage();
        const MeddlingRunner runner(u"--amend"_s, [&] { commitElsewhere(fixture); });
        const auto result = Git::createCommit(
            Git::Program(runner, fixture.where()),
            {.message = "m", .amends = true, .expectedHead = *Git::ObjectId::fromHex(shown)}, {}, {});
        QVERIFY(runner.hasMeddled());
        VERIFY_FAILURE(result, ErrorKind::Conflict);
        QVERIFY(result.error().hint.contains(QString::fromLatin1(fixture.repo.resolve("HEAD").first(8))));
    }

    void aCommitThatWasMadeIsToldWhateverAHookBehindItDoes()
    {
        WriteFixture fixture;
        fixture.repo.hook("post-commit", "#!/bin/sh\necho begun\nsleep 600\n");
        fixture.repo.write("f", "a\n").stage();
        CancelSource source;
        const auto result = Git::createCommit(
            fixture.git(), {.message = "m"}, [&](OutputChannel, QByteArrayView) { source.cancel(); },
            source.token());
        VERIFY_RESULT(result);
        QCOMPARE(result->toHex(), fixture.repo.resolve("HEAD"));
    }

private:
    static void commitElsewhere(const WriteFixture &fixture)
    {
        const QByteArray commit =
            fixture.repo
                .git({u"commit-tree"_s, u"-m"_s, u"elsewhere"_s, u"-p"_s, u"HEAD"_s, u"HEAD^{tree}"_s})
                .trimmed();
        fixture.repo.git({u"update-ref"_s, u"HEAD"_s, QString::fromLatin1(commit)});
    }

    void b08_noConfiguredCleanupChangesAMessage_data()
    {
        QTest::addColumn<QString>("cleanup");
        QTest::newRow("strip") << u"strip"_s;
        QTest::newRow("scissors") << u"scissors"_s;
    }

    void b08_noConfiguredCleanupChangesAMessage()
    {
        QFETCH(QString, cleanup);
        WriteFixture fixture;
        fixture.repo.config(u"commit.cleanup"_s, cleanup).config(u"commit.verbose"_s, u"true"_s);
        fixture.repo.write("a", "1\n").stage();
        const QByteArray message =
            "-F subject\n\n# kept\n# ------------------------ >8 ------------------------\n"
            "behind the scissors  \n\n\n" +
            QByteArray(10 * 1024 * 1024, 'x') + '\n';
        VERIFY_RESULT(commit(fixture, {.message = message}));
        const QByteArray stored = fixture.repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s});
        QVERIFY(stored.sliced(stored.indexOf("\n\n") + 2) == message); // not QCOMPARE: 10 MB
    }

    void e02_amendingALatin1CommitKeepsItsAuthor()
    {
        WriteFixture fixture;
        fixture.repo.config(u"user.name"_s, u"Ada Example"_s).config(u"user.email"_s, u"ada@example.org"_s);
        fixture.repo.write("a", "1\n").stage();
        const QByteArray tree = fixture.repo.git({u"write-tree"_s}).trimmed();
        const QByteArray id =
            fixture.repo
                .git({u"hash-object"_s, u"-t"_s, u"commit"_s, u"-w"_s, u"--stdin"_s},
                     "tree " + tree +
                         "\nauthor J\xf6rg <j@example.org> 1700000000 +0100\ncommitter J\xf6rg "
                         "<j@example.org> 1700000000 +0100\nencoding ISO-8859-1\n\nGr\xfc\xdf\n")
                .trimmed();
        fixture.repo.git({u"reset"_s, u"-q"_s, QString::fromLatin1(id)});
        VERIFY_RESULT(commit(fixture, {.message = "Grüße\n", .amends = true}));
        const QByteArray stored = fixture.repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s});
        QVERIFY2(stored.contains("author J\xc3\xb6rg <j@example.org> 1700000000 +0100"), stored.constData());
        QVERIFY2(!stored.contains("encoding"), stored.constData());
        QVERIFY2(stored.endsWith("\n\nGrüße\n"), stored.constData());
    }
};

QTEST_GUILESS_MAIN(CommitOptionsTest)
#include "tst_commitoptions.moc"
