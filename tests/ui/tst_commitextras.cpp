// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/changes/authorrow.h"
#include "ui/changes/changespage.h"
#include "ui/changes/coauthordialog.h"
#include "ui/changes/messageeditor.h"
#include "ui/changes/personedit.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QCompleter>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

struct Opened : Tests::OpenPage<ChangesPage>
{
    using OpenPage::OpenPage;

    MessageEditor *editor() { return page().findChild<MessageEditor *>(); }
    QAction *extra(const char *id) { return command(u"changes."_s + QLatin1StringView(id)); }
    QLineEdit *author() { return named<QLineEdit>(u"Author of the commit"_s); }
    QLineEdit *date() { return named<QLineEdit>(u"Date of the commit"_s); }
    QString buttonText()
    {
        for (const QPushButton *button : page().findChildren<QPushButton *>())
            if (button->text().contains("ommit"_L1))
                return button->text();
        return {};
    }
    bool isFailureShown()
    {
        return std::ranges::any_of(page().findChildren<ErrorBanner *>(),
                                   [](const ErrorBanner *banner) { return banner->isVisible(); });
    }
    /// Writes a message and commits with it by key.
    void commit(const QString &message)
    {
        editor()->setPlainText(message);
        editor()->setFocus();
        press(Qt::Key_Return, Qt::ControlModifier);
    }
};

void start(RepoBuilder &repo)
{
    repo.config(u"user.name"_s, u"Ada Example"_s).config(u"user.email"_s, u"ada@example.org"_s);
    repo.write("a.txt", "one\n").commit("feat: start", {.author = "Jo Other", .email = "jo@example.org"});
    repo.write("a.txt", "two\n").stage();
}

/// Waits for a file "go" beside it, then signs with a word; as gpg is called by git.
QByteArray slowSigner(const RepoBuilder &repo)
{
    return "#!/bin/sh\ncat >/dev/null\nwhile [ ! -e '" + repo.folder().toUtf8() +
           "/go' ]; do sleep 0.05; done\necho '[GNUPG:] SIG_CREATED D' >&2\n"
           "printf -- '-----BEGIN PGP SIGNATURE-----\\n\\nabc\\n-----END PGP SIGNATURE-----\\n'\n";
}

QString installSigner(const RepoBuilder &repo, const QByteArray &script)
{
    const QString path = repo.folder() + u"/signer"_s;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
        qFatal("no signer");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

} // namespace

/// What a commit is made with beyond its message.
class CommitExtrasTest final : public QObject
{
    Q_OBJECT

