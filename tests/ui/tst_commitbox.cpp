// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/changes/changespage.h"
#include "ui/changes/messageeditor.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QCheckBox>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

struct Opened : Tests::OpenPage<ChangesPage>
{
    using OpenPage::OpenPage;

    MessageEditor *editor() { return page().findChild<MessageEditor *>(); }
    void type(const QString &text)
    {
        editor()->setFocus();
        QTest::keyClicks(editor(), text);
    }
    ErrorBanner *shownFailure()
    {
        for (ErrorBanner *banner : page().findChildren<ErrorBanner *>())
            if (banner->isVisible())
                return banner;
        return nullptr;
    }
    bool isFailureShown() { return shownFailure(); }
};

QByteArray overlay(const QByteArray &tag)
{
    return "resources: [../../base]\nimages:\n- name: shop/api\n  newTag: '" + tag + "'\n";
}

} // namespace

class CommitBoxTest final : public QObject
{
    Q_OBJECT

    static void start(RepoBuilder &repo)
    {
        repo.config(u"user.name"_s, u"Ada Example"_s).config(u"user.email"_s, u"ada@example.org"_s);
        repo.write("envs/prod/kustomization.yaml", overlay("1.0.0")).commit("feat: start");
        repo.write("envs/prod/kustomization.yaml", overlay("1.1.0")).stage();
        repo.write("other.txt", "not staged\n");
    }
    static QPushButton *commitButton(Opened &open)
    {
        for (QPushButton *button : open->findChildren<QPushButton *>())
            if (button->text().startsWith("Commit"_L1))
                return button;
        return nullptr;
    }
    static QByteArray head(const RepoBuilder &repo) { return repo.resolve("HEAD"); }
    static QByteArray message(const RepoBuilder &repo)
    {
        return repo.git({u"log"_s, u"-1"_s, u"--format=%B"_s}).trimmed();
    }

private Q_SLOTS:
    void theDraftIsTakenAsOneStepOfUndo()
    {
        RepoBuilder repo;
        start(repo);
        Opened open(repo);
        PAGE_TRY(!open->changes().draft().subject.isEmpty());
        QVERIFY2(open->changes().draft().message().contains(u"1.1.0"_s),
                 qPrintable(open->changes().draft().message()));
        open.type(u"mine"_s);
        open.press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(open.editor()->message(), open->changes().draft().message());
        open.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(open.editor()->message(), u"mine"_s);
        open.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(open.editor()->message(), open->changes().draft().message());
    }

    void aCommitHasExactlyWhatIsStagedAndTheMessage()
    {
        RepoBuilder repo;
        start(repo);
        const QByteArray before = head(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        QSignalSpy said(&open.context, &RepositoryContext::messageShown);
        open.type(u"fix(api): use 1.1.0"_s);
        PAGE_TRY(open.command(u"changes.commit"_s)->isEnabled());
        open.press(Qt::Key_Return, Qt::ControlModifier);
        PAGE_TRY(head(repo) != before);
        QCOMPARE(message(repo), "fix(api): use 1.1.0"_ba);
        QCOMPARE(repo.git({u"show"_s, u"--format="_s, u"--name-only"_s}),
                 "envs/prod/kustomization.yaml\n"_ba);
        QVERIFY(repo.git({u"show"_s, u"--format="_s, u"-U0"_s})
                    .endsWith("-  newTag: '1.0.0'\n+  newTag: '1.1.0'\n"));
        PAGE_TRY_EQUAL(open.editor()->message(), QString());
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 0);
        QCOMPARE(said.count(), 1);
        PAGE_TRY(!open.command(u"changes.commit"_s)->isEnabled());
    }

