// SPDX-License-Identifier: GPL-3.0-or-later
#include "../meddlingrunner.h"
#include "operationfixture.h"

#include <QDir>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using Git::Advance;
using Git::Operation;
using Git::SequenceOutcome;
using Fixture = OperationFixture;

class OperationTest final : public QObject
{
    Q_OBJECT

    static void addKinds()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"merge", "cherry-pick", "revert", "rebase", "apply", "am"})
            QTest::newRow(name) << QByteArray(name);
    }

private Q_SLOTS:
    void nothingIsGoingOnAtFirst()
    {
        Fixture fixture;
        QCOMPARE(fixture.state(), Git::OperationState());
        VERIFY_FAILURE(fixture.advance(Advance::Continue), ErrorKind::Invalid);
        VERIFY_FAILURE(fixture.advance(Advance::Abort), ErrorKind::Invalid);
    }

    void eachKindIsReadAndContinuedAfterItsConflictOnly_data() { addKinds(); }
    void eachKindIsReadAndContinuedAfterItsConflictOnly()
    {
        QFETCH(QByteArray, name);
        Fixture fixture;
        const Operation kind = start(fixture, name);
        const Git::OperationState state = fixture.state();
        QCOMPARE(state.kind, kind);
        QCOMPARE(state.branch, "refs/heads/main"_ba);
        if (name != "am")
            QVERIFY(!state.commit.isNull());
        if (name == "rebase" || name == "apply") {
            QCOMPARE(state.onto.toHex(), fixture.theirs);
            QCOMPARE(state.original.toHex(), fixture.ours);
            QCOMPARE(state.subject, u"ours"_s);
        }
        if (name == "rebase" || name == "apply" || name == "am")
            QCOMPARE(std::pair(state.step, state.steps), (std::pair<qsizetype, qsizetype>(1, 1)));
        const QByteArray before = fixture.status();
        const auto answer = fixture.advance(Advance::Continue);
        VERIFY_FAILURE(answer, ErrorKind::Conflict);
        QVERIFY(answer.error().detail.contains(u'f'));
        QCOMPARE(fixture.status(), before);

        fixture.resolve("one\nboth\nthree\n");
        const auto end = fixture.advance(Advance::Continue);
        VERIFY_RESULT(end);
        QCOMPARE(end->end.outcome, SequenceOutcome::Done);
        QCOMPARE(end->end.head.toHex(), fixture.head());
        QVERIFY(!end->undo);
        QCOMPARE(fixture.state().kind, Operation::None);
        QCOMPARE(fixture.branch(), "refs/heads/main"_ba);
        QCOMPARE(fixture.repo.git({u"show"_s, u"HEAD:f"_s}), "one\nboth\nthree\n"_ba);
        QVERIFY(!fixture.heard.isEmpty());
    }

    void anAbortGoesBackAndRecordsTheResolution_data() { addKinds(); }
    void anAbortGoesBackAndRecordsTheResolution()
    {
        QFETCH(QByteArray, name);
        Fixture fixture;
        start(fixture, name);
        const QByteArray was = name == "rebase" || name == "apply" ? fixture.ours : fixture.head();
        fixture.repo.write("f", "hours of work\n");
        const auto end = fixture.advance(Advance::Abort);
        VERIFY_RESULT(end);
        QCOMPARE(end->end.outcome, SequenceOutcome::Done);
        QCOMPARE(fixture.head(), was);
        QCOMPARE(fixture.branch(), "refs/heads/main"_ba);
        QCOMPARE(fixture.status(), QByteArray());
        QVERIFY(end->undo);
        VERIFY_RESULT(Git::undo(fixture.git(), *end->undo, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("f"), "hours of work\n"_ba);
    }

    void changesThatAnAbortLeavesAloneAreNoLoss()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.repo.write("other", "mine, begun before\n");
        fixture.run({u"merge"_s, u"topic"_s});
        fixture.repo.git({u"checkout"_s, u"-q"_s, u"--ours"_s, u"f"_s}); // as HEAD has it: nothing to lose
        QCOMPARE(fixture.state().kind, Operation::Merge);
        const auto end = fixture.advance(Advance::Abort);
        VERIFY_RESULT(end);
        QCOMPARE(fixture.status(), " M other\n"_ba);
        QCOMPARE(fixture.repo.read("other"), "mine, begun before\n"_ba);
        QVERIFY(end->undo); // "new" came with the merge and went with it
        QVERIFY(!fixture.repo.exists("new"));

        fixture.run({u"merge"_s, u"--no-commit"_s, u"-s"_s, u"ours"_s, u"topic"_s});
        QCOMPARE(fixture.state().kind, Operation::Merge);
        const auto again = fixture.advance(Advance::Abort);
        VERIFY_RESULT(again);
        QVERIFY(!again->undo);
        QCOMPARE(fixture.repo.read("other"), "mine, begun before\n"_ba);
        QCOMPARE(fixture.repo.git({u"for-each-ref"_s, u"refs/plumbline"_s}).count('\n'), 1);
    }

    void quitLeavesBranchAndFilesAsTheyAre()
    {
        Fixture fixture;
        start(fixture, "rebase");
        const QByteArray file = fixture.repo.read("f");
        const auto end = fixture.advance(Advance::Quit);
        VERIFY_RESULT(end);
        QCOMPARE(fixture.state().kind, Operation::None);
        QCOMPARE(fixture.repo.read("f"), file);
        QCOMPARE(end->end.conflicts, QList{"f"_ba});
        QCOMPARE(end->end.head.toHex(), fixture.theirs);
    }

    void aSkippedStepIsLeftOutAndItsWorkRecorded()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.repo.write("late", "l\n").commit("late");
        fixture.run({u"rebase"_s, u"topic"_s});
        QCOMPARE(fixture.state().step, 1);
        QCOMPARE(fixture.state().steps, 2);
        fixture.repo.write("f", "work\n");
        const auto end = fixture.advance(Advance::Skip);
        VERIFY_RESULT(end);
        QCOMPARE(end->end.outcome, SequenceOutcome::Done);
        QVERIFY(end->undo);
        QCOMPARE(end->undo->paths, QList{"f"_ba});
        QCOMPARE(fixture.repo.read("f"), "one\nTHEIRS\nthree\n"_ba);
        QCOMPARE(fixture.repo.read("late"), "l\n"_ba);
        VERIFY_FAILURE(fixture.advance(Advance::Skip), ErrorKind::Invalid);
    }

    void aMergeHasNothingToSkip()
    {
        Fixture fixture;
        start(fixture, "merge");
        VERIFY_FAILURE(fixture.advance(Advance::Skip), ErrorKind::Invalid);
        QCOMPARE(fixture.state().kind, Operation::Merge);
    }

    void anotherOperationThanTheOneShownIsNotTouched()
    {
        Fixture fixture;
        start(fixture, "merge");
        const auto answer = Git::advanceOperation(
            fixture.git(), {.how = Advance::Abort, .expected = Operation::Rebase}, {}, {});
        VERIFY_FAILURE(answer, ErrorKind::Conflict);
        QCOMPARE(fixture.state().kind, Operation::Merge);
    }

    void t28_markersThatWereStagedElsewhereStopAContinue()
    {
        Fixture fixture;
        start(fixture, "merge");
        fixture.repo.stage({"f"}); // as `git commit -a` or another client would
        const auto answer = fixture.advance(Advance::Continue);
        VERIFY_FAILURE(answer, ErrorKind::Invalid);
        QVERIFY(answer.error().detail.contains(u'f'));
        QCOMPARE(fixture.head(), fixture.ours);
        const auto meant = fixture.advance(Advance::Continue, true);
        VERIFY_RESULT(meant);
        QVERIFY(fixture.repo.git({u"show"_s, u"HEAD:f"_s}).contains("<<<<<<<"));
    }

    void theNextConflictOfARebaseIsTold()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.repo.write("f", "one\nOURS 2\nthree\n").commit("ours 2");
        fixture.run({u"rebase"_s, u"topic"_s});
        fixture.resolve("one\nelse\nthree\n");
        const auto end = fixture.advance(Advance::Continue);
        VERIFY_RESULT(end);
        QCOMPARE(end->end.outcome, SequenceOutcome::Conflicts);
        QCOMPARE(end->end.conflicts, QList{"f"_ba});
        QCOMPARE(fixture.state().step, 2);
        QCOMPARE(fixture.state().subject, u"ours 2"_s);
    }

    void aPickOfWhichNothingIsLeftSaysSo()
    {
        Fixture fixture;
        start(fixture, "cherry-pick");
        fixture.repo.git({u"checkout"_s, u"-q"_s, u"HEAD"_s, u"--"_s, u"."_s});
        fixture.repo.git({u"rm"_s, u"-qf"_s, u"new"_s});
        const auto answer = fixture.advance(Advance::Continue);
        VERIFY_FAILURE(answer, ErrorKind::Invalid);
        QVERIFY(!answer.error().hint.isEmpty());
        const auto end = fixture.advance(Advance::Skip);
        VERIFY_RESULT(end);
        QCOMPARE(fixture.state().kind, Operation::None);
        QCOMPARE(fixture.head(), fixture.ours);
    }

    void betweenTwoPicksTheListSaysWhatIsGoingOn()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.repo.checkout("topic").write("last", "l\n").commit("last");
        fixture.repo.checkout("main");
        fixture.run({u"cherry-pick"_s, u"main..topic"_s});
        QCOMPARE(fixture.state().todo.size(), 2);
        fixture.resolve("one\nboth\nthree\n");
        fixture.repo.git(
            {u"commit"_s, u"-q"_s, u"--no-edit"_s}); // in a terminal: no CHERRY_PICK_HEAD any more
        const Git::OperationState state = fixture.state();
        QCOMPARE(state.kind, Operation::CherryPick);
        QVERIFY(state.commit.isNull());
        const auto end = fixture.advance(Advance::Continue);
        VERIFY_RESULT(end);
        QCOMPARE(end->end.outcome, SequenceOutcome::Done);
        QVERIFY(fixture.repo.exists("last"));
    }

    void aHookThatRefusesLeavesTheOperationAndSaysSo()
    {
        Fixture fixture;
        start(fixture, "merge");
        fixture.resolve("one\nboth\nthree\n");
        fixture.repo.hook("commit-msg", "#!/bin/sh\necho not today >&2\nexit 1\n");
        const auto answer = fixture.advance(Advance::Continue);
        VERIFY_FAILURE(answer, ErrorKind::External);
        QVERIFY(answer.error().detail.contains(u"not today"));
        QVERIFY(fixture.heard.contains("not today"));
        QVERIFY(!answer.error().hint.isEmpty());
        QCOMPARE(fixture.state().kind, Operation::Merge);
    }

    void d05_aStepThatFailedIsNotTakenForOneOfWhichNothingIsLeft()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.repo.git(
            {u"-c"_s, u"sequence.editor=sed -i '1i break'"_s, u"rebase"_s, u"-q"_s, u"-i"_s, u"HEAD~1"_s});
        const QByteArray todo = fixture.repo.read(".git/rebase-merge/git-rebase-todo");
        fixture.repo.write(".git/rebase-merge/git-rebase-todo", "nonsense\n" + todo);
        const auto answer = fixture.advance(Advance::Continue);
        VERIFY_FAILURE(answer, ErrorKind::External); // with nothing staged
        QVERIFY2(!answer.error().hint.contains(u"skip"_s), qPrintable(answer.error().hint));
    }

    void d04_notesThatGitDidNotFinishAreSaidAndForgotten()
    {
        Fixture fixture;
        start(fixture, "rebase");
        fixture.repo.git({u"reset"_s, u"-q"_s, u"--hard"_s});
        fixture.repo.remove(".git/rebase-merge/orig-head").remove(".git/rebase-merge/head-name");
        const auto answer = fixture.advance(Advance::Abort);
        QVERIFY(!answer);
        QVERIFY2(answer.error().hint.contains(u"Forgetting it"_s), qPrintable(answer.error().hint));
        VERIFY_RESULT(fixture.advance(Advance::Quit));
        QCOMPARE(fixture.state().kind, Operation::None);
    }

    void aBisectionIsNamedAndReset()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.repo.write("f", "x\n").commit("third");
        fixture.repo.git({u"bisect"_s, u"start"_s, u"HEAD"_s, u"HEAD~2"_s});
        QCOMPARE(fixture.state().kind, Operation::Bisect);
        QCOMPARE(fixture.state().branch, "refs/heads/main"_ba);
        VERIFY_FAILURE(fixture.advance(Advance::Continue), ErrorKind::Invalid);
        VERIFY_RESULT(fixture.advance(Advance::Abort));
        QCOMPARE(fixture.branch(), "refs/heads/main"_ba);
    }

    void forgedStateIsRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("content"); // null: a pipe; "link": to a file outside; else bytes
        QTest::newRow("pipe") << "merge"_ba << "MERGE_HEAD"_ba << QByteArray();
        QTest::newRow("no id") << "merge"_ba << "MERGE_HEAD"_ba << "not a commit\n"_ba;
        QTest::newRow("link") << "cherry-pick"_ba << "CHERRY_PICK_HEAD"_ba << "link"_ba;
        QTest::newRow("pipe in a folder") << "rebase"_ba << "rebase-merge/msgnum"_ba << QByteArray();
        QTest::newRow("no number") << "rebase"_ba << "rebase-merge/end"_ba << "-5\n"_ba;
        QTest::newRow("huge") << "rebase"_ba << "rebase-merge/git-rebase-todo"_ba
                              << QByteArray(5'000'000, 'x');
    }
    void forgedStateIsRefusedByName()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, content);
        Fixture fixture;
        ::start(fixture, start);
        const QByteArray path = ".git/" + file, before = fixture.status();
        const QByteArray head = fixture.repo.resolve("HEAD");
        const bool hasStash = start == "rebase" && !content.isNull();
        if (start == "rebase") // as git notes what it stashed before; or it is none
            fixture.repo.write(".git/rebase-merge/autostash",
                               hasStash
                                   ? fixture.repo.git({u"commit-tree"_s, u"-p"_s, u"HEAD"_s, u"-p"_s,
                                                       u"main"_s, u"-m"_s, u"autostash"_s, u"HEAD^{tree}"_s})
                                   : head + '\n');
        fixture.repo.remove(path);
        if (content.isNull())
            QCOMPARE(::mkfifo(fixture.repo.bytePath(path).constData(), 0600), 0);
        else if (content == "link")
            fixture.repo.link(path, "/etc/passwd");
        else
            fixture.repo.write(path, content);
        const auto state = Git::readOperation(fixture.where(), {});
        QVERIFY(!state);
        QVERIFY2(state.error().message.contains(QString::fromLatin1(file)),
                 qPrintable(state.error().message));
        QVERIFY(!state.error().detail.contains(u"root:"));
        VERIFY_FAILURE(fixture.advance(Advance::Abort), state.error().kind);

        VERIFY_FAILURE(fixture.advance(Advance::Quit), state.error().kind); // that it is seen is expected
        const auto info = Git::openRepository(fixture.repo.path());
        VERIFY_RESULT(info);
        VERIFY_RESULT(Git::advanceOperation(fixture.git(),
                                            {.how = Advance::Quit, .expected = info->operation}, {}, {}));
        QCOMPARE(fixture.state().kind, Operation::None);
        QCOMPARE(fixture.status(), before);
        QCOMPARE(fixture.repo.resolve("HEAD"), head);
        QCOMPARE(fixture.repo.git({u"stash"_s, u"list"_s}).count('\n'), hasStash ? 1 : 0);
        QDir aside(fixture.repo.gitDir() + u"/plumbline-forgotten"_s);
        QVERIFY(aside.cd(aside.entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0)));
        const QFileInfo kept(aside, QString::fromLatin1(file));
        QVERIFY(kept.isSymLink() || kept.exists());
    }

    void whatWasStagedComesBackAfterAnAbort()
    {
        Fixture fixture;
        start(fixture, "merge");
        fixture.repo.write("n", "staged only\n").stage({"n"}).remove("n");
        const QByteArray before = fixture.status();
        QVERIFY(before.contains("AD n\n") && before.contains("AA f\n") != before.contains("UU f\n"));
        const auto end = fixture.advance(Advance::Abort);
        VERIFY_RESULT(end);
        QVERIFY(end->undo);
        QCOMPARE(fixture.status(), QByteArray());
        VERIFY_RESULT(Git::undo(fixture.git(), *end->undo, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.status(), before);
        QCOMPARE(fixture.staged("n"), "staged only\n"_ba);
        QCOMPARE(fixture.state().kind, Operation::Merge); // and it can be gone on with
    }

    void anAbortedListOfPicksGoesBackAndForth()
    {
        Fixture fixture;
        fixture.diverge();
        fixture.repo.checkout("topic").write("f", "one\nTHEIRS 2\nthree\n").commit("again");
        fixture.repo.checkout("main");
        fixture.run({u"cherry-pick"_s, u"topic~1"_s, u"topic"_s});
        fixture.resolve("one\nboth\nthree\n");
        VERIFY_RESULT(fixture.advance(Advance::Continue));
        QCOMPARE(fixture.state().kind, Operation::CherryPick);
        const QByteArray picked = fixture.head(), status = fixture.status();
        const auto end = fixture.advance(Advance::Abort);
        VERIFY_RESULT(end);
        QCOMPARE(fixture.head(), fixture.ours);
        QVERIFY(end->undo);
        VERIFY_RESULT(Git::undo(fixture.git(), *end->undo, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.head(), picked);
        QCOMPARE(fixture.status(), status);
    }

    void aFileThatIsSavedMeanwhileStopsAnAbort()
    {
        Fixture fixture;
        start(fixture, "merge");
        const MeddlingRunner runner(u"update-ref"_s, [&] { fixture.repo.write("new", "saved meanwhile\n"); });
        const auto end =
            Git::advanceOperation(Git::Program(runner, fixture.where()), {.how = Advance::Abort}, {}, {});
        QVERIFY(runner.hasMeddled());
        VERIFY_FAILURE(end, ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read("new"), "saved meanwhile\n"_ba);
        QCOMPARE(fixture.state().kind, Operation::Merge);
        QCOMPARE(fixture.repo.git({u"for-each-ref"_s, u"refs/plumbline"_s}), QByteArray());
    }
};

QTEST_GUILESS_MAIN(OperationTest)
#include "tst_operation.moc"