    static QByteArray shown(const RepoBuilder &repo, const QString &format)
    {
        return repo.git({u"log"_s, u"-1"_s, u"--date=raw"_s, u"--format="_s + format}).trimmed();
    }

private Q_SLOTS:
    void aCommitIsMadeInAnothersNameAndAtAnotherTime()
    {
        RepoBuilder repo;
        start(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        QVERIFY(!open.author()->isVisible());
        open.extra("author")->trigger();
        QVERIFY(open.author()->hasFocus());
        QCOMPARE(Tests::unnamedFocusable(&open.page()), QStringList());
        open.editor()->setPlainText(u"fix: by another"_s);
        QTest::keyClicks(open.author(), u"Jo Other"_s);
        QVERIFY(!open.extra("commit")->isEnabled());
        QTest::keyClicks(open.author(), u" <jo@example.org>"_s);
        QVERIFY(open.extra("commit")->isEnabled());
        open.date()->setText(u"last week"_s);
        QVERIFY(!open.extra("commit")->isEnabled());
        open.date()->setText(u"2024-02-03 04:05 +02:00"_s);
        open.commit(u"fix: by another"_s);
        PAGE_TRY_EQUAL(shown(repo, u"%an <%ae> %ad"_s), "Jo Other <jo@example.org> 1706925900 +0200"_ba);
        QCOMPARE(shown(repo, u"%cn"_s), "Ada Example"_ba);
        PAGE_TRY(!open.author()->isVisible()); // and the next one is ours again
        QVERIFY(open.author()->text().isEmpty() && open.date()->text().isEmpty());
    }

    void theAuthorOfTheLastCommitStaysUnlessItIsMadeOurs()
    {
        RepoBuilder repo;
        start(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        for (const bool becomesOurs : {false, true}) {
            open.extra("amend")->setChecked(true);
            PAGE_TRY(!open.editor()->message().isEmpty());
            PAGE_TRY_EQUAL(open.repository.refs().head.target.toHex(), repo.resolve("HEAD"));
            const QByteArray before = repo.resolve("HEAD");
            open.extra("author")->trigger();
            if (becomesOurs)
                open->findChild<AuthorRow *>()->findChild<QAbstractButton *>()->click();
            open.commit(u"feat: amended"_s);
            PAGE_TRY(repo.resolve("HEAD") != before || open.isFailureShown());
            QVERIFY2(!open.isFailureShown(), qPrintable(open.labels<PlainLabel>()));
            QCOMPARE(shown(repo, u"%an"_s), becomesOurs ? "Ada Example"_ba : "Jo Other"_ba);
            QVERIFY(open.settle());
        }
    }

    void peopleOfTheHistoryAreOffered()
    {
        RepoBuilder repo;
        start(repo);
        repo.commit("c", {.author = "E\u202evil", .email = "evil@example.org"});
        repo.write("a.txt", "three\n").stage();
        Opened open(repo);
        QVERIFY(open.settle());
        open.editor()->setPlainText(u"fix: together"_s);
        open.extra("coAuthor")->trigger();
        auto *dialog = open->window()->findChild<CoAuthorDialog *>();
        QVERIFY(dialog);
        QCOMPARE(Tests::unnamedFocusable(dialog), QStringList());
        auto *edit = dialog->findChild<PersonEdit *>();
        PAGE_TRY(edit->completer()->completionCount() > 0);
        edit->completer()->setCompletionPrefix(u"OTHER"_s); // any part of it
        QCOMPARE(edit->completer()->currentCompletion(), u"Jo Other <jo@example.org>"_s);
        edit->completer()->setCompletionPrefix(u"evil"_s);
        QCOMPARE(edit->completer()->completionCount(), 0);
        edit->setText(u"Jo Other <jo@example.org>"_s);
        dialog->accept();
        QCOMPARE(open.editor()->message(), u"fix: together\n\nCo-authored-by: Jo Other <jo@example.org>"_s);
    }

    void theSignOffIsInTheTextOnceAndCanBeTakenBack()
    {
        RepoBuilder repo;
        start(repo);
        Opened open(repo);
        QVERIFY(open.settle());
        open.editor()->setPlainText(u"fix: signed"_s);
        const QString signedOff = u"fix: signed\n\nSigned-off-by: Ada Example <ada@example.org>"_s;
        for (int times = 0; times < 2; ++times) {
            open.extra("signOff")->trigger();
            PAGE_TRY_EQUAL(open.editor()->message(), signedOff);
            QVERIFY(open.settle());
        }
        open.editor()->undo();
        QCOMPARE(open.editor()->message(), u"fix: signed"_s);
        Opened other(repo, Git::Trust::Unknown); // who one is only git knows
        QSignalSpy asked(&other.context, &RepositoryContext::trustRequested);
        other.extra("signOff")->trigger();
        QCOMPARE(asked.count(), 1);
    }

    void hooksAreSkippedForOneCommitOnly()
    {
        RepoBuilder repo;
        start(repo);
        repo.hook("pre-commit", "#!/bin/sh\nexit 1\n");
        const QByteArray before = repo.resolve("HEAD");
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        QVERIFY(!open.extra("skipHooks")->isChecked());
        QVERIFY(!open.buttonText().contains(u"hooks"_s));
        open.commit(u"fix: refused"_s);
        PAGE_TRY(open.isFailureShown());
        QVERIFY(open.settle());
        QCOMPARE(repo.resolve("HEAD"), before);
        open.extra("skipHooks")->trigger();
        QVERIFY(open.buttonText().endsWith(u"without hooks"_s));
        open.commit(u"fix: refused"_s);
        PAGE_TRY(repo.resolve("HEAD") != before);
        PAGE_TRY(!open.extra("skipHooks")->isChecked());
        QVERIFY(!open.buttonText().contains(u"hooks"_s));
    }

    void aKeyThatIsWaitedForIsSaid()
    {
        RepoBuilder repo;
        start(repo);
        repo.config(u"gpg.program"_s, installSigner(repo, slowSigner(repo)));
        const QByteArray before = repo.resolve("HEAD");
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        open.extra("sign")->trigger();
        open.commit(u"fix: signed"_s);
        PAGE_TRY(open.labels<PlainLabel>().contains(u"your key"_s));
        QVERIFY(open->changes().isCommitting());
        QFile go(repo.folder() + u"/go"_s);
        QVERIFY(go.open(QIODevice::WriteOnly));
        PAGE_TRY(repo.resolve("HEAD") != before);
        QVERIFY(repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s}).contains("gpgsig"));
        PAGE_TRY(!open.labels<PlainLabel>().contains(u"your key"_s));
        QVERIFY(open.extra("signAsConfigured")->isChecked());
    }

