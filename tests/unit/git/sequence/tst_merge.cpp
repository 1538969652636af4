// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/merge.h"
#include "git/sequence/operation.h"
#include "git/sequence/rebase.h"
#include "sequencefixture.h"

using namespace Qt::StringLiterals;
using Git::FastForward;
using Git::SequenceOutcome;

namespace {

struct Fixture : SequenceFixture
{
    /// topic is two commits ahead of main, which has a commit of its own in another file when it diverged.
    void branchOff(bool hasDiverged)
    {
        repo.branch("topic").checkout("topic");
        repo.write("t", "1\n").commit("topic 1");
        theirs = repo.write("t", "2\n").commit("topic 2");
        repo.checkout("main");
        ours = hasDiverged ? repo.write("m", "m\n").commit("main 1") : base;
    }
    Git::MergeRequest request() const { return {.commit = id(theirs), .name = "refs/heads/topic"}; }
    Result<Git::SequenceEnd> merge(const Git::MergeRequest &request) const
    {
        return Git::mergeCommit(git(), request, {}, {});
    }
    Result<Git::SequenceEnd> rebase(const Git::RebaseRequest &request) const
    {
        return Git::rebaseOnto(git(), request, {}, {});
    }
    QByteArray parents() const { return repo.git({u"log"_s, u"-1"_s, u"--format=%P"_s}).trimmed(); }
};

} // namespace

class MergeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFastForwardMovesTheBranchOnly()
    {
        Fixture fixture;
        fixture.branchOff(false);
        for (int round = 0; round < 2; ++round) {
            auto request = fixture.request();
            request.fastForward = round == 0 ? FastForward::Auto : FastForward::Only;
            const auto end = fixture.merge(request);
            VERIFY_RESULT(end);
            QCOMPARE(end->outcome, SequenceOutcome::FastForwarded);
            QCOMPARE(fixture.head(), fixture.theirs);
            QCOMPARE(fixture.status(), QByteArray());
            const auto again = fixture.merge(request);
            VERIFY_RESULT(again);
            QCOMPARE(again->outcome, SequenceOutcome::UpToDate);
            fixture.repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, QString::fromLatin1(fixture.base)});
        }
    }

    void aMergeCommitIsMadeWhereAskedFor()
    {
        Fixture fixture;
        fixture.branchOff(false);
        auto request = fixture.request();
        request.fastForward = FastForward::No;
        request.message = "Words of\n\n# our own ü\n";
        const auto end = fixture.merge(request);
        VERIFY_RESULT(end);
        QCOMPARE(end->outcome, SequenceOutcome::Done);
        QCOMPARE(fixture.parents(), fixture.base + ' ' + fixture.theirs);
        const QByteArray stored = fixture.repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s});
        QVERIFY2(stored.endsWith("\n\nWords of\n\n# our own ü\n"), stored.constData());
    }

    void whatIsConfiguredIsDoneAsGitDoesIt_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<bool>("hasDiverged");
        const QString ff = u"merge.ff"_s, options = u"branch.main.mergeOptions"_s;
        const QList<QStringList> all{{},
                                     {ff, u"false"_s},
                                     {ff, u"0"_s},
                                     {ff, u"true"_s},
                                     {ff, u"only"_s},
                                     {ff, u"other"_s},
                                     {options, u"--no-ff"_s},
                                     {options, u"--squash"_s},
                                     {ff, u"only"_s, options, u"--no-stat --ff"_s}};
        for (const QStringList &settings : all) {
            for (const bool hasDiverged : {false, true})
                QTest::addRow("%s %d", qPrintable(settings.join(u' ')), int(hasDiverged))
                    << settings << hasDiverged;
        }
    }
    void whatIsConfiguredIsDoneAsGitDoesIt()
    {
        QFETCH(QStringList, settings);
        QFETCH(bool, hasDiverged);
        Fixture fixture;
        fixture.branchOff(hasDiverged);
        for (qsizetype at = 0; at < settings.size(); at += 2)
            fixture.repo.config(settings[at], settings[at + 1]);
        const auto state = [&] { return fixture.parents() + '\n' + fixture.status(); };
        const bool isPossible = fixture.run({u"merge"_s, u"--no-edit"_s, u"topic"_s}) == 0;
        const QByteArray theirs = state();
        fixture.repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, QString::fromLatin1(fixture.ours)});
        const auto way = Git::readMergeWay(fixture.where(), "refs/heads/main");
        VERIFY_RESULT(way);
        auto request = fixture.request();
        request.fastForward = way->fastForward;
        request.squashes = way->squashes;
        QCOMPARE(fixture.merge(request).has_value(), isPossible);
        QCOMPARE(state(), theirs);
    }

    void theMessageIsTheOneThatGitWouldWrite_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("branch") << "refs/heads/topic"_ba;
        QTest::newRow("remote") << "refs/remotes/origin/topic"_ba;
        QTest::newRow("tag") << "refs/tags/v1"_ba;
        QTest::newRow("commit") << QByteArray();
    }
    void theMessageIsTheOneThatGitWouldWrite()
    {
        QFETCH(QByteArray, name);
        Fixture fixture;
        fixture.branchOff(true);
        fixture.repo.git({u"update-ref"_s, u"refs/remotes/origin/topic"_s, u"topic"_s});
        fixture.repo.git({u"tag"_s, u"v1"_s, u"topic"_s});
        fixture.repo.checkout("main").git({u"checkout"_s, u"-qb"_s, u"release"_s});
        const QByteArray shortName =
            name.isEmpty() ? fixture.theirs : Git::Ref{.name = name, .kind = Git::RefKind::Other}.shortName();
        fixture.repo.git({u"merge"_s, u"-q"_s, u"--no-edit"_s, QString::fromLatin1(shortName)});
        const QByteArray expected = fixture.message();
        QVERIFY(expected.startsWith("Merge "));
        fixture.repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~1"_s});

        auto request = fixture.request();
        request.name = name;
        const auto end = fixture.merge(request);
        VERIFY_RESULT(end);
        QCOMPARE(end->outcome, SequenceOutcome::Done);
        QCOMPARE(fixture.message(), expected);
    }

    void whatCannotBeFastForwardedIsRefused()
    {
        Fixture fixture;
        fixture.branchOff(true);
        auto request = fixture.request();
        request.fastForward = FastForward::Only;
        VERIFY_FAILURE(fixture.merge(request), ErrorKind::Invalid);
        request.fastForward = FastForward::No;
        request.squashes = true;
        VERIFY_FAILURE(fixture.merge(request), ErrorKind::Invalid);
        VERIFY_FAILURE(fixture.merge({}), ErrorKind::Invalid);
        QCOMPARE(fixture.head(), fixture.ours);
    }

    void aSquashStagesAndCommitsNothing()
    {
        Fixture fixture;
        fixture.branchOff(true);
        auto request = fixture.request();
        request.squashes = true;
        const auto end = fixture.merge(request);
        VERIFY_RESULT(end);
        QCOMPARE(end->outcome, SequenceOutcome::Squashed);
        QCOMPARE(fixture.head(), fixture.ours);
        QCOMPARE(fixture.status(), "A  t\n"_ba);
        QVERIFY(fixture.repo.exists(".git/SQUASH_MSG"));
    }

    void conflictsAreListedAndTheMergeIsInProgress()
    {
        Fixture fixture;
        fixture.diverge();
        const auto end = fixture.merge(fixture.request());
        VERIFY_RESULT(end);
        QCOMPARE(end->outcome, SequenceOutcome::Conflicts);
        QCOMPARE(end->conflicts, QList{"f"_ba});
        QCOMPARE(Git::readOperation(fixture.where(), {}).value().kind, Git::Operation::Merge);
        VERIFY_FAILURE(fixture.merge(fixture.request()), ErrorKind::Conflict); // one at a time
    }

    void whatStandsInTheWayIsAConflictAndStays()
    {
        Fixture fixture;
        fixture.branchOff(true);
        fixture.repo.write("t", "mine, never committed\n");
        VERIFY_FAILURE(fixture.merge(fixture.request()), ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("t"), "mine, never committed\n"_ba);
        QCOMPARE(fixture.head(), fixture.ours);
        auto moved = fixture.request();
        moved.expectedHead = Fixture::id(fixture.base);
        fixture.repo.remove("t");
        VERIFY_FAILURE(fixture.merge(moved), ErrorKind::Conflict);
    }

    void aHookThatRefusesAMergeSaysSo()
    {
        Fixture fixture;
        fixture.branchOff(true);
        fixture.repo.hook("pre-merge-commit", "#!/bin/sh\necho no merges today >&2\nexit 1\n");
        QByteArray heard;
        const auto end = Git::mergeCommit(fixture.git(), fixture.request(),
                                          [&](OutputChannel, QByteArrayView piece) { heard += piece; }, {});
        VERIFY_FAILURE(end, ErrorKind::External);
        QVERIFY(end.error().detail.contains(u"no merges today"));
        QVERIFY(heard.contains("no merges today"));
        QCOMPARE(fixture.head(), fixture.ours);
    }

    void aMergeIntoAnUnbornBranchIsAFastForward()
    {
        Fixture fixture;
        fixture.branchOff(false);
        fixture.repo.git({u"checkout"_s, u"-q"_s, u"--orphan"_s, u"fresh"_s});
        fixture.repo.git({u"rm"_s, u"-rqf"_s, u"."_s});
        const auto end = fixture.merge(fixture.request());
        VERIFY_RESULT(end);
        QCOMPARE(end->outcome, SequenceOutcome::FastForwarded);
        QCOMPARE(fixture.head(), fixture.theirs);
    }

    void aRebaseMakesTheCommitsAnew()
    {
        Fixture fixture;
        fixture.branchOff(true);
        fixture.repo.checkout("topic");
        const Git::RebaseRequest request{.onto = Fixture::id(fixture.ours),
                                         .expectedHead = Fixture::id(fixture.theirs)};
        QCOMPARE(Git::readRebaseSize(fixture.git(), request, {}).value(), (Git::RebaseSize{2, 0, 0}));
        fixture.repo.git({u"update-ref"_s, u"refs/remotes/origin/topic"_s, u"topic~1"_s});
        QCOMPARE(Git::readRebaseSize(fixture.git(), request, {}).value(), (Git::RebaseSize{2, 0, 1}));
        const auto end = fixture.rebase(request);
        VERIFY_RESULT(end);
        QCOMPARE(end->outcome, SequenceOutcome::Done);
        QCOMPARE(fixture.repo.git({u"log"_s, u"--format=%s"_s}), "topic 2\ntopic 1\nmain 1\nbase\n"_ba);
        QCOMPARE(fixture.repo.resolve("ORIG_HEAD"), fixture.theirs);
        QCOMPARE(fixture.branch(), "refs/heads/topic"_ba);

        VERIFY_FAILURE(fixture.rebase(request), ErrorKind::Conflict); // HEAD is elsewhere by now
        const auto again = fixture.rebase({.onto = Fixture::id(fixture.ours)});
        VERIFY_RESULT(again);
        QCOMPARE(again->outcome, SequenceOutcome::UpToDate);
    }

    void aPartOfABranchIsRebased()
    {
        Fixture fixture;
        fixture.branchOff(true);
        fixture.repo.checkout("topic");
        const auto end = fixture.rebase(
            {.onto = Fixture::id(fixture.ours), .upstream = Fixture::id(fixture.repo.resolve("topic~1"))});
        VERIFY_RESULT(end);
        QCOMPARE(end->outcome, SequenceOutcome::Conflicts); // t was never made there
        QCOMPARE(end->conflicts, QList{"t"_ba});
        QCOMPARE(Git::readOperation(fixture.where(), {}).value().branch, "refs/heads/topic"_ba);
    }

    void aRebaseBehindIsAFastForward()
    {
        Fixture fixture;
        fixture.branchOff(false);
        const auto end = fixture.rebase({.onto = Fixture::id(fixture.theirs)});
        VERIFY_RESULT(end);
        QCOMPARE(end->outcome, SequenceOutcome::FastForwarded);
        QCOMPARE(fixture.head(), fixture.theirs);
    }

    void mergesAreNotLostInARebase()
    {
        Fixture fixture;
        fixture.branchOff(true);
        fixture.repo.merge("topic");
        fixture.repo.branch("onto", fixture.base).checkout("onto");
        const QByteArray onto = fixture.repo.write("o2", "o\n").commit("onto 1");
        fixture.repo.checkout("main");
        const QByteArray before = fixture.head();
        VERIFY_FAILURE(fixture.rebase({.onto = Fixture::id(onto)}), ErrorKind::Invalid);
        QCOMPARE(fixture.head(), before);
        const auto end = fixture.rebase({.onto = Fixture::id(onto), .keepsMerges = true});
        VERIFY_RESULT(end);
        QCOMPARE(end->outcome, SequenceOutcome::Done);
        QCOMPARE(fixture.parents().count(' '), 1);
    }

    void unsavedChangesAreNeitherStashedNorLostByARebase()
    {
        Fixture fixture;
        fixture.branchOff(true);
        fixture.repo.checkout("topic").config(u"rebase.autoStash"_s, u"true"_s);
        fixture.repo.write("t", "mine\n");
        VERIFY_FAILURE(fixture.rebase({.onto = Fixture::id(fixture.ours)}), ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("t"), "mine\n"_ba);
        QCOMPARE(fixture.head(), fixture.theirs);
        QVERIFY(!fixture.repo.exists(".git/refs/stash"));
    }
};

QTEST_GUILESS_MAIN(MergeTest)
#include "tst_merge.moc"