    void aHookThatSaysNoLeavesMessageIndexAndHead()
    {
        RepoBuilder repo;
        start(repo);
        repo.hook("pre-commit", "#!/bin/sh\necho 'line 7 is wrong'\nexit 1\n");
        const QByteArray before = head(repo), index = repo.git({u"diff"_s, u"--cached"_s});
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        open.type(u"fix: refused"_s);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        PAGE_TRY(open.isFailureShown());
        auto *output = open.named<QPlainTextEdit>(u"Output of hooks"_s);
        PAGE_TRY(output->toPlainText().contains(u"line 7 is wrong"_s));
        QVERIFY(output->isVisible());
        QCOMPARE(open.editor()->message(), u"fix: refused"_s);
        QVERIFY(!open.editor()->isReadOnly());
        QCOMPARE(head(repo), before);
        QCOMPARE(repo.git({u"diff"_s, u"--cached"_s}), index);

        repo.hook("pre-commit", "#!/bin/sh\nexit 0\n");
        open.press(Qt::Key_Return, Qt::ControlModifier);
        PAGE_TRY(head(repo) != before);
        QCOMPARE(message(repo), "fix: refused"_ba);
        PAGE_TRY(!open.isFailureShown());
    }

    void whatAHookPrintedIsShownOnceAndWithoutItsColours()
    {
        RepoBuilder repo;
        start(repo);
        repo.hook("pre-commit", "#!/bin/sh\nprintf '\\033[31mline 7\\033[0m is wro'\nprintf 'ng\\033[' >&2\n"
                                "printf '1mbold\\007\\n' >&2\nexit 1\n");
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        open.type(u"fix: refused"_s);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        PAGE_TRY(open.isFailureShown());
        const QString output = open.named<QPlainTextEdit>(u"Output of hooks"_s)->toPlainText();
        QVERIFY2(output.contains(u"line 7 is wro"_s), qPrintable(output));
        QVERIFY2(output.contains(u"bold<U+0007>"_s), qPrintable(output));
        QVERIFY2(!output.contains(u"001B"_s) && !output.contains(u"[31m"_s), qPrintable(output));
        QVERIFY2(open.shownFailure()->copyText().contains(u"refused the commit"_s),
                 qPrintable(open.shownFailure()->copyText()));
        QVERIFY(!open.shownFailure()->copyText().contains(u"line 7"_s));
        for (const QToolButton *button : open.shownFailure()->findChildren<QToolButton *>())
            QVERIFY(!button->isVisible() || button->text() != "Details"_L1);
    }

