// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/programfixture.h"
#include "tests/unit/git/sequence/operationfixture.h"
#include "ui/operation/operationbanner.h"
#include "ui/rebase/rebasepage.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QListView>

using namespace Qt::StringLiterals;
using Tests::Program;
using Action = RebaseItems::Action;

namespace {

/// The program's window at a plan for four commits, each of a file of its own.
struct Plan : OperationFixture
{
    Plan()
    {
        for (const char *name : {"a", "b", "c", "d"})
            commits += repo.write(name, QByteArray(name) + "\n").commit(QByteArray("add ") + name);
    }
    bool open(const QVariant &argument)
    {
        program = std::make_unique<Program>(repo);
        if (!program->go(u"history"_s) || !settle())
            return false;
        program->view()->showPage(u"rebase"_s, argument);
        return QTest::qWaitFor([this] { return page() && !controller().isBusy(); }, 20'000) && settle();
    }
    RebasePage *page() { return program->view()->findChild<RebasePage *>(); }
    RebaseController &controller() { return page()->rebase(); }
    QListView *list() { return page()->findChild<QListView *>(); }
    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                RepositoryController &repository = program->view()->repository();
                return repository.watcher().isSettled() && !repository.isBusy() &&
                       !repository.writes().isBusy() &&
                       !program->view()->operationBanner()->operation().isBusy();
            },
            30'000);
    }
    void choose(int row)
    {
        list()->setFocus();
        // Not setCurrentIndex(), which looks at the keys that are held.
        list()->selectionModel()->setCurrentIndex(controller().items().index(row),
                                                  QItemSelectionModel::ClearAndSelect);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        program->press(key, modifiers);
    }
    QPlainTextEdit *messageBox()
    {
        for (QPlainTextEdit *box : page()->findChildren<QPlainTextEdit *>())
            if (box->accessibleName() == u"Message of the commit"_s)
                return box;
        return nullptr;
    }
    bool startAndWait()
    {
        key(Qt::Key_Return, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return !page(); }, 30'000) && settle();
    }
    QByteArrayList subjects(const QByteArray &of = "HEAD")
    {
        QByteArrayList lines =
            repo.git({u"log"_s, u"--format=%s"_s, u"--reverse"_s, QString::fromLatin1(base + ".." + of)})
                .split('\n');
        lines.removeAll(QByteArray());
        return lines;
    }
    QString words()
    {
        QStringList words;
        for (const PlainLabel *label : page()->findChildren<PlainLabel *>())
            if (label->isVisible())
                words += label->text();
        return words.join(u'\n');
    }

    QList<QByteArray> commits;
    std::unique_ptr<Program> program;
};

} // namespace