    void aConfiguredSignatureIsLeftOutWhenAskedTo()
    {
        RepoBuilder repo;
        start(repo);
        repo.config(u"gpg.program"_s, installSigner(repo, "#!/bin/sh\nexit 2\n"));
        repo.config(u"commit.gpgSign"_s, u"true"_s);
        const QByteArray before = repo.resolve("HEAD");
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        PAGE_TRY(open.extra("signAsConfigured")->toolTip().contains(u"is on"_s));
        open.commit(u"fix: it"_s);
        PAGE_TRY(open.isFailureShown());
        QVERIFY(open.settle());
        QCOMPARE(open.editor()->message(), u"fix: it"_s);
        open.extra("doNotSign")->trigger();
        open.commit(u"fix: it"_s);
        PAGE_TRY(repo.resolve("HEAD") != before);
        QVERIFY(!repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s}).contains("gpgsig"));
    }

    void t26_detachedIsInTheButton()
    {
        RepoBuilder repo;
        start(repo);
        repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        PAGE_TRY(open.buttonText().contains(u"on no branch"_s));
    }

    void theTemplateTheBranchAndEarlierMessagesAreAtHand()
    {
        RepoBuilder repo;
        start(repo);
        repo.write("template", "Subject\n\n# why?\nTicket: \n").config(u"commit.template"_s, u"template"_s);
        repo.git({u"checkout"_s, u"-q"_s, u"-b"_s, u"fix/OPS-12-it"_s});
        Opened open(repo);
        QVERIFY(open.settle());
        PAGE_TRY(open.editor()->placeholderText().contains(u"# why?"_s));
        open.extra("useTemplate")->trigger();
        QCOMPARE(open.editor()->message(), u"Subject\n\nTicket: "_s);
        open.editor()->setPlainText(u"fix: it"_s);
        QVERIFY(open.extra("addIssue")->isEnabled());
        open.extra("addIssue")->trigger();
        QCOMPARE(open.editor()->message(), u"fix: it\n\nRefs: OPS-12"_s);
    }

    void earlierMessagesComeBackByMenu()
    {
        RepoBuilder repo;
        start(repo);
        Tests::ShellServices services;
        WorkspaceServices kept = services.workspace();
        kept.cacheFolder = QFile::encodeName(repo.folder());
        kept.readTrust = [](const Git::RepoLocation &) { return Git::Trust::Trusted; };
        RepositoryController repository(kept, repo.path());
        RepositoryContext context(repository);
        repository.refresh();
        PAGE_TRY(repository.state() == PageState::Ready);
        ChangesPage page(context);
        PAGE_TRY_EQUAL(page.changes().staged().rowCount(), 1);
        PAGE_TRY(page.isSettled());
        auto *editor = page.findChild<MessageEditor *>();
        editor->setPlainText(u"fix: <b>one</b>\n\nbody"_s);
        page.findChild<QAction *>(u"changes.commit"_s)->trigger();
        PAGE_TRY_EQUAL(editor->message(), QString());
        page.show();
        page.findChild<QAction *>(u"changes.earlierMessages"_s)->trigger();
        QMenu *menu = nullptr;
        PAGE_TRY((menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())));
        QVERIFY(!menu->actions().isEmpty());
        QCOMPARE(menu->actions().first()->text(), u"fix: <b>one</b>"_s);
        menu->actions().first()->trigger();
        menu->close();
        QCOMPARE(editor->message(), u"fix: <b>one</b>\n\nbody"_s);
    }

    void rulesThatAreNotKnownAreNotTakenForKept()
    {
        RepoBuilder repo;
        start(repo);
        repo.write(".commitlintrc", "rules: {header-max-length: [2, always, 30], my-rule: [2, always]}\n");
        Opened open(repo);
        QVERIFY(open.settle());
        open.editor()->setPlainText(u"feat: x"_s);
        QVERIFY(open.labels<PlainLabel>().contains(u"my-rule"_s));
        QVERIFY(!open.labels<PlainLabel>().contains(u"fits the rules"_s));
        QVERIFY(open.labels<PlainLabel>().contains(u"7 of 30"_s));
        repo.write(".commitlintrc", "rules: [");
        open->changes().refresh();
        PAGE_TRY(open.labels<PlainLabel>().contains(u".commitlintrc"_s));
        QVERIFY(!open.labels<PlainLabel>().contains(u"fits the rules"_s));
    }
};

PLUMBLINE_UI_TEST_MAIN(CommitExtrasTest)
#include "tst_commitextras.moc"
