// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/rebasesteps.h"

#include "undomovefixture.h"

using Fixture = UndoMoveFixture;

class UndoSequenceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMergeIsTakenBackAndChangesStay_data()
    {
        QTest::addColumn<bool>("isForward");
        QTest::addColumn<bool>("isDetached");
        QTest::addRow("merge commit") << false << false;
        QTest::addRow("fast-forward") << true << false;
        QTest::addRow("on no branch") << false << true;
    }
    void aMergeIsTakenBackAndChangesStay()
    {
        QFETCH(bool, isForward);
        QFETCH(bool, isDetached);
        Fixture fixture;
        fixture.divergeApart();
        if (isForward)
            fixture.repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, QString::fromLatin1(fixture.base)});
        if (isDetached)
            fixture.repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
        fixture.repo.write("f", "mine, staged\n").stage().write("f", "mine, not staged\n");
        fixture.repo.write("untracked", "u\n");
        const QByteArray before = fixture.head(), status = fixture.status();
        // Staged changes forbid a real merge, but not one that only moves the branch.
        if (!isForward)
            fixture.repo.git({u"reset"_s, u"-q"_s});
        VERIFY_RESULT(fixture.mergeTopic());
        QVERIFY(fixture.head() != before);
        QCOMPARE(fixture.meanings(),
                 QStringList{isDetached ? u"Merged topic into HEAD"_s : u"Merged topic into main"_s});
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.head(), before);
        QCOMPARE(fixture.branch(), isDetached ? ""_ba : "refs/heads/main"_ba);
        QCOMPARE(fixture.repo.read("f"), "mine, not staged\n"_ba);
        QVERIFY(!QFile::exists(fixture.repo.path() + u"/new"_s));
        if (isForward)
            QCOMPARE(fixture.status(), status);
        QCOMPARE(fixture.records().size(), 0);
    }

    void changesThatStandInTheWayOfGoingBackAreKept_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isIgnored");
        QTest::addRow("of a merged file") << "new"_ba << false;
        QTest::addRow("an ignored file where one was") << "gone"_ba << true;
    }
    void changesThatStandInTheWayOfGoingBackAreKept()
    {
        QFETCH(QByteArray, path);
        QFETCH(bool, isIgnored);
        Fixture fixture;
        fixture.repo.write("gone", "g\n").commit("with one more");
        fixture.divergeApart();
        fixture.repo.checkout("topic").remove("gone").commit("without it");
        fixture.repo.checkout("main");
        VERIFY_RESULT(fixture.mergeTopic());
        if (isIgnored)
            fixture.repo.write(".git/info/exclude", "gone\n");
        fixture.repo.write(path, "precious\n");
        const QByteArray merged = fixture.head();
        const auto end = fixture.undoLast();
        QVERIFY(!end);
        QVERIFY2(end.error().detail.contains(QString::fromUtf8(path)), qPrintable(end.error().detail));
        QCOMPARE(fixture.repo.read(path), "precious\n"_ba);
        QCOMPARE(fixture.head(), merged);
        QCOMPARE(fixture.records().size(), 1);
    }

    void aMergeWithConflictsIsCompletedByItsCommit_data()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how : {"commit", "continue", "terminal", "abort", "abort in a terminal"})
            QTest::addRow("%s", how) << QByteArray(how);
    }
    void aMergeWithConflictsIsCompletedByItsCommit()
    {
        QFETCH(QByteArray, how);
        Fixture fixture;
        fixture.diverge();
        const auto end = fixture.mergeTopic();
        VERIFY_RESULT(end);
        QCOMPARE(end->outcome, Git::SequenceOutcome::Conflicts);
        QCOMPARE(fixture.records().size(), 1);
        VERIFY_FAILURE(fixture.undoLast(), ErrorKind::Conflict); // it is still going on
        if (how.startsWith("abort")) {
            if (how == "abort")
                VERIFY_RESULT(fixture.advance(Git::Advance::Abort));
            else
                fixture.repo.git({u"merge"_s, u"--abort"_s});
            // Nothing moved, so there is nothing of a merge to undo.
            QVERIFY(how != "abort" || !fixture.meanings().contains(u"Merged topic into main"_s));
            while (!fixture.records().isEmpty() && how != "abort")
                VERIFY_RESULT(fixture.undoLast());
            QCOMPARE(fixture.head(), fixture.ours);
            return;
        }
        fixture.resolve();
        if (how == "commit")
            VERIFY_RESULT(fixture.commit("Merge by hand\n", false));
        else if (how == "continue")
            VERIFY_RESULT(fixture.advance(Git::Advance::Continue));
        else
            fixture.repo.git({u"commit"_s, u"-q"_s, u"--no-edit"_s});
        QCOMPARE(fixture.repo.resolve("HEAD^2"), fixture.theirs);
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.head(), fixture.ours);
        QCOMPARE(fixture.status(), ""_ba);
        QCOMPARE(fixture.records().size(), 0);
    }

    void aRebaseIsTakenBack_data()
    {
        QTest::addColumn<bool>("hasConflict");
        QTest::addColumn<bool>("inTerminal");
        QTest::addRow("smooth") << false << false;
        QTest::addRow("continued here") << true << false;
        QTest::addRow("continued in a terminal") << true << true;
    }
    void aRebaseIsTakenBack()
    {
        QFETCH(bool, hasConflict);
        QFETCH(bool, inTerminal);
        Fixture fixture;
        if (hasConflict)
            fixture.diverge();
        else
            fixture.divergeApart();
        VERIFY_RESULT(fixture.rebaseOntoTopic());
        if (hasConflict) {
            fixture.resolve();
            if (inTerminal)
                fixture.repo.git({u"-c"_s, u"core.editor=true"_s, u"rebase"_s, u"--continue"_s});
            else
                VERIFY_RESULT(fixture.advance(Git::Advance::Continue));
        }
        QCOMPARE(fixture.repo.resolve("HEAD^"), fixture.theirs);
        QCOMPARE(fixture.meanings(), QStringList{u"Rebased main onto "_s + Fixture::shortId(fixture.theirs)});
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.head(), fixture.ours);
        QCOMPARE(fixture.branch(), "refs/heads/main"_ba);
        QCOMPARE(fixture.status(), ""_ba);
    }

    void aPlanOfStepsIsTakenBack()
    {
        Fixture fixture;
        fixture.repo.write("a", "a\n").commit("a");
        const QByteArray before = fixture.repo.write("b", "b\n").commit("b");
        auto plan = Git::planRebase(fixture.where(), Fixture::id(fixture.base), {});
        VERIFY_RESULT(plan);
        plan->steps[0].action = Git::RebaseStep::Action::Drop;
        VERIFY_RESULT(Git::runRebase(fixture.git(), *plan, {}, {}));
        QVERIFY(!QFile::exists(fixture.repo.path() + u"/a"_s));
        VERIFY_RESULT(fixture.undoLast());
        QCOMPARE(fixture.head(), before);
        QCOMPARE(fixture.repo.read("a"), "a\n"_ba);
    }
};

QTEST_GUILESS_MAIN(UndoSequenceTest)
#include "tst_undosequence.moc"
