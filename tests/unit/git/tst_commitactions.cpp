// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitactions.h"

#include "git/refname.h"
#include "git/refs.h"
#include "git/sequence/advance.h"
#include "writefixture.h"

#include <future>

using namespace Qt::StringLiterals;

namespace {

Git::ObjectId id(const QByteArray &hex)
{
    return Git::ObjectId::fromHex(hex).value_or(Git::ObjectId());
}

struct Fixture : WriteFixture
{
    Fixture()
    {
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        first = repo.write("f", "1\n").commit("first");
        second = repo.write("f", "2\n").write("g", "g\n").commit("second");
    }
    QByteArray head() const { return repo.resolve("HEAD"); }
    QByteArray branch() const
    {
        return repo.tryGit({u"symbolic-ref"_s, u"-q"_s, u"HEAD"_s}).output.trimmed();
    }
    QByteArray status() const { return repo.git({u"status"_s, u"--porcelain"_s}); }
    bool hasRef(const QByteArray &name) const
    {
        return repo.tryGit({u"show-ref"_s, u"--verify"_s, u"-q"_s, QString::fromUtf8(name)}).exitCode == 0;
    }
    Git::ResetRequest reset(const QByteArray &commit, Git::ResetKind kind) const
    {
        return {.commit = id(commit), .kind = kind, .expectedBranch = branch(), .expectedHead = id(head())};
    }

    QByteArray first, second;
};

/// main and topic change the same line differently.
struct Conflicting : Fixture
{
    Conflicting()
    {
        repo.branch("topic", first).checkout("topic");
        theirs = repo.write("f", "other\n").write("h", "h\n").commit("theirs");
        repo.checkout("main");
    }
    QByteArray theirs;
};

Result<Git::AdvanceEnd> abort(const Fixture &fixture)
{
    return Git::advanceOperation(fixture.git(), {.how = Git::Advance::Abort}, {}, {});
}

} // namespace

class CommitActionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreJudgedAsGitDoes_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name :
             {"main",  "feat/x", "a.b",      "x@y", "-x",           "--orphan", "a b", "a..b",      ".a",
              "a/.b",  "a.lock", "a.lock/b", "a/",  "/a",           "a//b",     "a.",  "a@{b",      "HEAD",
              "a~1",   "a^",     "a:b",      "a?",  "a*",           "a[",       "a]",  "a\\b",      "a\tb",
              "a\x7f", "a\x01",  "feat/ü",   "a\n", "refs/heads/x", "@{-1}",    "%2",  "a/@",       "@a",
              "$(x)",  "x;y",    "\"q\"",    "'",   "<b>",          "..",       ".",   "FETCH_HEAD"})
            QTest::addRow("%s", QByteArray(name).toPercentEncoding().constData()) << QByteArray(name);
    }
    void namesAreJudgedAsGitDoes()
    {
        QFETCH(QByteArray, name);
        static const Fixture fixture;
        const auto said =
            fixture.repo.tryGit({u"check-ref-format"_s, u"--branch"_s, QString::fromUtf8(name)});
        // `--branch` resolves "@{-1}" instead of judging it.
        const bool isGood = said.exitCode == 0 && said.output.trimmed() == name;
        QCOMPARE(Git::refNameProblem(name).isEmpty(), isGood);
    }

    void aNameThatIsNoTextOrTooLongIsRefused()
    {
        QVERIFY(!Git::refNameProblem("").isEmpty());
        QVERIFY(!Git::refNameProblem("@").isEmpty()); // as a revision it is HEAD
        QVERIFY(!Git::refNameProblem("a\xff").isEmpty());
        QVERIFY(!Git::refNameProblem(QByteArray(300, 'a')).isEmpty());
        QVERIFY(Git::refNameProblem(QByteArray(150, 'a') + '/' + QByteArray(150, 'b')).isEmpty());
    }

    void aBranchIsCheckedOutWithItsHooks()
    {
        Fixture fixture;
        fixture.repo.branch("topic/x", fixture.first);
        fixture.repo.hook("post-checkout", "#!/bin/sh\necho \"$1 $2 $3\" >.git/ran\n");
        VERIFY_RESULT(Git::checkoutBranch(fixture.git(), "refs/heads/topic/x", {}));
        QCOMPARE(fixture.branch(), "refs/heads/topic/x"_ba);
        QCOMPARE(fixture.repo.read("f"), "1\n"_ba);
        QCOMPARE(fixture.repo.read(".git/ran"), fixture.second + ' ' + fixture.first + " 1\n");
    }

    void aBranchThatLooksLikeSomethingElseIsStillTheBranch()
    {
        Fixture fixture;
        for (const QByteArray &name : {fixture.second, "v1"_ba, "f"_ba, "origin/x"_ba}) {
            fixture.repo.git({u"update-ref"_s, QString::fromLatin1("refs/heads/" + name),
                              QString::fromLatin1(fixture.first)});
            fixture.repo.tryGit({u"tag"_s, u"v1"_s, QString::fromLatin1(fixture.second)});
            VERIFY_RESULT(Git::checkoutBranch(fixture.git(), "refs/heads/" + name, {}));
            QCOMPARE(fixture.branch(), "refs/heads/" + name);
            QCOMPARE(fixture.head(), fixture.first);
            fixture.repo.checkout("main");
        }
    }

    void aCommitIsCheckedOutDetached()
    {
        Fixture fixture;
        VERIFY_RESULT(Git::checkoutCommit(fixture.git(), id(fixture.first), {}));
        QCOMPARE(fixture.branch(), ""_ba);
        QCOMPARE(fixture.head(), fixture.first);
        VERIFY_FAILURE(Git::checkoutCommit(fixture.git(), {}, {}), ErrorKind::Invalid);
    }

    void changesInTheWayAreNeverOverwritten()
    {
        Fixture fixture;
        fixture.repo.write("f", "mine\n");
        const auto refusal = Git::checkoutCommit(fixture.git(), id(fixture.first), {});
        VERIFY_FAILURE(refusal, ErrorKind::Conflict);
        QVERIFY2(refusal.error().detail.contains(u"would be overwritten"_s),
                 qPrintable(refusal.error().detail));
        QCOMPARE(fixture.repo.read("f"), "mine\n"_ba);
        QCOMPARE(fixture.head(), fixture.second);
    }

    void aRemoteBranchBecomesALocalOneThatFollowsIt()
    {
        Fixture fixture;
        fixture.repo.git({u"remote"_s, u"add"_s, u"origin"_s, u"https://example.invalid/x"_s});
        fixture.repo.git(
            {u"update-ref"_s, u"refs/remotes/origin/topic"_s, QString::fromLatin1(fixture.first)});
        VERIFY_RESULT(Git::checkoutRemoteBranch(fixture.git(), "refs/remotes/origin/topic", "topic", {}));
        QCOMPARE(fixture.branch(), "refs/heads/topic"_ba);
        QCOMPARE(fixture.repo.git({u"rev-parse"_s, u"--symbolic-full-name"_s, u"@{upstream}"_s}).trimmed(),
                 "refs/remotes/origin/topic"_ba);
        VERIFY_FAILURE(Git::checkoutRemoteBranch(fixture.git(), "refs/remotes/origin/topic", "topic", {}),
                       ErrorKind::Conflict);
    }

    void branchesAndTagsAreMadeAtTheCommit()
    {
        Fixture fixture;
        VERIFY_RESULT(Git::createBranch(fixture.git(), "a/b", id(fixture.first), Git::Afterwards::Stay, {}));
        QCOMPARE(fixture.repo.resolve("refs/heads/a/b"), fixture.first);
        QCOMPARE(fixture.branch(), "refs/heads/main"_ba);
        VERIFY_RESULT(
            Git::createBranch(fixture.git(), "c", id(fixture.first), Git::Afterwards::CheckOut, {}));
        QCOMPARE(fixture.branch(), "refs/heads/c"_ba);
        VERIFY_FAILURE(Git::createBranch(fixture.git(), "c", id(fixture.first), Git::Afterwards::Stay, {}),
                       ErrorKind::Conflict);
        VERIFY_FAILURE(Git::createBranch(fixture.git(), "a", id(fixture.first), Git::Afterwards::Stay, {}),
                       ErrorKind::Conflict);

        fixture.repo.config(u"tag.gpgSign"_s, u"true"_s); // a lightweight tag cannot be signed
        VERIFY_RESULT(Git::createTag(fixture.git(), "v1", id(fixture.first), {}, {}));
        QCOMPARE(fixture.repo.git({u"cat-file"_s, u"-t"_s, u"refs/tags/v1"_s}), "commit\n"_ba);
        fixture.repo.config(u"tag.gpgSign"_s, u"false"_s);
        VERIFY_RESULT(Git::createTag(fixture.git(), "v2", id(fixture.first), "One\n\n# kept", {}));
        QVERIFY(
            fixture.repo.git({u"cat-file"_s, u"tag"_s, u"refs/tags/v2"_s}).endsWith("\n\nOne\n\n# kept\n"));
        QCOMPARE(fixture.repo.resolve("v2^{commit}"), fixture.first);
        VERIFY_FAILURE(Git::createTag(fixture.git(), "v2", id(fixture.second), {}, {}), ErrorKind::Conflict);
    }

    void hostileNamesNeverReachGit()
    {
        Fixture fixture;
        const auto commit = id(fixture.first);
        for (const QByteArray &name : {"-d"_ba, "--force"_ba, "--output=x"_ba, "-"_ba, "@{-1}"_ba, "a b"_ba,
                                       "a\nb"_ba, ""_ba, "HEAD"_ba, "\xff"_ba, "x:y"_ba}) {
            VERIFY_FAILURE(Git::createBranch(fixture.git(), name, commit, Git::Afterwards::Stay, {}),
                           ErrorKind::Invalid);
            VERIFY_FAILURE(Git::createTag(fixture.git(), name, commit, "m", {}), ErrorKind::Invalid);
            VERIFY_FAILURE(Git::checkoutBranch(fixture.git(), "refs/heads/" + name, {}), ErrorKind::Invalid);
        }
        VERIFY_FAILURE(Git::checkoutBranch(fixture.git(), "main", {}), ErrorKind::Invalid);
        for (const QByteArray &name : {"$(touch x)"_ba, "<b>;&|`x`"_ba}) {
            if (Git::refNameProblem(name).isEmpty()) {
                VERIFY_RESULT(Git::createBranch(fixture.git(), name, commit, Git::Afterwards::CheckOut, {}));
                QCOMPARE(fixture.branch(), "refs/heads/" + name);
            }
        }
        QVERIFY(!fixture.repo.exists("x"));
    }

    void withoutTrustNothingRuns()
    {
        Fixture fixture;
        Git::RepoLocation where = fixture.where();
        where.trust = Git::Trust::Unknown;
        const Git::Program git(fixture.runner, where);
        VERIFY_FAILURE(Git::checkoutCommit(git, id(fixture.first), {}), ErrorKind::Denied);
        VERIFY_FAILURE(Git::cherryPick(git, id(fixture.first), 0, {}), ErrorKind::Denied);
        VERIFY_FAILURE(Git::resetTo(git, fixture.reset(fixture.first, Git::ResetKind::Hard), {}),
                       ErrorKind::Denied);
    }

    void aPickCarriesAuthorAndMessage()
    {
        Fixture fixture;
        fixture.repo.branch("topic", fixture.first).checkout("topic");
        const QByteArray topic =
            fixture.repo.write("h", "h\n")
                .commit("add h\n\n# not a comment", {.author = "Mara", .email = "m@example.org"});
        fixture.repo.checkout("main");
        const auto end = Git::cherryPick(fixture.git(), id(topic), 0, {});
        VERIFY_RESULT(end);
        QCOMPARE(end->commit.toHex(), fixture.head());
        QCOMPARE(end->conflicts, 0);
        QCOMPARE(fixture.repo.git({u"log"_s, u"-1"_s, u"--format=%an|%P|%B"_s}).trimmed(),
                 "Mara|" + fixture.second + "|add h\n\n# not a comment");
        const auto again = Git::cherryPick(fixture.git(), id(topic), 0, {});
        VERIFY_FAILURE(again, ErrorKind::Invalid);
        QVERIFY(!fixture.repo.exists(".git/CHERRY_PICK_HEAD"));
        QCOMPARE(fixture.status(), ""_ba);
    }

    void aRevertTakesTheChangeBack()
    {
        Fixture fixture;
        const auto end = Git::revertCommit(fixture.git(), id(fixture.second), 0, {});
        VERIFY_RESULT(end);
        QCOMPARE(fixture.repo.read("f"), "1\n"_ba);
        QVERIFY(!fixture.repo.exists("g"));
        QVERIFY(fixture.repo.git({u"log"_s, u"-1"_s, u"--format=%s"_s}).startsWith("Revert \"second\""));
    }

    void aMergeNeedsToKnowItsMainline()
    {
        Fixture fixture;
        fixture.repo.branch("topic", fixture.first).checkout("topic").write("h", "h\n").commit("topic");
        fixture.repo.checkout("main");
        const QByteArray merge = fixture.repo.merge("topic");
        VERIFY_FAILURE(Git::revertCommit(fixture.git(), id(merge), 0, {}), ErrorKind::Invalid);
        VERIFY_FAILURE(Git::revertCommit(fixture.git(), id(merge), 3, {}), ErrorKind::Invalid);
        VERIFY_FAILURE(Git::revertCommit(fixture.git(), id(fixture.second), 1, {}), ErrorKind::Invalid);
        QCOMPARE(fixture.head(), merge);
        VERIFY_RESULT(Git::revertCommit(fixture.git(), id(merge), 1, {}));
        QVERIFY(!fixture.repo.exists("h"));
        QCOMPARE(fixture.repo.read("f"), "2\n"_ba);
    }

    void conflictsAreCountedAndCanBeAborted()
    {
        Conflicting fixture;
        const auto end = Git::cherryPick(fixture.git(), id(fixture.theirs), 0, {});
        VERIFY_RESULT(end);
        QCOMPARE(end->conflicts, 1);
        QVERIFY(end->commit.isNull());
        QVERIFY(fixture.repo.exists(".git/CHERRY_PICK_HEAD"));
        VERIFY_FAILURE(Git::cherryPick(fixture.git(), id(fixture.theirs), 0, {}), ErrorKind::Conflict);
        VERIFY_FAILURE(Git::checkoutBranch(fixture.git(), "refs/heads/topic", {}), ErrorKind::Conflict);
        VERIFY_RESULT(abort(fixture));
        QCOMPARE(fixture.status(), ""_ba);
        QCOMPARE(fixture.head(), fixture.second);
        VERIFY_FAILURE(abort(fixture), ErrorKind::Invalid);

        fixture.repo.write("f", "3\n").commit("third");
        const auto reverted = Git::revertCommit(fixture.git(), id(fixture.second), 0, {});
        VERIFY_RESULT(reverted);
        QCOMPARE(reverted->conflicts, 1);
        VERIFY_RESULT(abort(fixture));
        QCOMPARE(fixture.status(), ""_ba);
    }

    void aHookThatRefusesIsQuoted()
    {
        Conflicting fixture;
        fixture.repo.hook("prepare-commit-msg", "#!/bin/sh\necho 'not on Fridays' >&2\nexit 1\n");
        const auto refusal = Git::revertCommit(fixture.git(), id(fixture.second), 0, {});
        VERIFY_FAILURE(refusal, ErrorKind::External);
        QVERIFY(refusal.error().detail.contains(u"not on Fridays"_s));
        QVERIFY(refusal.error().hint.contains(u"staged"_s));
        QCOMPARE(fixture.head(), fixture.second);
        QVERIFY(fixture.status().contains("D  g\n"));
        fixture.repo.git({u"reset"_s, u"-q"_s, u"--hard"_s});

        fixture.repo.branch("late", fixture.first);
        fixture.repo.git({u"switch"_s, u"-q"_s, u"late"_s});
        const auto picked = Git::cherryPick(fixture.git(), id(fixture.second), 0, {});
        VERIFY_FAILURE(picked, ErrorKind::External);
        QVERIFY(picked.error().detail.contains(u"not on Fridays"_s));
        VERIFY_RESULT(abort(fixture));
        QCOMPARE(fixture.status(), ""_ba);
        QCOMPARE(fixture.head(), fixture.first);
    }

    void aHookBehindACheckoutDoesNotMakeItAFailure()
    {
        Fixture fixture;
        fixture.repo.branch("topic", fixture.first);
        fixture.repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
        fixture.repo.write("f", "loose\n").commit("loose");
        fixture.repo.hook("post-checkout", "#!/bin/sh\necho 'tag x already exists' >&2\nexit 1\n");
        const auto end = Git::checkoutBranch(fixture.git(), "refs/heads/topic", {});
        VERIFY_RESULT(end);
        QCOMPARE(fixture.branch(), "refs/heads/topic"_ba);
        QVERIFY(end->problem.contains(u"tag x already exists"_s));
        QVERIFY(end->undo);
        QCOMPARE(Git::readUndoRecords(fixture.where())->size(), 1);
        VERIFY_RESULT(Git::checkoutCommit(fixture.git(), id(fixture.second), {}));
    }

    void whatAHookSaysIsNotTakenForGit()
    {
        Fixture fixture;
        fixture.repo.hook("reference-transaction",
                          "#!/bin/sh\necho 'ticket already exists; you have unmerged files' >&2\nexit 1\n");
        const auto made = Git::createTag(fixture.git(), "v1", id(fixture.first), {}, {});
        VERIFY_FAILURE(made, ErrorKind::External);
        QVERIFY(made.error().detail.contains(u"already exists"_s));
    }

    void softAndMixedResetsKeepTheWorkTree()
    {
        Fixture fixture;
        fixture.repo.write("f", "mine\n");
        VERIFY_RESULT(Git::resetTo(fixture.git(), fixture.reset(fixture.first, Git::ResetKind::Soft), {}));
        QCOMPARE(fixture.branch(), "refs/heads/main"_ba);
        QCOMPARE(fixture.head(), fixture.first);
        QCOMPARE(fixture.staged("f"), "2\n"_ba);
        QCOMPARE(fixture.repo.read("f"), "mine\n"_ba);
        VERIFY_RESULT(Git::resetTo(fixture.git(), fixture.reset(fixture.first, Git::ResetKind::Mixed), {}));
        QCOMPARE(fixture.staged("f"), "1\n"_ba);
        QCOMPARE(fixture.repo.read("f"), "mine\n"_ba);
        QVERIFY(fixture.repo.exists("g"));
    }

    void aHardResetIsRefusedWhereSomethingCouldNotBeBroughtBack()
    {
        Fixture fixture;
        fixture.repo.remove("g").write("g/deep", "precious\n");
        const auto refusal =
            Git::resetTo(fixture.git(), fixture.reset(fixture.first, Git::ResetKind::Hard), {});
        VERIFY_FAILURE(refusal, ErrorKind::Invalid);
        QCOMPARE(fixture.head(), fixture.second);
        QCOMPARE(fixture.repo.read("g/deep"), "precious\n"_ba);
        QCOMPARE(Git::readUndoRecords(fixture.where())->size(), 0);
    }

    void aResetMeansTheBranchThatWasShown()
    {
        Fixture fixture;
        const Git::ResetRequest shown = fixture.reset(fixture.first, Git::ResetKind::Soft);
        fixture.repo.branch("other").checkout("other");
        VERIFY_FAILURE(Git::resetTo(fixture.git(), shown, {}), ErrorKind::Conflict);
        fixture.repo.checkout("main").write("f", "3\n").commit("third");
        VERIFY_FAILURE(Git::resetTo(fixture.git(), shown, {}), ErrorKind::Conflict);
        QVERIFY(fixture.head() != fixture.first);
    }

    void whatHasBegunToChangeTheWorkTreeIsNotCancelled_data()
    {
        QTest::addColumn<bool>("picks");
        QTest::addRow("checkout") << false;
        QTest::addRow("pick") << true;
    }
    // A filter holds git in the middle of writing the files until the job was cancelled.
    void whatHasBegunToChangeTheWorkTreeIsNotCancelled()
    {
        QFETCH(bool, picks);
        Fixture fixture;
        const QString started = fixture.repo.folder() + u"/started"_s, go = fixture.repo.folder() + u"/go"_s;
        fixture.repo.branch("topic").checkout("topic").write(".gitattributes", "held filter=hold\n");
        const QByteArray topic = fixture.repo.write("held", "1\n").commit("held");
        fixture.repo.checkout("main");
        fixture.repo.config(u"filter.hold.smudge"_s,
                            u"touch %1; n=0; while [ ! -e %2 ] && [ $n -lt 200 ]; do sleep 0.05; n=$((n+1)); "
                            "done; cat"_s.arg(started, go));
        CancelSource source;
        auto job = std::async(std::launch::async, [&, git = fixture.git()]() -> Result<void> {
            if (!picks) {
                const auto end = Git::checkoutBranch(git, "refs/heads/topic", source.token());
                return end ? Result<void>() : std::unexpected(end.error());
            }
            const auto picked = Git::cherryPick(git, id(topic), 0, source.token());
            return picked ? Result<void>() : std::unexpected(picked.error());
        });
        const bool hasStarted = QTest::qWaitFor([&] { return QFile::exists(started); }, 10'000);
        source.cancel();
        const bool hasEnded = job.wait_for(std::chrono::milliseconds(500)) == std::future_status::ready;
        QFile file(go);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Result<void> result = job.get();
        QVERIFY(hasStarted && !hasEnded);
        VERIFY_RESULT(result);
        QCOMPARE(fixture.status(), "");
        QVERIFY(fixture.repo.exists("held"));
        QCOMPARE(fixture.branch(), picks ? "refs/heads/main" : "refs/heads/topic");
        QCOMPARE(Git::checkoutCommit(fixture.git(), id(fixture.first), source.token()).error().kind,
                 ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(CommitActionsTest)
#include "tst_commitactions.moc"
