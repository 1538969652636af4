// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/conflictwindow.h"
#include "ui/conflict/conflictsides.h"
#include "ui/operation/operationbanner.h"

using namespace Qt::StringLiterals;
using Tests::Program;

/// Conflicts are resolved in the window, and nothing of a side is lost or staged by mistake.
class ConflictPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachConflictIsChosenByKeysAndSavedByteForByte_data()
    {
        QTest::addColumn<QByteArray>("lineEnd");
        QTest::newRow("LF") << "\n"_ba;
        QTest::newRow("CR LF") << "\r\n"_ba;
    }
    void eachConflictIsChosenByKeysAndSavedByteForByte()
    {
        QFETCH(QByteArray, lineEnd);
        Conflict window;
        window.collideTwice(lineEnd);
        QVERIFY(window.open());
        QTRY_COMPARE(window.result()->count(), 2);
        QTRY_VERIFY(window.files()->hasFocus());
        QVERIFY2(window.words().contains(u"Conflict 1 of 2: not resolved"_s), qPrintable(window.words()));
        QVERIFY2(window.words().contains(u"Ours: main"_s), qPrintable(window.words()));
        QVERIFY2(window.words().contains(u"Theirs: topic"_s), qPrintable(window.words()));
        QVERIFY(!window.command(u"resolve"_s)->isEnabled());
        window.key(Qt::Key_O); // and goes on to the next that is open
        QVERIFY2(window.words().contains(u"Conflict 2 of 2: not resolved"_s), qPrintable(window.words()));
        window.key(Qt::Key_P);
        QVERIFY2(window.words().contains(u"Conflict 1 of 2: ours taken"_s), qPrintable(window.words()));
        window.key(Qt::Key_N);
        window.key(Qt::Key_T);
        window.key(Qt::Key_B); // another choice takes the place of the first
        QCOMPARE(window.repo.read("f.txt").count("<<<<<<<"), 2); // nothing is written yet
        QVERIFY(window.command(u"resolve"_s)->isEnabled());
        window.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(window.stages(), QByteArray(), 20'000);
        QVERIFY(window.settle());
        QCOMPARE(window.repo.read("f.txt"), changed("our2", "our8\ntheir8").replace("\n", lineEnd));
        QCOMPARE(window.staged("f.txt"), window.repo.read("f.txt"));
        QVERIFY(window.program->view()->repository().canUndo());
    }

    void thePaletteOfAnotherPageOpensTheListAndTakesNothing()
    {
        Conflict window;
        window.collideTwice();
        window.program = std::make_unique<Tests::Program>(window.repo);
        QVERIFY(window.program->go(u"changes"_s));
        QList<PaletteCommand> offered = window.program->view()->commandsElsewhere();
        offered.removeIf([](const PaletteCommand &command) { return command.area != u"Conflicts"_s; });
        QCOMPARE(offered.size(), 1);
        offered.first().run();
        QTRY_COMPARE(window.program->view()->currentPageId(), u"conflicts"_s);
        QVERIFY(window.settle());
        QTRY_COMPARE(window.result()->count(), 2);
        QCOMPARE(window.result()->state(0), ResultEditor::State::Open);
        QTRY_VERIFY(window.files()->hasFocus());
    }

    void whatIsTypedIsKeptWhileAnotherFileIsLookedAt()
    {
        Conflict window;
        window.repo.write("g.txt", "g\n").commit("g");
        window.collideTwice();
        QVERIFY(window.open());
        QTRY_COMPARE(window.result()->count(), 2);
        window.result()->setFocus();
        window.result()->moveCursor(QTextCursor::Start);
        QTest::keyClicks(window.result(), u"otn "_s); // letters are letters here
        QCOMPARE(window.result()->count(), 2);
        window.key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(window.repo.read("f.txt").startsWith("otn 1\n<<<<<<<"), 20'000);
        QVERIFY(window.settle());
        QVERIFY(!window.stages().isEmpty()); // saved is not resolved
        window.result()->setFocus();
        QTest::keyClicks(window.result(), u"kept "_s);
        window.result()->choose(1, ConflictChoice::Theirs);
        window.program->view()->repository().note(kEverything); // a refresh takes nothing away
        QVERIFY(window.settle());
        QVERIFY(window.result()->toPlainText().contains(u"kept "_s));
        QCOMPARE(window.result()->state(1), ResultEditor::State::Theirs);
        window.page().stopWork(); // and closing saves it
        QVERIFY(window.settle());
        QTRY_VERIFY_WITH_TIMEOUT(window.repo.read("f.txt").contains("kept "), 20'000);
        QVERIFY(window.repo.read("f.txt").contains("their8\n9"));
    }

    void mixedLineEndsAreComposedByteForByte()
    {
        Conflict window;
        const QByteArray was = "a\r\nb\nc\r\nd\n";
        window.collide("f.txt", was, "a\r\nours\nc\r\nd\n", "a\r\ntheirs\r\nc\r\nd\n");
        QVERIFY(window.open());
        QTRY_COMPARE(window.result()->count(), 1);
        QVERIFY(window.result()->isReadOnly());
        QVERIFY2(window.words().contains(u"kept byte for byte"_s), qPrintable(window.words()));
        window.key(Qt::Key_T);
        window.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(window.stages(), QByteArray(), 20'000);
        QVERIFY(window.settle());
        QCOMPARE(window.repo.read("f.txt"), "a\r\ntheirs\r\nc\r\nd\n"_ba);
    }

    void aFileThatChangedMeanwhileIsNotOverwritten()
    {
        Conflict window;
        window.collideTwice();
        QVERIFY(window.open());
        QTRY_COMPARE(window.result()->count(), 2);
        window.key(Qt::Key_O);
        window.repo.write("f.txt", "an editor was here\n");
        QVERIFY(window.settle());
        window.key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(window.error().contains(u"changed by another program"_s), 20'000);
        QCOMPARE(window.repo.read("f.txt"), "an editor was here\n"_ba);
        QCOMPARE(window.result()->state(0), ResultEditor::State::Ours); // what was composed is there still
        window.command(u"reload"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(window.result()->toPlainText(), u"an editor was here\n"_s, 20'000);
    }

    void t28_aFileWithMarkersIsNotMarkedByOneClick()
    {
        Conflict window;
        window.collideTwice();
        const QByteArray stages = window.stages();
        QVERIFY(window.open());
        QTRY_COMPARE(window.result()->count(), 2);
        QVERIFY(!window.command(u"resolve"_s)->isEnabled());
        QVERIFY(window.command(u"resolve"_s)->toolTip().contains(u"2"_s));
        window.controller().markResolved({"f.txt"});
        QTRY_VERIFY_WITH_TIMEOUT(window.error().contains(u"conflict markers"_s), 20'000);
        QCOMPARE(window.stages(), stages);
    }

    void aBannerGoesWithItsReason()
    {
        Conflict window;
        window.collideTwice();
        QVERIFY(window.open());
        QTRY_COMPARE(window.result()->count(), 2);
        window.controller().markResolved({"f.txt"});
        QTRY_VERIFY_WITH_TIMEOUT(window.error().contains(u"conflict markers"_s), 20'000);
        QVERIFY(window.settle());
        QVERIFY(!window.error().isEmpty()); // reading all anew changes nothing
        window.repo.write("f.txt", kBase).stage();
        QTRY_COMPARE_WITH_TIMEOUT(window.error(), QString(), 20'000);
    }

    void whatIsMarkedIsAConflictAgainAfterUndo()
    {
        Conflict window;
        window.collideTwice();
        const QByteArray stages = window.stages(), read = window.repo.read("f.txt");
        QVERIFY(window.open());
        QTRY_COMPARE(window.result()->count(), 2);
        window.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(window.stages(), QByteArray(), 20'000);
        QVERIFY(window.settle());
        RepositoryController &repository = window.program->view()->repository();
        QTRY_COMPARE(repository.undoMeaning(), u"Resolved f.txt by taking a side"_s);
        window.page().undo();
        QTRY_COMPARE_WITH_TIMEOUT(window.stages(), stages, 20'000);
        QVERIFY(window.settle());
        QCOMPARE(window.repo.read("f.txt"), read);
        QTRY_COMPARE(window.controller().open().rowCount(), 1);
    }

    void t28_aResolvedFileIsMadeAConflictAgain()
    {
        Conflict window;
        window.collideTwice();
        QVERIFY(window.open());
        QTRY_COMPARE(window.result()->count(), 2);
        window.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(window.stages(), QByteArray(), 20'000);
        QVERIFY(window.settle());
        QCOMPARE(window.repo.read("f.txt"), changed("our2", "our8"));
        FileList *resolved = window.program->list(window.controller().resolved());
        QTRY_COMPARE(resolved->selectedPaths(), QList{"f.txt"_ba});
        resolved->setFocus();
        window.key(Qt::Key_U);
        QTRY_VERIFY_WITH_TIMEOUT(!window.stages().isEmpty(), 20'000); // git takes the file away meanwhile
        QVERIFY(window.settle());
        QCOMPARE(window.repo.read("f.txt").count("<<<<<<<"), 2);
        QTRY_COMPARE(window.controller().open().rowCount(), 1);
    }

    void whatIsCommittedLeavesThePage()
    {
        Conflict window;
        window.collideTwice();
        QVERIFY(window.open());
        QTRY_COMPARE(window.result()->count(), 2);
        window.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(window.stages(), QByteArray(), 20'000);
        QVERIFY(window.settle());
        QTRY_VERIFY(window.command(u"unresolve"_s)->isEnabled());
        window.repo.git({u"commit"_s, u"-q"_s, u"--no-edit"_s});
        window.program->view()->repository().note(kEverything);
        QVERIFY(window.settle());
        QTRY_COMPARE(window.controller().state(), PageState::Empty);
        QVERIFY(!window.command(u"unresolve"_s)->isEnabled());
        QSignalSpy refused(&window.controller(), &ConflictsController::actionFailed);
        window.controller().unresolve({"f.txt"}); // from a list that is old by now
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, 20'000);
        QVERIFY(window.settle());
        QCOMPARE(window.status(), QByteArray());
    }

    void t29_whatHasNoLinesNeedsAChoice_data()
    {
        QTest::addColumn<QByteArray>("was");
        QTest::addColumn<QByteArray>("our");
        QTest::addColumn<QByteArray>("their");
        QTest::addColumn<QString>("words");
        const QByteArray pointer =
            "version https://git-lfs.github.com/spec/v1\noid sha256:" + QByteArray(64, 'a') + "\nsize 12\n";
        QTest::newRow("binary") << QByteArray("a\0", 2) << QByteArray("b\0", 2) << QByteArray("c\0", 2)
                                << u"binary"_s;
        QTest::newRow("pointer") << pointer << QByteArray(pointer).replace("12", "13")
                                 << QByteArray(pointer).replace("12", "14") << u"LFS"_s;
        QTest::newRow("deleted by us") << "a\n"_ba << ""_ba << "c\n"_ba << u"We deleted it"_s;
        QTest::newRow("deleted by them") << "a\n"_ba << "b\n"_ba << ""_ba << u"They deleted it"_s;
    }
    void t29_whatHasNoLinesNeedsAChoice()
    {
        QFETCH(QByteArray, was);
        QFETCH(QByteArray, our);
        QFETCH(QByteArray, their);
        QFETCH(QString, words);
        Conflict window;
        window.collide("f", was, our, their);
        QVERIFY(window.open());
        QTRY_VERIFY2(window.words().contains(words), qPrintable(window.words()));
        QVERIFY2(window.words().contains(u"Ours: "_s), qPrintable(window.words()));
        if (words == "binary"_L1 || words == "LFS"_L1)
            QVERIFY(!window.command(u"resolve"_s)->isEnabled());
        window.key(Qt::Key_T);
        QTRY_COMPARE_WITH_TIMEOUT(window.stages(), QByteArray(), 20'000);
        QVERIFY(window.settle());
        QCOMPARE(window.staged("f"), their.isEmpty() ? "(none)"_ba : their);
    }

    void whatIsCancelledIsNotToldAsDone()
    {
        Conflict window;
        window.collideTwice();
        const QByteArray stages = window.stages();
        QVERIFY(window.open());
        QTRY_COMPARE(window.result()->count(), 2);
        QSignalSpy done(&window.controller(), &ConflictsController::succeeded);
        window.repo.write(".git/index.lock", ""); // another program has it
        window.controller().unresolve({"f.txt"});
        window.program->view()->repository().writes().cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isWriting(), 20'000);
        window.repo.remove(".git/index.lock");
        QVERIFY(window.settle());
        QCOMPARE(done.size(), 0);
        QCOMPARE(window.stages(), stages);
    }

    void inARebaseOursIsWhatItGoesOnto()
    {
        Conflict window;
        window.diverge();
        window.run({u"rebase"_s, u"topic"_s});
        QVERIFY(window.open());
        QTRY_COMPARE(window.result()->count(), 1);
        QVERIFY2(window.words().contains(u"Ours: topic"_s), qPrintable(window.words()));
        QVERIFY2(
            window.words().contains(u"Theirs: "_s + QString::fromLatin1(window.ours.left(8)) + u" ours"_s),
            qPrintable(window.words()));
    }

    void theBannerLeadsHereAndTheListsFollow()
    {
        Conflict window;
        window.collideTwice();
        window.program = std::make_unique<Program>(window.repo);
        QVERIFY(window.program->go(u"changes"_s));
        QTRY_VERIFY(window.program->action(u"operation.conflicts"_s)->isEnabled());
        window.program->action(u"operation.conflicts"_s)->trigger();
        QCOMPARE(window.program->view()->currentPageId(), u"conflicts"_s);
        QVERIFY(window.settle());
        QTRY_COMPARE(window.page().badge(), 1);
        QVERIFY(window.files()->model()->index(0, 0).data(FileItems::NoteRole).toString() ==
                "both modified"_L1);
        window.repo.git({u"merge"_s, u"--abort"_s});
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().state(), PageState::Empty, 20'000);
        QCOMPARE(window.page().badge(), 0);
    }

    void t28_theChangesPageStagesNoMarkersAndLeadsHere()
    {
        Conflict window;
        window.collideTwice();
        const QByteArray stages = window.stages();
        window.program = std::make_unique<Program>(window.repo);
        QVERIFY(window.program->go(u"changes"_s));
        ChangesController &changes = window.program->changes();
        QTRY_COMPARE(changes.unstaged().rowCount(), 1);
        QCOMPARE(changes.unstaged().index(0).data(FileItems::NoteRole).toString(), u"both modified"_s);
        QSignalSpy failed(&changes, &ChangesController::actionFailed);
        FileList *list = window.program->list(changes.unstaged());
        list->setFocus();
        list->selectPath("f.txt");
        window.key(Qt::Key_S);
        QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), 20'000);
        QVERIFY(failed[0][0].value<Error>().message.contains(u"conflict markers"_s));
        QCOMPARE(window.stages(), stages);
        Q_EMIT list->pathActivated("f.txt"); // Enter
        QCOMPARE(window.program->view()->currentPageId(), u"conflicts"_s);
        QVERIFY(window.settle());
        QCOMPARE(window.controller().path(), "f.txt"_ba);
        window.repo.write("f.txt", "resolved by an editor\n");
        QVERIFY(window.program->go(u"changes"_s));
        changes.stage({"f.txt"});
        QTRY_COMPARE_WITH_TIMEOUT(window.stages(), QByteArray(), 20'000);
    }

    void withoutTrustTheSidesAreShownAndNothingIsWritten()
    {
        Conflict window;
        window.collideTwice();
        QVERIFY(window.open());
        window.program->view()->repository().setTrust(Git::Trust::Restricted);
        QTRY_VERIFY(!window.program->view()->repository().isTrusted());
        QTRY_COMPARE(window.result()->count(), 2);
        const QByteArray before = window.repo.read("f.txt");
        window.command(u"fileOurs"_s)->trigger();
        QVERIFY(window.settle());
        QCOMPARE(window.repo.read("f.txt"), before);
        QVERIFY(!window.stages().isEmpty());
    }
};

PLUMBLINE_UI_TEST_MAIN(ConflictPageTest)
#include "tst_conflictpage.moc"
