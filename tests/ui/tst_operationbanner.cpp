// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/programfixture.h"
#include "tests/unit/git/sequence/operationfixture.h"
#include "ui/operation/operationbanner.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

using namespace Qt::StringLiterals;
using Tests::Program;

namespace {

/// The program's window on a repository in which something is in progress.
struct Banner : OperationFixture
{
    bool open()
    {
        program = std::make_unique<Program>(repo);
        return program->go(u"history"_s) && settle();
    }
    OperationBanner *banner() { return program->view()->operationBanner(); }
    OperationController &controller() { return banner()->operation(); }
    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                RepositoryController &repository = program->view()->repository();
                return repository.watcher().isSettled() && !repository.isBusy() &&
                       !repository.writes().isBusy() && !controller().isBusy();
            },
            30'000);
    }
    bool look()
    {
        program->view()->repository().note(kEverything);
        program->view()->repository().refresh();
        return settle();
    }
    QString words()
    {
        QStringList words;
        for (const PlainLabel *label : banner()->findChildren<PlainLabel *>())
            if (label->isVisible())
                words += label->text();
        return words.join(u'\n');
    }
    /// Of the buttons in sight; in brackets: it is off.
    QStringList ways()
    {
        QStringList texts;
        for (const QPushButton *button : banner()->findChildren<QPushButton *>())
            if (button->isVisible())
                texts += button->isEnabled() ? button->text() : QString(u'(' + button->text() + u')');
        return texts;
    }
    QPushButton *way(const QString &text)
    {
        for (QPushButton *button : banner()->findChildren<QPushButton *>())
            if (button->isVisible() && button->text() == text)
                return button;
        return nullptr;
    }
    bool press(const QString &text)
    {
        QPushButton *button = way(text);
        if (!button || !button->isEnabled())
            return false;
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        return true;
    }

    std::unique_ptr<Program> program;
};

} // namespace