    void escapeCancelsARunningCommitAndDoesNothingElse()
    {
        RepoBuilder repo;
        start(repo);
        repo.hook("pre-commit", "#!/bin/sh\necho begun\nsleep 60\n");
        const QByteArray before = head(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        open.type(u"fix: never"_s);
        open.press(Qt::Key_Escape);
        QCOMPARE(open.editor()->message(), u"fix: never"_s);
        for (const bool fromEditor : {true, false}) {
            if (fromEditor) {
                open.press(Qt::Key_Return, Qt::ControlModifier);
            } else {
                commitButton(open)->setFocus();
                open.press(Qt::Key_Space);
            }
            auto *output = open.named<QPlainTextEdit>(u"Output of hooks"_s);
            PAGE_TRY(output->toPlainText().contains(u"begun"_s));
            QVERIFY(open->changes().isCommitting());
            QVERIFY(open->focusWidget() && open->focusWidget()->isVisible());
            open.press(Qt::Key_Escape);
            PAGE_TRY(!open->changes().isCommitting());
            QCOMPARE(open.editor()->message(), u"fix: never"_s);
            PAGE_TRY(open.editor()->hasFocus());
            QVERIFY(open.settle());
        }
        QCOMPARE(head(repo), before);
    }

    void aRunningCommitCanBeCancelled()
    {
        RepoBuilder repo;
        start(repo);
        repo.hook("pre-commit", "#!/bin/sh\necho begun\nsleep 60\n");
        const QByteArray before = head(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        open.type(u"fix: never"_s);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        auto *output = open.named<QPlainTextEdit>(u"Output of hooks"_s);
        PAGE_TRY(output->toPlainText().contains(u"begun"_s));
        QVERIFY(open->changes().isCommitting());
        open->changes().cancelCommit();
        PAGE_TRY(!open->changes().isCommitting());
        QCOMPARE(head(repo), before);
        QCOMPARE(open.editor()->message(), u"fix: never"_s);
    }

    void theWindowMayCloseWhileACommitRuns()
    {
        RepoBuilder repo;
        start(repo);
        repo.hook("pre-commit", "#!/bin/sh\necho begun\nsleep 1\n");
        {
            Opened open(repo);
            PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
            QVERIFY(open.settle());
            open.type(u"fix: closing"_s);
            open.press(Qt::Key_Return, Qt::ControlModifier);
            auto *output = open.named<QPlainTextEdit>(u"Output of hooks"_s);
            PAGE_TRY(output->toPlainText().contains(u"begun"_s));
        }
        // Whether it was made or not, nothing is left half done.
        const bool isMade = message(repo) == "fix: closing";
        QCOMPARE(repo.git({u"diff"_s, u"--cached"_s}).isEmpty(), isMade);
        QVERIFY(!QFile::exists(repo.gitDir() + u"/index.lock"_s));
    }

    void amendingLoadsTheLastMessageAndGivesTheTypedOneBack()
    {
        RepoBuilder repo;
        start(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        open.type(u"typed"_s);
        open.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        PAGE_TRY_EQUAL(open.editor()->message(), u"feat: start"_s);
        open.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(open.editor()->message(), u"typed"_s);
    }

    void amendingReplacesTheLastCommit()
    {
        RepoBuilder repo;
        start(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        open.type(u"for later"_s);
        auto *box = open->findChild<QCheckBox *>();
        box->setFocus();
        open.press(Qt::Key_Space);
        PAGE_TRY_EQUAL(open.editor()->message(), u"feat: start"_s);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        PAGE_TRY(repo.git({u"show"_s, u"HEAD:envs/prod/kustomization.yaml"_s}) == overlay("1.1.0"));
        QCOMPARE(repo.git({u"rev-list"_s, u"--count"_s, u"HEAD"_s}), "1\n"_ba);
        PAGE_TRY_EQUAL(open.editor()->message(), u"for later"_s);
        QVERIFY(!box->isChecked());
        QVERIFY(!open.command(u"changes.amend"_s)->isChecked());
    }

    void anEmptyMessageLeavesUndoToTheWindow()
    {
        RepoBuilder repo;
        start(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        const auto takesUndo = [&] {
            QKeyEvent key(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
            key.ignore();
            QCoreApplication::sendEvent(open.editor(), &key);
            return key.isAccepted();
        };
        QVERIFY(!takesUndo());
        open.type(u"feat: x"_s);
        QVERIFY(takesUndo());
        open.press(Qt::Key_Return, Qt::ControlModifier);
        PAGE_TRY_EQUAL(open.editor()->message(), QString());
        QVERIFY(open.settle());
        QVERIFY(!takesUndo());
        open.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        PAGE_TRY_EQUAL(open.editor()->message(), u"feat: x"_s);
        QVERIFY(open.settle());
        open.press(Qt::Key_Return, Qt::ControlModifier);
        PAGE_TRY_EQUAL(open.editor()->message(), QString());
        QVERIFY(open.settle());
        QVERIFY(!takesUndo());
    }

    void withoutTrustACommitAsksForIt()
    {
        RepoBuilder repo;
        start(repo);
        const QByteArray before = head(repo);
        Opened open(repo, Git::Trust::Restricted);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QSignalSpy asked(&open.context, &RepositoryContext::trustRequested);
        open.type(u"fix: no"_s);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.count(), 1);
        QVERIFY(!open->changes().isCommitting());
        QCOMPARE(head(repo), before);
        QCOMPARE(open.editor()->message(), u"fix: no"_s);
    }

    void theFirstCommitIsMade()
    {
        RepoBuilder repo;
        repo.config(u"user.name"_s, u"Ada Example"_s).config(u"user.email"_s, u"ada@example.org"_s);
        repo.write("a.txt", "a\n").stage();
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        open.type(u"feat: begin"_s);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        PAGE_TRY(repo.tryGit({u"rev-parse"_s, u"--verify"_s, u"HEAD"_s}).exitCode == 0);
        QCOMPARE(message(repo), "feat: begin"_ba);
    }

    void theMessageSurvivesTheWindow()
    {
        RepoBuilder repo;
        start(repo);
        QJsonObject state;
        {
            Opened open(repo);
            QSignalSpy wanted(&open.page(), &Page::stateSaveWanted);
            open.type(u"half a mess"_s);
            QVERIFY(wanted.count() > 0);
            state = open->saveState();
        }
        Opened open(repo);
        open->restoreState(state);
        QCOMPARE(open.editor()->message(), u"half a mess"_s);
    }

    void whatIsStoredIsWhatIsChecked()
    {
        RepoBuilder repo;
        start(repo);
        Opened open(repo);
        QVERIFY(open.settle());
        QCOMPARE(open->changes().validate(u"#42 fix the login"_s).first().rule, u"header-shape"_s);
        const QString scissors = u"fix: a\n\n# ------------------------ >8 ------------------------\n"_s;
        QCOMPARE(open->changes().validate(scissors + u"long "_s.repeated(40)).first().rule,
                 u"body-max-line-length"_s);
    }

    void theRulesOfTheRepositoryHold()
    {
        RepoBuilder repo;
        start(repo);
        repo.write(".commitlintrc", "rules: {type-enum: [2, always, [ops]]}\n");
        Opened open(repo);
        QVERIFY(open.settle());
        QCOMPARE(open->changes().validate(u"ops: x"_s).size(), 0);
        QCOMPARE(open->changes().validate(u"feat: x"_s).first().rule, u"type-enum"_s);
        open.type(u"feat: x"_s);
        QVERIFY(open.labels<PlainLabel>().contains(u"“feat” is not one of ops."_s));
        repo.remove(".commitlintrc").write("commitlint.config.js", "throw 1");
        open.repository.refresh();
        open->changes().refresh();
        PAGE_TRY(open.labels<PlainLabel>().contains(u"commitlint.config.js"_s)); // not known is not fine
        QVERIFY(!open.labels<PlainLabel>().contains(u"fits the rules"_s));
    }

    void eachBranchHasItsMessageOnThePage()
    {
        RepoBuilder repo;
        start(repo);
        repo.branch("topic").git({u"commit"_s, u"-q"_s, u"-m"_s, u"second"_s});
        Tests::ShellServices services;
        WorkspaceServices kept = services.workspace();
        kept.cacheFolder = QFile::encodeName(repo.folder());
        kept.readTrust = [](const Git::RepoLocation &) { return Git::Trust::Trusted; };
        RepositoryController repository(kept, repo.path());
        RepositoryContext context(repository);
        repository.refresh();
        PAGE_TRY(repository.state() == PageState::Ready);
        ChangesPage page(context);
        page.restoreState({{u"message"_s, u"from the window's state"_s}}); // as it was kept before
        auto *editor = page.findChild<MessageEditor *>();
        QCOMPARE(editor->message(), u"from the window's state"_s);
        PAGE_TRY_EQUAL(page.changes().messages().history().size(), 0);
        repo.git({u"checkout"_s, u"-q"_s, u"topic"_s});
        repository.refresh();
        PAGE_TRY_EQUAL(editor->message(), QString());
        editor->setPlainText(u"for topic"_s);
        repo.git({u"checkout"_s, u"-q"_s, u"main"_s});
        repository.refresh();
        PAGE_TRY_EQUAL(editor->message(), u"from the window's state"_s);
        QVERIFY(page.saveState().isEmpty() || !page.saveState().contains(u"message"_s));
    }

    void anAmendedMessageAndTheOneBeforeSurviveTheWindow()
    {
        RepoBuilder repo;
        start(repo);
        QJsonObject state;
        {
            Opened open(repo);
            PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
            open.type(u"typed"_s);
            open.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
            PAGE_TRY_EQUAL(open.editor()->message(), u"feat: start"_s);
            open.type(u" again"_s);
            state = open->saveState();
        }
        {
            Opened open(repo);
            open->restoreState(state);
            QVERIFY(open.command(u"changes.amend"_s)->isChecked());
            QVERIFY(open->findChild<QCheckBox *>()->isChecked());
            QVERIFY(open.settle());
            QCOMPARE(open.editor()->message(), u"feat: start again"_s);
            state = open->saveState(); // once more, untouched
        }
        Opened open(repo);
        open->restoreState(state);
        QVERIFY(open.settle());
        QCOMPARE(open.editor()->message(), u"feat: start again"_s);
        open.command(u"changes.amend"_s)->trigger();
        QCOMPARE(open.editor()->message(), u"typed"_s);
    }

    // The message of one commit must not end on another.
    void amendingIsNotTakenUpAgainForAnotherCommit()
    {
        RepoBuilder repo;
        start(repo);
        QJsonObject state;
        {
            Opened open(repo);
            PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
            open.type(u"typed"_s);
            open.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
            PAGE_TRY_EQUAL(open.editor()->message(), u"feat: start"_s);
            state = open->saveState();
        }
        repo.commit("feat: more");
        Opened open(repo);
        open->restoreState(state);
        QVERIFY(!open.command(u"changes.amend"_s)->isChecked());
        QCOMPARE(open.editor()->message(), u"typed"_s);
        open.editor()->setFocus();
        open.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(open.editor()->message(), u"feat: start"_s);
    }

    void theDraftSaysItsTypeScopeAndConfidence()
    {
        RepoBuilder repo;
        repo.write("envs/prod/kustomization.yaml", overlay("1.0.0")).commit("feat(api): start");
        repo.write("envs/prod/kustomization.yaml", overlay("1.1.0")).stage();
        Opened open(repo);
        PAGE_TRY(!open->changes().draft().subject.isEmpty());
        QVERIFY(open.settle());
        const Drafting::Draft &draft = open->changes().draft();
        const QString confidence = QLocale().toString(draft.confidence, 'f', 2);
        QVERIFY(!draft.scope.isEmpty());
        const QString facts =
            u"type %1 · scope %2 · confidence %3"_s.arg(draft.type, draft.scope, confidence);
        PAGE_TRY(open.labels<PlainLabel>().contains(facts));
        QVERIFY(open.labels<PlainLabel>().contains(draft.header()));
        open->resize(700, 600);
        PAGE_TRY(!open.labels<PlainLabel>().contains(facts));
        QVERIFY(open.labels<PlainLabel>().contains(u"draft "_s + confidence));
        QVERIFY(open->width() <= 760);
    }

    void longBodyLinesAreBrokenButNotTheSubject()
    {
        RepoBuilder repo;
        start(repo);
        Opened open(repo);
        open.type(u"word "_s.repeated(20));
        QCOMPARE(open.editor()->document()->blockCount(), 1);
        open.press(Qt::Key_Return);
        open.press(Qt::Key_Return);
        open.type(u"word "_s.repeated(20));
        const QStringList lines = open.editor()->message().split(u'\n');
        QVERIFY(lines.size() > 3);
        for (const QString &line : lines.sliced(1))
            QVERIFY2(line.size() <= 72, qPrintable(line));
    }
};

PLUMBLINE_UI_TEST_MAIN(CommitBoxTest)
#include "tst_commitbox.moc"