/// A rebase is planned as a list, by keys, and carried out as it was planned.
class RebasePageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreReorderedAndMarkedByKeys()
    {
        Plan plan;
        QVERIFY(plan.open(RebasePage::behind(Plan::id(plan.base))));
        QCOMPARE(plan.controller().items().rowCount(), 4);
        QVERIFY(!plan.controller().problem().isEmpty()); // nothing is changed
        plan.choose(0);
        plan.key(Qt::Key_Down, Qt::AltModifier); // b a c d
        plan.choose(2);
        plan.key(Qt::Key_F); // c joins a
        plan.choose(3);
        plan.key(Qt::Key_D);
        QVERIFY2(plan.words().contains(u"1 dropped, 1 joined"_s), qPrintable(plan.words()));
        QVERIFY(plan.startAndWait());
        QCOMPARE(plan.subjects(), (QByteArrayList{"add b", "add a"}));
        QVERIFY(plan.repo.exists("c"));
        QVERIFY(!plan.repo.exists("d"));
        QVERIFY(plan.program->view()->operationBanner()->isHidden());
    }

    void aMessageIsRewordedByteForByte()
    {
        Plan plan;
        QVERIFY(plan.open(RebasePage::behind(Plan::id(plan.base))));
        plan.choose(1);
        plan.key(Qt::Key_R);
        auto *message = plan.messageBox();
        QTRY_VERIFY(message->isVisible() && message->hasFocus());
        QVERIFY(message->toPlainText().startsWith(u"add b"_s));
        message->selectAll();
        QTest::keyClicks(message, u"prs dfe"_s); // letters are letters here
        QTest::keyClick(message, Qt::Key_Return);
        QTest::keyClicks(message, u"# no comment"_s);
        QVERIFY(plan.startAndWait());
        QCOMPARE(plan.subjects(), (QByteArrayList{"add a", "prs dfe # no comment", "add c", "add d"}));
        QCOMPARE(plan.message("HEAD~2"), "prs dfe\n# no comment"_ba);
    }

    void squashedMessagesAreBoth()
    {
        Plan plan;
        QVERIFY(plan.open(RebasePage::behind(Plan::id(plan.base))));
        plan.choose(3);
        plan.key(Qt::Key_S);
        QVERIFY(plan.startAndWait());
        QCOMPARE(plan.subjects(), (QByteArrayList{"add a", "add b", "add c"}));
        QVERIFY(plan.message().contains("add c") && plan.message().contains("add d"));
    }

    void t30_theHookIsLeftOutOnlyWhenItRefusedAndOnceThatIsConfirmed_data()
    {
        QTest::addColumn<bool>("isOnto");
        QTest::newRow("steps") << false;
        QTest::newRow("onto") << true;
    }

    void t30_theHookIsLeftOutOnlyWhenItRefusedAndOnceThatIsConfirmed()
    {
        QFETCH(bool, isOnto);
        Plan window;
        window.repo.hook("pre-rebase", "#!/bin/sh\necho not today; exit 1\n");
        const QByteArray before = window.repo.resolve("HEAD");
        const QByteArray other = window.repo
                                     .git({u"commit-tree"_s, u"-p"_s, QString::fromUtf8(window.base), u"-m"_s,
                                           u"other"_s, QString::fromUtf8(window.base + "^{tree}")})
                                     .trimmed();
        const auto id = [](const QByteArray &hex) { return *Git::ObjectId::fromHex(hex); };
        QVERIFY(window.open(isOnto ? RebasePage::onto(id(other)) : RebasePage::behind(id(window.base))));
        if (!isOnto) {
            window.choose(3);
            window.key(Qt::Key_Up, Qt::AltModifier);
        }
        const auto button = [&] {
            for (QPushButton *each : window.page()->findChildren<QPushButton *>())
                if (each->text() == u"Rebase without the hook…"_s && each->isVisible())
                    return each;
            return static_cast<QPushButton *>(nullptr);
        };
        QVERIFY(!button());
        window.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(button(), 20'000);
        QVERIFY(window.settle());
        const ErrorBanner *error = nullptr;
        for (const ErrorBanner *each : window.page()->findChildren<ErrorBanner *>())
            error = each->isVisible() ? each : error;
        QVERIFY(error);
        QVERIFY2(error->copyText().contains(u"not today"_s), qPrintable(error->copyText()));
        QCOMPARE(window.repo.resolve("HEAD"), before);
        button()->click();
        auto *dialog = window.program->window.findChild<ConfirmDialog *>();
        QVERIFY(dialog);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return); // the default
        QTRY_VERIFY(window.program->window.findChildren<ConfirmDialog *>().isEmpty());
        QVERIFY(window.settle());
        QCOMPARE(window.repo.resolve("HEAD"), before);
        button()->click();
        dialog = window.program->window.findChild<ConfirmDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QPushButton *>(u"act"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!window.page(), 30'000);
        QVERIFY(window.settle());
        QVERIFY(window.repo.resolve("HEAD") != before);
    }

    void editStopsAndTheBannerGoesOn()
    {
        Plan plan;
        QVERIFY(plan.open(RebasePage::behind(Plan::id(plan.base))));
        plan.choose(1);
        plan.key(Qt::Key_E);
        QVERIFY(plan.startAndWait());
        OperationBanner *banner = plan.program->view()->operationBanner();
        QTRY_VERIFY(banner->isVisible());
        QTRY_COMPARE(banner->operation().operation().step, 2);
        QCOMPARE(banner->operation().operation().steps, 4);
        QTRY_VERIFY2(banner->operation().continueProblem().isEmpty(),
                     qPrintable(banner->operation().continueProblem()));
        QSignalSpy failures(&banner->operation(), &OperationController::failed);
        banner->goOn();
        QVERIFY2(banner->operation().isRunning(), "it did not go on");
        QTRY_VERIFY2_WITH_TIMEOUT(banner->isHidden() || !failures.isEmpty(),
                                  qPrintable(failures.value(0).value(0).value<Error>().detail), 20'000);
        QVERIFY2(failures.isEmpty(), qPrintable(failures.value(0).value(0).value<Error>().message));
        QVERIFY(plan.settle());
        QCOMPARE(plan.head(), plan.commits.last()); // nothing was changed after all
    }

    void conflictsEndInTheBanner()
    {
        Plan plan;
        plan.repo.write("f", "x\n").commit("x");
        plan.repo.write("f", "y\n").commit("y");
        QVERIFY(plan.open(RebasePage::behind(Plan::id(plan.commits.last()))));
        plan.choose(0);
        plan.key(Qt::Key_D);
        QVERIFY(plan.startAndWait());
        OperationBanner *banner = plan.program->view()->operationBanner();
        QTRY_VERIFY2(banner->isVisible(), plan.repo.git({u"status"_s}).constData());
        QTRY_COMPARE(banner->operation().conflictCount(), std::optional<qsizetype>(1));
    }

    void whatCannotBeIsSaidBefore()
    {
        Plan plan;
        QVERIFY(plan.open(RebasePage::behind(Plan::id(plan.base))));
        plan.choose(0);
        plan.key(Qt::Key_S);
        QVERIFY2(plan.controller().problem().contains(u"before it"_s),
                 qPrintable(plan.controller().problem()));
        QVERIFY(!plan.page()->findChild<QAction *>(u"rebase.start"_s)->isEnabled());
        plan.key(Qt::Key_P);
        plan.key(Qt::Key_R);
        plan.messageBox()->setPlainText(u"  \n"_s);
        QVERIFY(!plan.page()->findChild<QAction *>(u"rebase.start"_s)->isEnabled());
    }

    void aBranchThatMovesIsNotedAndNothingIsDone()
    {
        Plan plan;
        QVERIFY(plan.open(RebasePage::behind(Plan::id(plan.base))));
        plan.choose(3);
        plan.key(Qt::Key_D);
        const QByteArray moved = plan.repo.write("e", "e\n").commit("add e");
        QTRY_VERIFY_WITH_TIMEOUT(plan.words().contains(u"The branch has moved"_s), 20'000);
        plan.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(plan.settle());
        QCOMPARE(plan.head(), moved);
        QCOMPARE(plan.controller().items().rows()[3].step.action, Action::Drop); // kept until one starts over
        plan.controller().startOver();
        QTRY_COMPARE(plan.controller().items().rowCount(), 5);
    }

    void publishedCommitsAreWarnedOf()
    {
        Plan plan;
        plan.repo.git({u"update-ref"_s, u"refs/remotes/origin/main"_s, QString::fromLatin1(plan.commits[1])});
        QVERIFY(plan.open(RebasePage::behind(Plan::id(plan.base))));
        QVERIFY2(plan.words().contains(u"2 of these commit(s) are published"_s), qPrintable(plan.words()));
        RebaseItems &items = plan.controller().items();
        QVERIFY(items.index(1).data(RebaseItems::IsPublishedRole).toBool());
        QVERIFY(!items.index(2).data(RebaseItems::IsPublishedRole).toBool());
    }

    void theBranchGoesOntoAnotherCommit()
    {
        Plan plan;
        plan.repo.git({u"branch"_s, u"other"_s, QString::fromLatin1(plan.base)});
        plan.repo.checkout("other");
        const QByteArray other = plan.repo.write("o", "o\n").commit("other");
        plan.repo.checkout("main");
        QVERIFY(plan.open(RebasePage::onto(Plan::id(other))));
        QVERIFY2(plan.words().contains(u"of main onto other"_s), qPrintable(plan.words()));
        QCOMPARE(plan.controller().items().rowCount(), 4);
        plan.choose(0);
        plan.key(Qt::Key_D); // the steps are not to be changed here
        QCOMPARE(plan.controller().items().rows()[0].step.action, Action::Pick);
        QVERIFY(plan.startAndWait());
        QCOMPARE(plan.repo.resolve("HEAD~4"), other);
        QCOMPARE(plan.branch(), "refs/heads/main"_ba);
    }

    void theHistoryPageLeadsHere()
    {
        Plan plan;
        plan.program = std::make_unique<Program>(plan.repo);
        QVERIFY(plan.program->go(u"history"_s));
        auto *from = plan.program->view()->findChild<QAction *>(u"history.rebaseFrom"_s);
        QTRY_VERIFY(from->isEnabled()); // the newest commit is chosen
        from->trigger();
        QTRY_COMPARE(plan.program->view()->currentPageId(), u"rebase"_s);
        QTRY_COMPARE(plan.controller().items().rowCount(), 1);
        QVERIFY(!plan.controller().isOnto());
        QVERIFY(plan.program->go(u"history"_s));
        plan.program->view()->findChild<QAction *>(u"history.rebaseOnto"_s)->trigger();
        QTRY_COMPARE(plan.controller().state(), PageState::Empty); // it is on itself already
        QVERIFY(plan.controller().isOnto());
    }

    void withTrustThePlanIsRead()
    {
        Plan plan;
        plan.program = std::make_unique<Program>(plan.repo);
        QVERIFY(plan.program->go(u"history"_s));
        RepositoryController &repository = plan.program->view()->repository();
        repository.setTrust(Git::Trust::Restricted);
        QTRY_VERIFY(!repository.isTrusted());
        plan.program->view()->showPage(u"rebase"_s, RebasePage::behind(Plan::id(plan.base)));
        QTRY_COMPARE(plan.controller().state(), PageState::Failed);
        repository.setTrust(Git::Trust::Trusted);
        QTRY_COMPARE_WITH_TIMEOUT(plan.controller().items().rowCount(), 4, 20'000);
    }

    void aMergeBetweenIsSaid()
    {
        Plan plan;
        plan.repo.git({u"branch"_s, u"side"_s, QString::fromLatin1(plan.base)});
        plan.repo.checkout("side");
        plan.repo.write("s", "s\n").commit("side");
        plan.repo.checkout("main");
        plan.repo.git({u"merge"_s, u"-q"_s, u"--no-edit"_s, u"side"_s});
        QVERIFY(plan.open(RebasePage::behind(Plan::id(plan.base))));
        QTRY_COMPARE(plan.controller().state(), PageState::Failed);
        QVERIFY2(plan.controller().error().message.contains(u"merge"_s),
                 qPrintable(plan.controller().error().message));
    }
};

PLUMBLINE_UI_TEST_MAIN(RebasePageTest)
#include "tst_rebasepage.moc"