/// What is in progress is said on every page, with the ways on.
class OperationBannerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsInProgressIsNamed_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QStringList>("ways");
        const QStringList off{u"1 file(s) in conflict"_s, u"(Continue)"_s};
        QTest::newRow("merge") << "merge"_ba << u"Merging topic into main"_s
                               << off + QStringList{u"Abort merge…"_s};
        QTest::newRow("rebase") << "rebase"_ba << u"Rebasing main onto topic: step 1 of 1"_s
                                << off + QStringList{u"Skip"_s, u"Abort rebase…"_s};
        QTest::newRow("cherry-pick") << "cherry-pick"_ba << u"Cherry-picking onto main"_s
                                     << off + QStringList{u"Skip"_s, u"Abort cherry-pick…"_s};
        QTest::newRow("revert") << "revert"_ba << u"Reverting on main"_s
                                << off + QStringList{u"Skip"_s, u"Abort revert…"_s};
        QTest::newRow("am") << "am"_ba << u"Applying patches to main"_s
                            << off + QStringList{u"Skip"_s, u"Abort…"_s};
    }
    void whatIsInProgressIsNamed()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, sentence);
        QFETCH(QStringList, ways);
        Banner window;
        start(window, name);
        QVERIFY(window.open());
        QVERIFY2(window.words().contains(sentence), qPrintable(window.words()));
        QCOMPARE(window.ways(), ways);
        QVERIFY(window.program->go(u"environments"_s)); // as on every page
        QVERIFY(window.banner()->isVisible());
    }

    void aBisectionIsNamedAndEnded()
    {
        Banner window;
        window.repo.write("f", "2\n").commit("two");
        window.repo.write("f", "3\n").commit("three");
        const QByteArray tip = window.repo.write("f", "4\n").commit("four");
        window.repo.git({u"bisect"_s, u"start"_s, u"HEAD"_s, QString::fromLatin1(window.base)});
        QVERIFY(window.open());
        QVERIFY2(window.words().contains(u"Bisecting; it began on main"_s), qPrintable(window.words()));
        QTRY_VERIFY2(window.words().contains(u"0 revision(s) left to test after this (roughly 1 step(s))"_s),
                     qPrintable(window.words()));
        const QStringList ways{u"Good"_s, u"Bad"_s, u"Skip"_s, u"End bisection…"_s};
        QCOMPARE(window.ways(), ways);
        for (int marks = 0; marks < 2; ++marks) {
            QVERIFY(window.press(window.repo.read("f") < "3" ? u"Good"_s : u"Bad"_s));
            QVERIFY(window.look());
        }
        QTRY_VERIFY2(window.words().contains(u"This is the first bad commit:"_s), qPrintable(window.words()));
        QVERIFY2(window.words().contains(u"three"_s), qPrintable(window.words()));
        QVERIFY(window.press(u"End bisection…"_s));
        QVERIFY(window.press(u"End bisection"_s));
        QVERIFY(window.settle());
        QTRY_VERIFY(window.banner()->isHidden());
        QCOMPARE(window.head(), tip);
    }

    void anOperationBegunInATerminalShowsAndGoes()
    {
        Banner window;
        window.diverge();
        QVERIFY(window.open());
        QVERIFY(window.banner()->isHidden());
        window.run({u"merge"_s, u"topic"_s});
        QTRY_VERIFY_WITH_TIMEOUT(window.banner()->isVisible(), 20'000);
        QTRY_COMPARE(window.controller().conflictCount(), std::optional<qsizetype>(1));
        QTRY_VERIFY(window.program->action(u"operation.abort"_s)->isEnabled());
        QVERIFY(!window.program->action(u"operation.continue"_s)->isEnabled());
        window.repo.git({u"merge"_s, u"--abort"_s});
        QTRY_VERIFY_WITH_TIMEOUT(window.banner()->isHidden(), 20'000);
        QTRY_VERIFY(!window.program->action(u"operation.abort"_s)->isEnabled());
    }

    void aResolvedRebaseIsContinuedByKeys()
    {
        Banner window;
        start(window, "rebase");
        QVERIFY(window.open());
        window.resolve("one\nBOTH\nthree\n");
        QTRY_VERIFY_WITH_TIMEOUT(window.program->action(u"operation.continue"_s)->isEnabled(), 20'000);
        QVERIFY(!window.ways().contains(u"1 file(s) in conflict"_s));
        window.program->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(window.banner()->isHidden(), 20'000);
        QVERIFY(window.settle());
        QCOMPARE(window.branch(), "refs/heads/main"_ba);
        QCOMPARE(window.repo.resolve("HEAD~1"), window.theirs);
    }

    void skippingLeavesTheStepOut()
    {
        Banner window;
        start(window, "rebase");
        QVERIFY(window.open());
        QVERIFY(window.press(u"Skip"_s));
        QTRY_VERIFY_WITH_TIMEOUT(window.banner()->isHidden(), 20'000);
        QVERIFY(window.settle());
        QCOMPARE(window.head(), window.theirs);
    }

    void abortingSaysWhatComesBackAndIsUndone()
    {
        Banner window;
        start(window, "merge");
        window.repo.write("f", "half resolved\n");
        QVERIFY(window.open());
        QVERIFY(window.press(u"Abort merge…"_s));
        QVERIFY2(window.words().contains(u"Undo brings all of it back"_s), qPrintable(window.words()));
        QCOMPARE(QApplication::focusWidget(), window.way(u"Keep going"_s)); // what Space and Enter press
        window.program->press(Qt::Key_Return);
        QVERIFY(!window.way(u"Keep going"_s));
        QCOMPARE(QApplication::focusWidget(), window.way(u"Abort merge…"_s));
        window.program->press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), window.way(u"Keep going"_s));
        QVERIFY(window.press(u"Keep going"_s));
        QCOMPARE(window.repo.read("f"), "half resolved\n"_ba);
        QVERIFY(window.press(u"Abort merge…"_s));
        QVERIFY(window.press(u"Abort merge"_s));
        QTRY_VERIFY_WITH_TIMEOUT(window.banner()->isHidden(), 20'000);
        QVERIFY(window.settle());
        QCOMPARE(window.repo.read("f"), "one\nOURS\nthree\n"_ba);
        QVERIFY(window.program->view()->repository().canUndo());
        QVERIFY(window.program->isFocusIn(window.program->page()));
    }

    void whatAHookSaysIsShownAndNothingIsLost()
    {
        Banner window;
        start(window, "merge");
        window.repo.hook("pre-commit", "echo no '<b>way</b>'; exit 1");
        window.resolve("one\nBOTH\nthree\n");
        QVERIFY(window.open());
        QVERIFY(window.press(u"Continue"_s));
        const auto *error = window.banner()->findChild<ErrorBanner *>();
        QTRY_VERIFY_WITH_TIMEOUT(error->isVisible(), 20'000);
        QVERIFY(window.settle());
        QVERIFY2(error->copyText().contains(u"no <b>way</b>"_s), qPrintable(error->copyText()));
        QVERIFY(window.banner()->isVisible());
        QVERIFY(window.way(u"Continue"_s)->isEnabled());
        QCOMPARE(window.head(), window.ours);
    }

    void t30_hooksAreLeftOutOnlyWhenOneRefusedAndOnceThatIsConfirmed_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("hook");
        for (const char *kind : {"merge", "cherry-pick", "revert"}) {
            QTest::addRow("%s, pre-commit", kind) << QByteArray(kind) << "pre-commit"_ba;
            QTest::addRow("%s, commit-msg", kind) << QByteArray(kind) << "commit-msg"_ba;
        }
    }

    void t30_hooksAreLeftOutOnlyWhenOneRefusedAndOnceThatIsConfirmed()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, hook);
        const QString leave = u"Continue without the hooks…"_s;
        Banner window;
        start(window, kind);
        window.repo.hook(hook, "#!/bin/sh\necho error: not today; exit 1\n");
        window.repo.hook("post-commit", "#!/bin/sh\ntouch .git/behind\n");
        window.resolve("one\nBOTH\nthree\n");
        const QByteArray before = window.head();
        QVERIFY(window.open());
        const auto *error = window.banner()->findChild<ErrorBanner *>();
        const auto refuse = [&] {
            return window.press(u"Continue"_s) &&
                   QTest::qWaitFor([&] { return error->isVisible(); }, 20'000) && window.settle();
        };
        QVERIFY(!window.way(leave));
        QVERIFY(refuse());
        QVERIFY2(error->copyText().startsWith(u"A hook refused the commit: error: not today\n"_s),
                 qPrintable(error->copyText()));
        QVERIFY(window.press(leave));
        auto *dialog = window.program->window.findChild<ConfirmDialog *>();
        QVERIFY(dialog);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return); // the default
        QTRY_VERIFY(window.program->window.findChildren<ConfirmDialog *>().isEmpty());
        QVERIFY(window.settle());
        QCOMPARE(window.head(), before);
        QVERIFY(refuse()); // they are not left out for good
        QVERIFY(window.press(leave));
        dialog = window.program->window.findChild<ConfirmDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QPushButton *>(u"act"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.banner()->isHidden(), 20'000);
        QVERIFY(window.settle());
        QVERIFY(window.head() != before);
        QCOMPARE(window.repo.git({u"show"_s, u"HEAD:f"_s}), "one\nBOTH\nthree\n"_ba);
        const QByteArray message = window.repo.git({u"log"_s, u"-1"_s, u"--format=%B"_s});
        QVERIFY2(!message.contains('#'), message.constData());
        QCOMPARE(window.repo.git({u"log"_s, u"-1"_s, u"--format=%P"_s}).trimmed().split(' ').size(),
                 kind == "merge" ? 2 : 1);
        QVERIFY(window.repo.exists(".git/behind")); // what checks nothing runs
    }

    void whatFailsByItselfIsNoHooksRefusal()
    {
        Banner window;
        start(window, "merge");
        window.repo.hook("pre-commit", "#!/bin/sh\n");
        window.repo.config(u"commit.gpgSign"_s, u"true"_s).config(u"gpg.program"_s, u"false"_s);
        window.resolve("one\nBOTH\nthree\n");
        QVERIFY(window.open());
        QVERIFY(window.press(u"Continue"_s));
        QTRY_VERIFY_WITH_TIMEOUT(window.banner()->findChild<ErrorBanner *>()->isVisible(), 20'000);
        QVERIFY(window.settle());
        QVERIFY(!window.way(u"Continue without the hooks…"_s));
    }

    void t28_stagedMarkersAreContinuedOnlyWhenThatIsSaid()
    {
        Banner window;
        start(window, "merge");
        const QByteArray marked = window.repo.read("f");
        window.resolve(marked);
        QVERIFY(window.open());
        QVERIFY(window.press(u"Continue"_s));
        QTRY_VERIFY_WITH_TIMEOUT(window.way(u"Continue with the markers"_s), 20'000);
        QVERIFY(window.settle());
        QCOMPARE(window.head(), window.ours);
        QVERIFY(window.press(u"Continue with the markers"_s));
        QTRY_VERIFY_WITH_TIMEOUT(window.banner()->isHidden(), 20'000);
        QVERIFY(window.settle());
        QCOMPARE(window.repo.git({u"show"_s, u"HEAD:f"_s}), marked);
    }

    void whatIsCancelledIsNotToldAsDone()
    {
        Banner window;
        start(window, "merge");
        window.resolve("one\nBOTH\nthree\n");
        QVERIFY(window.open());
        QSignalSpy done(&window.controller(), &OperationController::succeeded);
        window.repo.write(".git/index.lock", ""); // another program has it
        QVERIFY(window.press(u"Continue"_s));
        QTRY_VERIFY(window.controller().isRunning());
        window.controller().cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isRunning(), 20'000);
        QCOMPARE(done.size(), 0);
        QVERIFY(window.banner()->isVisible());
        QVERIFY(window.banner()->findChild<ErrorBanner *>()->isHidden());
        window.repo.remove(".git/index.lock");
        QVERIFY(window.settle());
        QCOMPARE(window.head(), window.ours);
    }

    void conflictsOfAStashAreSaidWithoutAnOperation()
    {
        Banner window;
        window.diverge();
        window.repo.write("f", "one\nstashed\nthree\n");
        window.repo.git({u"stash"_s});
        window.repo.write("f", "one\nelse\nthree\n").commit("else");
        window.run({u"stash"_s, u"pop"_s});
        QVERIFY(window.open());
        QVERIFY2(window.words().contains(u"Files are in conflict"_s), qPrintable(window.words()));
        QCOMPARE(window.ways(), QStringList{u"1 file(s) in conflict"_s});
    }

    void whatIsDamagedCanOnlyBeForgotten()
    {
        Banner window;
        start(window, "rebase");
        window.repo.write(".git/rebase-merge/onto", "not an id\n");
        const QByteArray status = window.status();
        QVERIFY(window.open());
        QVERIFY(window.banner()->isVisible());
        QVERIFY2(window.words().contains(u"onto"_s), qPrintable(window.words()));
        for (const QString &way : window.ways())
            QVERIFY2(way.startsWith(u'(') || way.contains(u"conflict"_s) || way == u"Forget…"_s,
                     qPrintable(way));
        QVERIFY(window.press(u"Forget…"_s));
        QVERIFY2(window.words().contains(u"HEAD stays on no branch"_s), qPrintable(window.words()));
        QVERIFY(window.press(u"Keep"_s));
        QVERIFY(window.repo.exists(".git/rebase-merge/onto"));
        QVERIFY(window.way(u"Forget…"_s)->hasFocus());
        QVERIFY(window.press(u"Forget…"_s) && window.press(u"Forget"_s));
        QVERIFY(window.settle());
        QTRY_COMPARE(window.ways(),
                     QStringList{u"1 file(s) in conflict"_s}); // which are still to be resolved
        QVERIFY(!window.repo.exists(".git/rebase-merge"));
        QCOMPARE(window.status(), status);
    }

    void whatCannotBeAbortedCanBeForgotten()
    {
        Banner window;
        start(window, "rebase");
        window.repo.git({u"reset"_s, u"-q"_s, u"--hard"_s});
        window.repo.remove(".git/rebase-merge/orig-head").remove(".git/rebase-merge/head-name");
        QVERIFY(window.open());
        QVERIFY(!window.way(u"Forget…"_s));
        QVERIFY(window.press(u"Abort rebase…"_s) && window.press(u"Abort rebase"_s));
        QTRY_VERIFY(window.way(u"Forget…"_s));
        QVERIFY(window.settle());
        QVERIFY(window.press(u"Forget…"_s) && window.press(u"Forget"_s));
        QTRY_VERIFY(!window.banner()->isVisible());
        QVERIFY(!window.repo.exists(".git/rebase-merge"));
    }

    void withoutTrustNothingIsDone()
    {
        Banner window;
        start(window, "merge");
        QVERIFY(window.open());
        window.program->view()->repository().setTrust(Git::Trust::Restricted);
        QTRY_VERIFY(!window.program->view()->repository().isTrusted());
        QVERIFY(window.press(u"Abort merge…"_s));
        QVERIFY(!window.words().contains(u"Undo brings"_s)); // asks for trust instead
        QCOMPARE(window.repo.tryGit({u"rev-parse"_s, u"-q"_s, u"--verify"_s, u"MERGE_HEAD"_s}).exitCode, 0);
    }
};

PLUMBLINE_UI_TEST_MAIN(OperationBannerTest)
#include "tst_operationbanner.moc"
