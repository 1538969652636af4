// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/programfixture.h"
#include "tests/unit/git/remote/remotefixture.h"
#include "ui/commandlog/commandlogpage.h"
#include "ui/transfer/askdialog.h"
#include "ui/transfer/overwritedialog.h"
#include "ui/transfer/targetdialog.h"
#include "ui/transfer/transferbanner.h"
#include "ui/transfer/transferdesk.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QClipboard>
#include <QComboBox>
#include <QMenu>
#include <QTreeView>

using namespace Qt::StringLiterals;
using Tests::Program;

namespace {

constexpr auto kShift = Qt::ControlModifier | Qt::ShiftModifier;

/// The program's window on a clone.
struct Desk : RemoteFixture
{
    Desk() { program = std::make_unique<Program>(local.repo); }

    bool open() { return program->go(u"changes"_s) && settle(); }
    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                RepositoryController &repository = program->view()->repository();
                return !repository.isBusy() && !repository.writes().isBusy() && !transfers().isBusy() &&
                       transfers().isSettled() && repository.watcher().isSettled();
            },
            30'000);
    }
    bool look()
    {
        program->view()->repository().note(kEverything);
        program->view()->repository().refresh();
        return settle();
    }
    TransfersController &transfers() { return program->view()->transfers().transfers(); }
    TransferBanner *banner() { return program->view()->transfers().banner(); }
    QToolButton *button(const QString &text)
    {
        for (QToolButton *button : program->view()->transfers().bar()->findChildren<QToolButton *>())
            if (button->text() == text)
                return button;
        return nullptr;
    }
    QStringList ways()
    {
        QStringList texts;
        for (const QPushButton *button : banner()->findChildren<QPushButton *>())
            if (button->isVisible() && button->text() != u"Copy"_s)
                texts += button->text();
        return texts;
    }
    void choose(const QString &way)
    {
        for (QPushButton *button : banner()->findChildren<QPushButton *>()) {
            if (button->text() != way)
                continue;
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
            return;
        }
        qFatal("no such way");
    }
    template<class Dialog> Dialog *dialog()
    {
        Dialog *found = nullptr;
        (void)QTest::qWaitFor(
            [&] {
                for (Dialog *each : program->window.findChildren<Dialog *>())
                    if (each->isVisible())
                        found = each;
                return found != nullptr;
            },
            20'000);
        return found;
    }

    std::unique_ptr<Program> program;
};

/// Empty: it is not there.
QByteArray found(const Tests::RepoBuilder &repo, const QString &revision)
{
    return repo.tryGit({u"rev-parse"_s, u"-q"_s, u"--verify"_s, revision}).output.trimmed();
}

QString wordsOf(const QWidget *widget)
{
    QStringList words;
    for (const PlainLabel *label : widget->findChildren<PlainLabel *>())
        words += label->text();
    for (const QPlainTextEdit *text : widget->findChildren<QPlainTextEdit *>())
        words += text->toPlainText();
    return words.join(u'\n');
}

} // namespace

