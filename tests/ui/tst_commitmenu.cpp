// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/history/commitmenu.h"
#include "ui/history/newrefdialog.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"
#include "workspace/changescontroller.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

QString withoutLetter(QString text)
{
    static const QRegularExpression mark(u"(?<!&)&(?!&)"_s);
    return text.remove(mark);
}

/// A page with nothing but the menu.
class MenuPage final : public Page
{
public:
    explicit MenuPage(RepositoryContext &context)
        : menu(
              context, u"history"_s,
              [this](const QString &id, const QString &text, const QKeySequence &keys) {
                  return addCommand(id, text, keys);
              },
              this)
    {
        (new QVBoxLayout(this))->addWidget(menu.banner());
        setFocusPolicy(Qt::StrongFocus);
        probe.beReady();
    }
    PageController &controller() override { return probe; }

    Tests::ProbeController probe;
    CommitMenu menu;
};

struct Opened : Tests::OpenPage<MenuPage>
{
    explicit Opened(const RepoBuilder &repo, Git::Trust trust = Git::Trust::Trusted)
        : OpenPage(repo, trust)
        , git(repo)
    {
        QObject::connect(&context, &RepositoryContext::messageShown, &page(),
                         [this](const QString &text) { message = text; });
        page().setFocus();
    }

    void choose(const QByteArray &revision) { page().menu.setCommit(read(revision)); }
    QList<Git::Commit> readCommits(const QList<QByteArray> &revisions)
    {
        QList<Git::Commit> commits;
        for (const QByteArray &revision : revisions)
            commits += read(revision);
        return commits;
    }
    Git::Commit read(const QByteArray &revision)
    {
        const auto field = [&](const char *format) {
            return git
                .git({u"log"_s, u"-1"_s, QString(u"--format="_s + QLatin1StringView(format)),
                      QString::fromUtf8(revision)})
                .trimmed();
        };
        Git::Commit commit{.id = *Git::ObjectId::fromHex(field("%H")),
                           .subject = QString::fromUtf8(field("%s"))};
        for (const QByteArray &parent : field("%P").split(' '))
            if (const auto id = Git::ObjectId::fromHex(parent))
                commit.parents += *id;
        commit.authored.seconds = field("%at").toLongLong();
        return commit;
    }
    void run(const QString &id) { command(u"history."_s + id)->trigger(); }
    template<class Dialog> Dialog *dialog() { return page().findChild<Dialog *>(); }

    QMenu *popup()
    {
        page().menu.popup(page().mapToGlobal(QPoint(5, 5)));
        return page().findChild<QMenu *>(Qt::FindDirectChildrenOnly);
    }
    QStringList entries()
    {
        QStringList texts;
        QMenu *menu = popup();
        for (const QAction *action : menu->actions())
            texts += withoutLetter(action->text());
        menu->close();
        return texts;
    }
    bool isIdle() { return !page().menu.actions().isRunning(); }
    QByteArray head() const { return git.resolve("HEAD"); }
    QByteArray branch() const { return git.tryGit({u"symbolic-ref"_s, u"-q"_s, u"HEAD"_s}).output.trimmed(); }

    const RepoBuilder &git;
    QString message;
};

void make(RepoBuilder &repo)
{
    repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
    repo.write("f", "1\n").commit("first");
    repo.write("f", "2\n").write("g", "g\n").commit("second & <b>bold</b>");
}

} // namespace

class CommitMenuTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntryHasALetterOfItsOwn()
    {
        RepoBuilder repo;
        make(repo);
        repo.git({u"branch"_s, u"topic"_s});
        Opened open(repo);
        open.choose("HEAD");
        QMenu *menu = open.popup();
        QHash<QKeySequence, QString> taken;
        for (const QAction *action : menu->actions()) {
            if (action->isSeparator() || !action->isVisible())
                continue;
            const QKeySequence letter = QKeySequence::mnemonic(action->text());
            QVERIFY2(!letter.isEmpty(), qPrintable(action->text()));
            QVERIFY2(!taken.contains(letter), qPrintable(action->text() + u" / "_s + taken.value(letter)));
            taken.insert(letter, action->text());
        }
        QVERIFY(taken.size() > 10);
        menu->close();
    }

    void aNameIsJudgedWhileItIsTyped()
    {
        RepoBuilder repo;
        make(repo);
        Opened open(repo);
        open.choose("HEAD~1");
        open.press(Qt::Key_B, Qt::ControlModifier);
        auto *dialog = open.dialog<NewRefDialog>();
        QVERIFY(dialog && dialog->isVisible());
        auto *name = dialog->findChild<QLineEdit *>();
        auto *make = dialog->findChild<QPushButton *>(u"make"_s);
        QCOMPARE(dialog->focusWidget(), name);
        QVERIFY(!make->isEnabled());
        const auto says = [&] {
            QString all;
            for (const PlainLabel *label : dialog->findChildren<PlainLabel *>())
                all += label->text() + u'\n';
            return all;
        };
        QTest::keyClicks(name, u"a b"_s);
        QVERIFY(!make->isEnabled());
        QVERIFY2(says().contains(u"spaces"_s), qPrintable(says()));
        QTest::keyClick(name, Qt::Key_Return); // refused
        QVERIFY(dialog->isVisible());
        name->setText(u"main"_s);
        QVERIFY(!make->isEnabled());
        QVERIFY(says().contains(u"there already"_s));
        name->setText(u"main/x"_s);
        QVERIFY(!make->isEnabled());
        name->setText(u"--force"_s);
        QVERIFY(!make->isEnabled());
        name->setText(u"topic/x"_s);
        QVERIFY(make->isEnabled());
        QTest::keyClick(name, Qt::Key_Return);
        PAGE_TRY_EQUAL(open.message, u"Made the branch topic/x"_s);
        QCOMPARE(repo.resolve("topic/x"), repo.resolve("main~1"));
        QCOMPARE(open.branch(), "refs/heads/main"_ba);
    }

    void aTagWithAMessageIsAnnotated()
    {
        RepoBuilder repo;
        make(repo);
        Opened open(repo);
        open.choose("HEAD");
        open.press(Qt::Key_T, Qt::ControlModifier);
        auto *dialog = open.dialog<NewRefDialog>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>()->setText(u"v1"_s);
        dialog->findChild<QPlainTextEdit *>()->setPlainText(u"One"_s);
        dialog->findChild<QPushButton *>(u"make"_s)->click();
        PAGE_TRY_EQUAL(open.message, u"Made the tag v1"_s);
        QCOMPARE(repo.git({u"cat-file"_s, u"-t"_s, u"v1"_s}), "tag\n"_ba);
    }

    void theMenuNamesTheBranchesOfTheCommitLiterally()
    {
        RepoBuilder repo;
        make(repo);
        repo.branch("a&b<i>", "HEAD~1");
        repo.git({u"remote"_s, u"add"_s, u"origin"_s, u"https://example.invalid/x"_s});
        repo.git({u"update-ref"_s, u"refs/remotes/origin/late"_s, u"HEAD~1"_s});
        Opened open(repo);
        open.choose("HEAD~1");
        const QStringList entries = open.entries();
        QVERIFY2(entries.contains(u"Check out a&&b<i>"_s), qPrintable(entries.join(u'\n')));
        QVERIFY(entries.contains(u"Check out origin/late as late"_s));
        QVERIFY(entries.contains(u"Reset main to here"_s));
        QVERIFY(!entries.contains(u"Check out main"_s));
        open.choose("HEAD");
        QVERIFY(!open.entries().contains(u"Check out main"_s)); // it is checked out
        QMenu *menu = open.popup();
        for (const QAction *action : menu->actions())
            QVERIFY(!action->toolTip().contains(u"<b>"_s));
        menu->close();
    }

    void aBisectionIsBegunFromTheMenu()
    {
        RepoBuilder repo;
        make(repo);
        const QByteArray middle = repo.write("f", "3\n").commit("third");
        repo.write("f", "4\n").commit("fourth");
        Opened open(repo);
        open.choose("HEAD");
        open.run(u"bisectBad"_s);
        PAGE_TRY_EQUAL(open.message, u"Marked as bad. Mark a commit that is good, and bisecting begins."_s);
        PAGE_TRY(open.repository.info().operation == Git::Operation::Bisect);
        open.choose("HEAD~2");
        QVERIFY(open.entries().contains(u"Bisect"_s));
        open.run(u"bisectGood"_s);
        PAGE_TRY_EQUAL(open.head(), middle);
        PAGE_TRY(open.message.startsWith(u"Test "_s));
        open.choose("HEAD");
        open.run(u"bisectGood"_s);
        PAGE_TRY(open.message.contains(u"is the first bad commit: fourth"_s));
        open.choose("HEAD~1"); // not among those that are left
        repo.git({u"bisect"_s, u"reset"_s});
    }

    void aBranchIsCheckedOutFromTheMenu()
    {
        RepoBuilder repo;
        make(repo);
        repo.branch("topic", "HEAD~1");
        Opened open(repo);
        QSignalSpy changes(&open.repository, &RepositoryController::repositoryChanged);
        open.choose("HEAD~1");
        QMenu *menu = open.popup();
        QTest::keyClick(menu, Qt::Key_Down);
        QCOMPARE(withoutLetter(menu->activeAction()->text()), u"Check out topic"_s);
        QTest::keyClick(menu, Qt::Key_Return);
        QVERIFY(!open.isIdle());
        QCOMPARE(open.context.work().entries().size(), 1);
        QVERIFY(open.context.work().entries().first().cancel);
        PAGE_TRY_EQUAL(open.branch(), "refs/heads/topic"_ba);
        PAGE_TRY(open.isIdle());
        QVERIFY(open.context.work().entries().isEmpty());
        PAGE_TRY(!changes.isEmpty());
    }

    void aResetAsksOnceAndCancelIsTheDefault()
    {
        RepoBuilder repo;
        make(repo);
        const QByteArray head = repo.resolve("HEAD"), first = repo.resolve("HEAD~1");
        repo.write("f", "mine\n");
        Opened open(repo);
        ChangesController changes(open.repository);
        open.choose("HEAD~1");
        open.run(u"resetHard"_s);
        auto *dialog = open.dialog<ConfirmDialog>();
        QVERIFY(dialog);
        const QString says = dialog->findChild<PlainLabel *>()->text();
        QVERIFY2(says.contains(u"main"_s) && says.contains(QString::fromLatin1(first.first(8))) &&
                     says.contains(u"first"_s) && says.contains(u"discarded"_s),
                 qPrintable(says));
        QCOMPARE(dialog->findChild<QPushButton *>(u"act"_s)->text(), u"Reset main hard"_s);
        PAGE_TRY(dialog->findChild<PlainLabel *>()->text().contains(u"leave"_s)); // when it was counted
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(!dialog->isVisible());
        QVERIFY(open.isIdle());
        QCOMPARE(open.head(), head);

        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        open.run(u"resetHard"_s);
        open.dialog<ConfirmDialog>()->findChild<QPushButton *>(u"act"_s)->click();
        PAGE_TRY_EQUAL(open.head(), first);
        PAGE_TRY(changes.canUndo());
        QCOMPARE(repo.read("f"), "1\n"_ba);
        PAGE_TRY(open.message.contains(u"1 file"_s));
        open.page().menu.actions().undoLast();
        PAGE_TRY_EQUAL(repo.read("f"), "mine\n"_ba);
        PAGE_TRY(!open.repository.undo().isRunning() && !changes.canUndo());
        PAGE_TRY_EQUAL(open.head(), head);
        PAGE_TRY(open.message.contains(u"Reset main to"_s)); // told behind the deed
    }

    void conflictsAreToldAndLeftToTheBannerOfTheOperation()
    {
        RepoBuilder repo;
        make(repo);
        repo.branch("topic", "HEAD~1").checkout("topic").write("f", "other\n").commit("theirs");
        repo.checkout("main");
        Opened open(repo);
        open.choose("topic");
        open.run(u"cherryPick"_s);
        PAGE_TRY(open.message.contains(u"Conflicts in 1 file"_s));
        PAGE_TRY_EQUAL(open.repository.info().operation, Git::Operation::CherryPick);
        QVERIFY(!open.page().menu.banner()->isVisible()); // one banner is enough
    }

    void whatGitRefusesIsToldInItsWords()
    {
        RepoBuilder repo;
        make(repo);
        repo.write("f", "mine\n");
        Opened open(repo);
        open.choose("HEAD~1");
        open.run(u"checkout"_s);
        PAGE_TRY(open.page().menu.banner()->isVisible());
        QVERIFY(open.page().menu.banner()->copyText().contains(u"would be overwritten"_s));
        QCOMPARE(repo.read("f"), "mine\n"_ba);
    }

    void severalCommitsArePickedOldestFirstAfterNamingThem()
    {
        RepoBuilder repo;
        make(repo);
        repo.branch("topic", "HEAD").checkout("topic").write("h", "1\n").commit("one");
        repo.write("h", "2\n").commit("two");
        repo.checkout("main");
        Opened open(repo);
        open.choose("topic");
        const auto commits = open.readCommits({"topic", "topic~1"});
        open.page().menu.setChosen(2, [commits] { return commits; });
        QVERIFY(open.entries().contains(u"Cherry-pick 2 commit(s)…"_s));
        open.run(u"cherryPick"_s);
        auto *dialog = open.dialog<ConfirmDialog>();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<PlainLabel *>()->text().contains(u"2 commit(s) are made anew on main"_s));
        const QString list = dialog->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY2(list.indexOf(u"one"_s) < list.indexOf(u"two"_s), qPrintable(list));
        dialog->findChild<QPushButton *>(u"act"_s)->click();
        PAGE_TRY_EQUAL(open.message, u"Picked 2 commit(s)"_s);
        QCOMPARE(repo.read("h"), "2\n"_ba);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto mine = open.readCommits({"main", "main~1"});
        open.page().menu.setChosen(2, [mine] { return mine; });
        open.run(u"revert"_s);
        dialog = open.dialog<ConfirmDialog>();
        QVERIFY(dialog && dialog->findChild<QPlainTextEdit *>()->toPlainText().indexOf(u"two"_s) < 12);
        dialog->findChild<QPushButton *>(u"act"_s)->click();
        PAGE_TRY_EQUAL(open.message, u"Reverted 2 commit(s)"_s);
        QVERIFY(!repo.exists("h"));
    }

    void mergesAmongSeveralAreNamedBeforeAnythingIsAsked()
    {
        RepoBuilder repo;
        make(repo);
        repo.branch("topic", "HEAD~1").checkout("topic").write("h", "h\n").commit("topic");
        repo.checkout("main");
        repo.merge("topic");
        const QByteArray head = repo.resolve("HEAD");
        Opened open(repo);
        open.choose("HEAD");
        auto commits = open.readCommits({"HEAD", "HEAD^2"});
        open.page().menu.setChosen(2, [&commits] { return commits; });
        open.run(u"revert"_s);
        QVERIFY(open.page().menu.banner()->isVisible());
        QVERIFY(open.page().menu.banner()->copyText().contains(u"1 of the chosen commits are merges"_s));
        commits.removeFirst(); // not loaded
        open.run(u"cherryPick"_s);
        QVERIFY(open.page().menu.banner()->copyText().contains(u"are loaded yet"_s));
        QVERIFY(!open.dialog<QDialog>());
        QCOMPARE(open.head(), head);
    }

    void aMergeIsPickedAsAChangeOfOneParent()
    {
        RepoBuilder repo;
        make(repo);
        repo.branch("topic", "HEAD~1").checkout("topic").write("h", "h\n").commit("topic");
        repo.checkout("main");
        repo.merge("topic");
        Opened open(repo);
        open.choose("HEAD");
        const QStringList entries = open.entries();
        QVERIFY(entries.contains(u"Revert this merge"_s) && entries.contains(u"Cherry-pick this merge"_s));
        open.run(u"revert"_s); // from the palette: of the first parent
        PAGE_TRY(open.message.startsWith(u"Reverted"_s));
        QVERIFY(!repo.exists("h"));
        QCOMPARE(repo.read("f"), "2\n"_ba);
    }

    void withoutTrustItIsAskedForInstead()
    {
        RepoBuilder repo;
        make(repo);
        const QByteArray head = repo.resolve("HEAD");
        Opened open(repo, Git::Trust::Unknown);
        QSignalSpy asked(&open.context, &RepositoryContext::trustRequested);
        open.choose("HEAD~1");
        for (const QString &id : {u"checkout"_s, u"createBranch"_s, u"createTag"_s, u"cherryPick"_s,
                                  u"revert"_s, u"resetSoft"_s, u"resetMixed"_s, u"resetHard"_s})
            open.run(id);
        QCOMPARE(asked.size(), 8);
        QVERIFY(open.isIdle());
        QVERIFY(!open.dialog<QDialog>());
        QCOMPARE(open.head(), head);
    }

    void theReferenceIsThatOfGitLog()
    {
        RepoBuilder repo;
        make(repo);
        Opened open(repo);
        open.choose("HEAD");
        open.run(u"copyReference"_s);
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8() + '\n',
                 repo.git({u"-c"_s, u"core.abbrev=8"_s, u"log"_s, u"-1"_s, u"--format=reference"_s}));
        open.run(u"copySubject"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"second & <b>bold</b>"_s);
    }

    void withoutACommitNothingCanBeDone()
    {
        RepoBuilder repo;
        make(repo);
        Opened open(repo);
        open.page().menu.setCommit(std::nullopt);
        for (const QAction *action : open.page().commands())
            QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    }
};

PLUMBLINE_UI_TEST_MAIN(CommitMenuTest)
#include "tst_commitmenu.moc"
