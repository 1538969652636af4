// SPDX-License-Identifier: GPL-3.0-or-later
#include "meddlingrunner.h"
#include "undomovefixture.h"

using Fixture = UndoMoveFixture;

class UndoMoveTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAmendedCommitComesBackAndWhatWasAddedIsStagedAgain()
    {
        Fixture fixture;
        const QByteArray before = fixture.head();
        fixture.repo.write("f", "added\n").stage().write("other", "not staged\n");
        const QByteArray status = fixture.status();
        VERIFY_RESULT(fixture.commit("other words\n", true));
        QVERIFY(fixture.head() != before);
        QCOMPARE(fixture.meanings(), QStringList{u"Amended "_s + Fixture::shortId(before)});
        fixture.repo.git({u"reflog"_s, u"expire"_s, u"--expire=now"_s, u"--all"_s});
        fixture.repo.git({u"gc"_s, u"-q"_s, u"--prune=now"_s});
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.head(), before);
        QCOMPARE(fixture.message(), "base"_ba);
        QCOMPARE(fixture.status(), status);
        QCOMPARE(fixture.records().size(), 0);
    }

    void anAmendThatAHookRefusesLeavesNoRecord()
    {
        Fixture fixture;
        fixture.repo.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 1\n", 0755);
        QVERIFY(!fixture.commit("other words\n", true));
        QCOMPARE(fixture.records().size(), 0);
    }

    void aCommitOnTopOfWhatWasAmendedIsNotTakenAway()
    {
        Fixture fixture;
        VERIFY_RESULT(fixture.commit("other words\n", true));
        const QByteArray later = fixture.repo.write("later", "l\n").commit("later");
        const auto end = fixture.undoLast();
        VERIFY_FAILURE(end, ErrorKind::Conflict);
        QVERIFY2(end.error().message.contains(u"main has moved on"_s), qPrintable(end.error().message));
        QCOMPARE(fixture.head(), later);
        QCOMPARE(fixture.records().size(), 1);
    }

    void aCommitIsTakenBackAndWhatItHeldIsStaged()
    {
        Fixture fixture;
        const QByteArray before = fixture.head();
        fixture.repo.write("f", "new\n").stage().write("other", "not staged\n");
        const QByteArray status = fixture.status();
        VERIFY_RESULT(fixture.commit("fix: a thing\n\nWhy.\n", false));
        QCOMPARE(fixture.meanings(), QStringList{u"Committed “fix: a thing”"_s});
        fixture.repo.git({u"reflog"_s, u"expire"_s, u"--expire=now"_s, u"--all"_s});
        VERIFY_RESULT(fixture.commit("fix: better words\n", true));
        QCOMPARE(fixture.records().size(), 2);
        QCOMPARE(fixture.records().at(1).obstacle, u"main has moved on since"_s); // until the amend is undone
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.message(), "fix: a thing\n\nWhy."_ba);
        QCOMPARE(fixture.records().value(0).obstacle, QString());
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.head(), before);
        QCOMPARE(fixture.status(), status);
        QCOMPARE(fixture.records().size(), 0);
    }

    void whatStandsInTheWayIsKnownBefore()
    {
        Fixture fixture;
        const auto obstacle = [&] { return fixture.records().value(0).obstacle; };
        fixture.repo.write("f", "new\n").stage();
        VERIFY_RESULT(fixture.commit("mine\n", false));
        const QByteArray mine = fixture.head();
        QCOMPARE(obstacle(), QString());
        fixture.repo.branch("topic").checkout("topic");
        QCOMPARE(obstacle(), u"main is not checked out any more"_s);
        fixture.repo.checkout("main").git({u"update-ref"_s, u"refs/remotes/origin/main"_s, u"HEAD"_s});
        fixture.repo.config(u"remote.origin.url"_s, u"nowhere"_s);
        QCOMPARE(obstacle(), u"origin/main has the commit already"_s);
        VERIFY_RESULT(fixture.undoLast()); // who insists
        QCOMPARE(fixture.repo.resolve("HEAD"), fixture.repo.resolve(mine + "^"));
    }

    void aPickAndARevertAreTakenBack()
    {
        Fixture fixture;
        fixture.divergeApart();
        VERIFY_RESULT(Git::cherryPick(fixture.git(), Fixture::id(fixture.theirs), 0, {}));
        QCOMPARE(fixture.meanings(),
                 QStringList{u"Picked %1 onto main"_s.arg(Fixture::shortId(fixture.theirs))});
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.head(), fixture.ours);
        VERIFY_RESULT(Git::revertCommit(fixture.git(), Fixture::id(fixture.ours), 0, {}));
        QCOMPARE(fixture.meanings(),
                 QStringList{u"Reverted %1 on main"_s.arg(Fixture::shortId(fixture.ours))});
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.head(), fixture.ours);
        QCOMPARE(fixture.status(), ""_ba);
    }

    void severalCommitsArePickedInOrderAndTakenBackAtOnce()
    {
        Fixture fixture;
        fixture.divergeApart();
        fixture.repo.checkout("topic").write("more", "1\n").commit("more");
        const QByteArray last = fixture.repo.write("more", "2\n").commit("last");
        fixture.repo.checkout("main");
        const QList ids{Fixture::id(fixture.theirs), Fixture::id(fixture.repo.resolve("topic~1")),
                        Fixture::id(last)};
        const auto subjects = [&] {
            return fixture.repo.git({u"log"_s, u"--format=%s"_s, u"-3"_s}).trimmed().split('\n');
        };
        VERIFY_RESULT(Git::cherryPickAll(fixture.git(), ids, {}));
        QCOMPARE(subjects().first(2), (QList{"last"_ba, "more"_ba}));
        QCOMPARE(fixture.repo.resolve("HEAD~3"), fixture.ours);
        QCOMPARE(fixture.meanings(), QStringList{u"Picked 3 commit(s) onto main"_s});
        const QByteArray picked = fixture.head();
        const QList taken{Fixture::id(picked), Fixture::id(fixture.repo.resolve("HEAD~1"))};
        VERIFY_RESULT(Git::revertAll(fixture.git(), taken, {}));
        QVERIFY(!fixture.repo.exists("more"));
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.head(), picked);
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.head(), fixture.ours);
        QCOMPARE(fixture.status(), ""_ba);
    }

    void aPickOfSeveralThatStoppedIsTakenBackOnceItIsOver()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.repo.checkout("topic").write("more", "1\n").commit("more");
        const QByteArray last = fixture.repo.resolve("topic");
        fixture.repo.checkout("main");
        const auto end =
            Git::cherryPickAll(fixture.git(), {Fixture::id(fixture.theirs), Fixture::id(last)}, {});
        VERIFY_RESULT(end);
        QVERIFY(end->conflicts > 0);
        fixture.repo.write("f", "resolved\n").stage();
        VERIFY_RESULT(Git::advanceOperation(fixture.git(), {.how = Git::Advance::Continue}, {}, {}));
        QCOMPARE(fixture.message(), "more"_ba);
        QCOMPARE(fixture.repo.resolve("HEAD~2"), fixture.ours);
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.head(), fixture.ours);
    }

    void mergesAmongSeveralAreRefusedBeforeAnythingIsBegun()
    {
        Fixture fixture;
        fixture.divergeApart();
        VERIFY_RESULT(fixture.mergeTopic());
        const QByteArray merge = fixture.head();
        const auto end = Git::revertAll(fixture.git(), {Fixture::id(merge), Fixture::id(fixture.ours)}, {});
        VERIFY_FAILURE(end, ErrorKind::Invalid);
        QVERIFY2(end.error().message.contains(u"1 of the commits are merges"_s),
                 qPrintable(end.error().message));
        VERIFY_FAILURE(Git::cherryPickAll(fixture.git(), {}, {}), ErrorKind::Invalid);
        QCOMPARE(fixture.head(), merge);
        QVERIFY(!fixture.repo.exists(".git/sequencer"));
    }

    void whatDidNothingLeavesNoRecord()
    {
        Fixture fixture;
        fixture.divergeApart();
        VERIFY_RESULT(fixture.mergeTopic());
        VERIFY_RESULT(fixture.undoLast());
        fixture.repo.git({u"rebase"_s, u"-q"_s, u"topic"_s});
        VERIFY_RESULT(fixture.mergeTopic());      // up to date
        VERIFY_RESULT(fixture.rebaseOntoTopic()); // the same
        QVERIFY(!Git::cherryPick(fixture.git(), Fixture::id(fixture.theirs), 0, {}));
        fixture.repo.write("other", "in the way\n");
        QVERIFY(!Git::revertCommit(fixture.git(), Fixture::id(fixture.ours), 0, {}));
        QCOMPARE(fixture.meanings(), QStringList());
    }

    void aMoveThatEndedOutOfSightTakesNoLaterCommitAway()
    {
        Fixture fixture;
        fixture.diverge();
        VERIFY_RESULT(fixture.rebaseOntoTopic());
        fixture.repo.git({u"rebase"_s, u"--abort"_s});
        const QByteArray later = fixture.repo.write("later", "l\n").commit("later");
        const auto end = fixture.undoLast();
        VERIFY_FAILURE(end, ErrorKind::Conflict);
        QVERIFY2(end.error().hint.contains(Fixture::shortId(fixture.ours)), qPrintable(end.error().hint));
        QCOMPARE(fixture.head(), later);
    }

    void aCommitMadeWhileGitIsStartedIsNeitherMergedNorAmended()
    {
        Fixture fixture;
        fixture.divergeApart();
        const MeddlingRunner runner(u"update-ref"_s, [&] { // the record is made by then
            fixture.repo.git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"meanwhile"_s});
        });
        const Git::Program git(runner, fixture.where());
        VERIFY_FAILURE(Git::createCommit(git, {.message = "mine\n", .amends = true}, {}, {}),
                       ErrorKind::Conflict);
        QVERIFY(runner.hasMeddled());
        QCOMPARE(fixture.message(), "meanwhile"_ba);
    }

    void goingBackToCommitsThatWereLeftLooksWhereHeadIs()
    {
        Fixture fixture;
        fixture.repo.branch("topic").git({u"checkout"_s, u"-q"_s, u"--detach"_s});
        fixture.repo.write("loose", "l\n").commit("on no branch");
        const auto end = Git::checkoutBranch(fixture.git(), "refs/heads/main", {});
        VERIFY_RESULT(end);
        QVERIFY(end->undo);
        fixture.repo.checkout("topic");
        VERIFY_FAILURE(fixture.undoLast(), ErrorKind::Conflict);
        QCOMPARE(fixture.branch(), "refs/heads/topic"_ba);
        VERIFY_FAILURE(Git::undo(fixture.git(), *end->undo, Git::UndoExtent::FilesOnly, {}),
                       ErrorKind::Invalid);
        fixture.repo.checkout("main");
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.branch(), ""_ba);
    }

    void anAbortedMailboxGivesBackTheCommitsThatItMade()
    {
        Fixture fixture;
        fixture.repo.branch("topic").checkout("topic").write("a", "a\n").commit("applies");
        fixture.repo.write("f", "one\nTHEIRS\nthree\n").commit("conflicts");
        const QByteArray patches = fixture.repo.git({u"format-patch"_s, u"--stdout"_s, u"-2"_s, u"topic"_s});
        fixture.repo.checkout("main").write("f", "one\nOURS\nthree\n");
        const QByteArray start = fixture.repo.commit("ours");
        fixture.repo.tryGit({u"am"_s, u"--3way"_s}, patches);
        const QByteArray applied = fixture.head();
        QVERIFY(applied != start);
        fixture.repo.write("f", "one\nhalf resolved\nthree\n");
        const auto end = fixture.advance(Git::Advance::Abort);
        VERIFY_RESULT(end);
        QCOMPARE(fixture.head(), start);
        QVERIFY(end->undo);
        fixture.repo.git({u"reflog"_s, u"expire"_s, u"--expire=now"_s, u"--all"_s});
        fixture.repo.git({u"gc"_s, u"-q"_s, u"--prune=now"_s});
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.head(), applied);
        QCOMPARE(fixture.repo.read("f"), "one\nhalf resolved\nthree\n"_ba);
    }
};

QTEST_GUILESS_MAIN(UndoMoveTest)
#include "tst_undomove.moc"