/// Fetching, pulling and pushing in the window, by keys.
class TransferDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPushAndAPullByKeys()
    {
        Desk desk;
        const QByteArray mine = desk.local.repo.write("mine", "m\n").commit("Mine");
        QVERIFY(desk.open());
        QVERIFY(desk.button(u"Push"_s)->toolTip().contains(u" 1 commit"_s));
        desk.program->press(Qt::Key_K, kShift);
        QTRY_COMPARE_WITH_TIMEOUT(desk.origin.resolve("refs/heads/main"), mine, 20'000);
        QVERIFY(desk.settle());
        desk.origin.git({u"update-ref"_s, u"refs/heads/main"_s, QString::fromLatin1(desk.first)});
        const QByteArray there = desk.commitThere("main", "b\n");
        desk.origin.git({u"update-ref"_s, u"refs/heads/main"_s, QString::fromLatin1(mine)});
        desk.origin.git({u"update-ref"_s, u"refs/heads/topic"_s, QString::fromLatin1(there)});
        desk.program->press(Qt::Key_T, kShift);
        QVERIFY(desk.settle());
        QCOMPARE(desk.local.repo.resolve("refs/remotes/origin/topic"), there);
        desk.local.repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~1"_s});
        QVERIFY(desk.look());
        QVERIFY(desk.button(u"Pull"_s)->toolTip().contains(u" 1 commit"_s));
        desk.program->press(Qt::Key_J, kShift);
        QTRY_COMPARE_WITH_TIMEOUT(desk.local.repo.resolve("HEAD"), mine, 20'000);
        QVERIFY(desk.settle());
        QVERIFY(desk.banner()->isHidden());
    }

    void whatCannotBeDoneSaysWhy()
    {
        Desk desk;
        desk.local.repo.git({u"remote"_s, u"remove"_s, u"origin"_s});
        QVERIFY(desk.open());
        for (const QString &text : {u"Fetch"_s, u"Pull"_s, u"Push"_s}) {
            QVERIFY(!desk.button(text)->isEnabled());
            QVERIFY(desk.button(text)->toolTip().contains(u"no remote"_s));
        }
        QVERIFY(!desk.program->action(u"transfer.push"_s)->isEnabled());
        desk.program->view()->repository().setTrust(Git::Trust::Restricted);
        QTRY_VERIFY(desk.button(u"Fetch"_s)->toolTip().contains(u"not trusted"_s));
    }

    void aRefusedPushOffersBothWaysAndOverwritingNamesTheLoss()
    {
        Desk desk;
        const QByteArray mine = desk.local.repo.write("mine", "m\n").commit("Mine");
        const QByteArray there = desk.commitThere("main", "b\n");
        QVERIFY(desk.open());
        desk.program->press(Qt::Key_K, kShift);
        QTRY_VERIFY_WITH_TIMEOUT(desk.banner()->isVisible(), 20'000);
        QCOMPARE(desk.ways(), (QStringList{u"Pull"_s, u"Overwrite…"_s}));
        QVERIFY(wordsOf(desk.banner()).contains(u"fetch first"_s)); // git's own words
        desk.choose(u"Overwrite…"_s);
        auto *dialog = desk.dialog<OverwriteDialog>();
        QVERIFY(dialog);
        QVERIFY2(wordsOf(dialog).contains(u"There"_s) && wordsOf(dialog).contains(u"origin/main"_s),
                 qPrintable(wordsOf(dialog)));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return); // the default
        QTRY_VERIFY(desk.program->window.findChildren<OverwriteDialog *>().isEmpty());
        QVERIFY(desk.settle());
        QCOMPARE(desk.origin.resolve("refs/heads/main"), there);
        desk.program->view()->transfers().overwrite();
        dialog = desk.dialog<OverwriteDialog>();
        QVERIFY(dialog);
        auto *act = dialog->findChild<QPushButton *>(u"act"_s);
        QVERIFY(act->text().contains(u"Overwrite 1"_s));
        act->setFocus();
        QTest::keyClick(act, Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(desk.origin.resolve("refs/heads/main"), mine, 20'000);
        QVERIFY(desk.settle());
    }

    void sidesThatAreApartAreMergedOrRebasedByChoice()
    {
        Desk desk;
        desk.local.repo.write("mine", "m\n").commit("Mine");
        const QByteArray there = desk.commitThere("main", "b\n");
        QVERIFY(desk.open());
        desk.program->press(Qt::Key_J, kShift);
        QTRY_VERIFY_WITH_TIMEOUT(desk.banner()->isVisible(), 20'000);
        QCOMPARE(desk.ways(), (QStringList{u"Merge"_s, u"Rebase"_s}));
        desk.choose(u"Rebase"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.local.repo.resolve("HEAD~1"), there, 20'000);
        QVERIFY(desk.settle());
        QVERIFY(desk.banner()->isHidden());
    }

    void eachWayToPullIsThereWhateverIsConfigured()
    {
        Desk desk;
        desk.local.repo.config(u"pull.rebase"_s, u"false"_s);
        desk.local.repo.write("mine", "m\n");
        const QByteArray mine = desk.local.repo.commit("Mine");
        const QByteArray there = desk.commitThere("main", "b\n");
        QVERIFY(desk.open());
        desk.program->action(u"transfer.pullForward"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(desk.banner()->isVisible(), 20'000);
        QVERIFY(desk.settle());
        QCOMPARE(desk.local.repo.resolve("HEAD"), mine);
        QMenu *menu = desk.button(u"Pull"_s)->menu();
        QCOMPARE(menu->actions().size(), 3);
        menu->actions().at(1)->trigger(); // at the button
        QTRY_COMPARE_WITH_TIMEOUT(desk.local.repo.resolve("HEAD~1"), there, 20'000);
        QVERIFY(desk.settle());
        desk.local.repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, QString::fromLatin1(mine)});
        desk.local.repo.config(u"pull.rebase"_s, u"true"_s);
        QVERIFY(desk.look());
        desk.program->action(u"transfer.pullMerge"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(found(desk.local.repo, u"HEAD^2"_s), there, 20'000);
        QVERIFY(desk.settle());
        QCOMPARE(desk.local.repo.resolve("HEAD^1"), mine);
    }

    void aHookIsSkippedOnlyWhenItRefusedAndOnceThatIsConfirmed()
    {
        Desk desk;
        const QByteArray mine = desk.local.repo.write("mine", "m\n").commit("Mine");
        desk.local.repo.hook("pre-push", "#!/bin/sh\necho not today >&2; exit 1\n");
        QVERIFY(desk.open());
        desk.program->press(Qt::Key_K, kShift);
        QTRY_VERIFY_WITH_TIMEOUT(desk.banner()->isVisible(), 20'000);
        QCOMPARE(desk.ways(), (QStringList{u"Retry"_s, u"Push without the hook…"_s}));
        QVERIFY2(wordsOf(desk.banner()).contains(u"not today"_s), qPrintable(wordsOf(desk.banner())));
        desk.choose(u"Push without the hook…"_s);
        auto *dialog = desk.dialog<ConfirmDialog>();
        QVERIFY(dialog);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return); // the default
        QTRY_VERIFY(desk.program->window.findChildren<ConfirmDialog *>().isEmpty());
        QVERIFY(desk.settle());
        QCOMPARE(desk.origin.resolve("refs/heads/main"), desk.first);
        desk.program->view()->transfers().start(TransferKind::Push);
        QTRY_VERIFY_WITH_TIMEOUT(desk.banner()->isVisible(), 20'000);
        desk.choose(u"Push without the hook…"_s);
        dialog = desk.dialog<ConfirmDialog>();
        QVERIFY(dialog);
        dialog->findChild<QPushButton *>(u"act"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.origin.resolve("refs/heads/main"), mine, 20'000);
        QVERIFY(desk.settle());
    }

    void tagsGoAlongOnlyWhenAskedFor()
    {
        Desk desk;
        const QByteArray mine = desk.local.repo.write("mine", "m\n").commit("Mine");
        desk.local.repo.git({u"tag"_s, u"-a"_s, u"-m"_s, u"One"_s, u"v1"_s});
        QVERIFY(desk.open());
        desk.program->action(u"transfer.pushTags"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(found(desk.origin, u"refs/tags/v1^{commit}"_s), mine, 20'000);
        QVERIFY(desk.settle());
        QCOMPARE(desk.origin.resolve("refs/heads/main"), mine);
    }

    void whatIsDeletedAtTheRemoteIsNamedBefore()
    {
        Desk desk;
        const QByteArray there = desk.commitThere("topic", "b\n");
        desk.local.repo.git({u"fetch"_s, u"-q"_s, u"origin"_s});
        QVERIFY(desk.open());
        TransferDesk &transfers = desk.program->view()->transfers();
        transfers.removeThere("origin", "refs/heads/topic", Desk::id(there), 1);
        auto *dialog = desk.dialog<ConfirmDialog>();
        QVERIFY(dialog);
        const QString words = wordsOf(dialog);
        QVERIFY2(words.contains(u"topic"_s) && words.contains(u"at origin"_s) &&
                     words.contains(u"1 commit"_s) && words.contains(QString::fromLatin1(there.first(8))),
                 qPrintable(words));
        QCOMPARE(dialog->findChild<QPushButton *>(u"act"_s)->text(), u"Delete topic at origin"_s);
        dialog->findChild<QPushButton *>(u"act"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(found(desk.origin, u"refs/heads/topic"_s).isEmpty(), 20'000);
        QVERIFY(desk.settle());
        QVERIFY(found(desk.local.repo, u"refs/remotes/origin/topic"_s).isEmpty());
    }

    void aBranchThatFollowsNothingIsAskedWhereTo()
    {
        Desk desk;
        desk.local.repo.branch("topic").checkout("topic");
        QVERIFY(desk.open());
        desk.program->press(Qt::Key_K, kShift);
        auto *dialog = desk.dialog<TargetDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->target(), (TransferTarget{"origin", "refs/heads/topic"}));
        auto *act = dialog->findChild<QPushButton *>(u"act"_s);
        auto *branch = dialog->findChildren<QComboBox *>().last();
        branch->setEditText(u"a..b"_s);
        QVERIFY(!act->isEnabled());
        branch->setEditText(u"topic/new"_s);
        QVERIFY(act->isEnabled());
        QTest::keyClick(branch->lineEdit(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(
            desk.origin.tryGit({u"rev-parse"_s, u"--verify"_s, u"refs/heads/topic/new"_s}).exitCode == 0,
            20'000);
        QVERIFY(desk.look());
        QCOMPARE(desk.transfers().target(TransferKind::Pull),
                 (TransferTarget{"origin", "refs/heads/topic/new"}));
    }

    void anUnknownHostIsAcceptedByItsFingerprintOnly()
    {
        QWidget window;
        const QByteArray print = "SHA256:" + QByteArray(43, 'A');
        Question question{.number = 1,
                          .prompt = {.kind = Git::AskKind::HostKey,
                                     .host = "evil.example",
                                     .isOtherHost = true,
                                     .fingerprint = print,
                                     .words = "<b>trust me</b>"},
                          .address = u"git@work:x"_s,
                          .host = u"git.example.org"_s};
        AskDialog dialog(question, u"Fetching from origin"_s, &window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(wordsOf(&dialog).contains(u"git.example.org"_s));
        QVERIFY(wordsOf(&dialog).contains(QString::fromLatin1(print)));
        QVERIFY(!wordsOf(&dialog).contains(u"trust me"_s));
        auto *act = dialog.findChild<QPushButton *>(u"act"_s);
        QVERIFY(!act->isDefault());
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        act->setFocus(Qt::TabFocusReason);
        QTest::keyClick(act, Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.takeAnswer(), print);
    }

    void aCommandIsCopiedFromTheLogByKeys()
    {
        RemoteFixture fixture;
        Tests::ShellServices services;
        LoggedRunner logged(services.runner);
        WorkspaceServices made = services.workspace();
        made.runner = made.runLog = &logged;
        made.readTrust = [](const Git::RepoLocation &) { return Git::Trust::Trusted; };
        RepositoryController repository(made, fixture.local.repo.path());
        repository.refresh();
        QTRY_COMPARE(repository.state(), PageState::Ready);
        const auto run = QtConcurrent::run([git = repository.program()] {
            return git.run({.arguments = {u"rev-parse"_s, u"no such"_s}}, {}).has_value();
        });
        QTRY_VERIFY(run.isFinished());
        RepositoryContext context(repository);
        CommandLogPage page(context);
        page.resize(1000, 600);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.setFocus();
        auto *list = page.findChild<QTreeView *>();
        QTRY_VERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Up);
        auto *said = page.findChild<QPlainTextEdit *>();
        QTRY_VERIFY2(said->isVisible() && said->toPlainText().contains(u"fatal"_s),
                     qPrintable(said->toPlainText()));
        QTest::keyClick(list, Qt::Key_C, kShift);
        QVERIFY2(QApplication::clipboard()->text().endsWith(u"rev-parse 'no such'"_s),
                 qPrintable(QApplication::clipboard()->text()));
    }

    void aPasswordIsHiddenAndForgotten()
    {
        QWidget window;
        const Question question{.number = 1,
                                .prompt = {.kind = Git::AskKind::Password, .host = "h", .user = "ada"},
                                .address = u"https://h/x"_s,
                                .host = u"h"_s};
        AskDialog dialog(question, u"Fetching from origin"_s, &window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto *edit = dialog.findChild<QLineEdit *>();
        auto *act = dialog.findChild<QPushButton *>(u"act"_s);
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        QVERIFY(!act->isEnabled());
        QTest::keyClicks(edit, u"s3cret"_s);
        QVERIFY(act->isEnabled());
        QCOMPARE(dialog.takeAnswer(), "s3cret"_ba);
        QVERIFY(edit->text().isEmpty());
    }
};

PLUMBLINE_UI_TEST_MAIN(TransferDeskTest)
#include "tst_transferdesk.moc"
