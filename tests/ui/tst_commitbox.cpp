// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/changes/changespage.h"
#include "ui/changes/messageeditor.h"
#include "ui/widgets/errorbanner.h"

#include <QCheckBox>
#include <QPlainTextEdit>

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
    bool isFailureShown()
    {
        return std::ranges::any_of(page().findChildren<ErrorBanner *>(),
                                   [](const ErrorBanner *banner) { return banner->isVisible(); });
    }
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
