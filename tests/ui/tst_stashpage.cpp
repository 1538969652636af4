// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/changes/changespage.h"
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/files/keyedlist.h"
#include "ui/stash/stashdialog.h"
#include "ui/stash/stashpage.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/namedialog.h"
#include "ui/widgets/plainlabel.h"
#include "workspace/commitactions.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

template<class PageType> struct Opened : Tests::OpenPage<PageType>
{
    using Base = Tests::OpenPage<PageType>;
    explicit Opened(const RepoBuilder &repo, Git::Trust trust = Git::Trust::Trusted)
        : Base(repo, trust)
    {
        QObject::connect(&this->context, &RepositoryContext::messageShown, &this->page(),
                         [this](const QString &text) { message = text; });
        QObject::connect(&this->context, &RepositoryContext::trustRequested, &this->page(),
                         [this] { ++trustRequests; });
        QObject::connect(&this->context, &RepositoryContext::pageRequested, &this->page(),
                         [this](const QString &id) { pageWanted = id; });
        if (!Base::settle())
            qFatal("The page did not settle");
    }
    void run(const QString &id) { Base::command(id)->trigger(); }
    /// Waits for what was begun; true when nothing was wrong with it.
    bool ends()
    {
        return QTest::qWaitFor([this] { return !Base::repository.writes().isBusy(); }, 20'000) &&
               Base::settle() && !banner();
    }
    template<class Dialog> Dialog *dialog() { return Base::page().template findChild<Dialog *>(); }
    ErrorBanner *banner()
    {
        for (ErrorBanner *banner : Base::page().template findChildren<ErrorBanner *>())
            if (banner->isVisible())
                return banner;
        return nullptr;
    }

    QString message, pageWanted;
    int trustRequests = 0;
};

struct OpenedStash : Opened<StashPage>
{
    using Opened::Opened;

    QStringList words()
    {
        QStringList texts;
        for (int row = 0; row < page().stashes().items().rowCount(); ++row)
            texts += page().stashes().items().index(row).data().toString();
        return texts;
    }
    QStringList tabs()
    {
        QStringList texts;
        const auto *bar = page().findChild<QTabBar *>();
        for (int tab = 0; tab < bar->count(); ++tab)
            texts += bar->tabText(tab);
        return texts;
    }
    QByteArrayList shown()
    {
        QByteArrayList paths;
        for (const Diff::FileDiff &file : page().findChild<DiffView *>()->files())
            paths += file.path();
        return paths;
    }
};

QPushButton *actOf(QDialog *dialog)
{
    return dialog->findChild<QPushButton *>(u"act"_s);
}

QRadioButton *choiceOf(QDialog *dialog, const QString &text)
{
    for (QRadioButton *choice : dialog->findChildren<QRadioButton *>())
        if (choice->text().contains(text))
            return choice;
    qFatal("No such choice");
    return nullptr;
}

FileList *listOf(Opened<ChangesPage> &open, ChangeSide side)
{
    const FileItems &items =
        side == ChangeSide::Staged ? open->changes().staged() : open->changes().unstaged();
    for (FileList *list : open->findChildren<FileList *>())
        if (list->model() == &items)
            return list;
    qFatal("No such list");
    return nullptr;
}

void startWithOneCommit(RepoBuilder &repo)
{
    repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
    repo.write("a", "1\n").write("b", "1\n").commit("first");
}

QByteArray status(const RepoBuilder &repo)
{
    return repo.git({u"--no-optional-locks"_s, u"status"_s, u"--porcelain"_s, u"--untracked-files=all"_s});
}

QByteArray stashes(const RepoBuilder &repo)
{
    return repo.tryGit({u"stash"_s, u"list"_s, u"--format=%gs"_s}).output; // fails while the last one goes
}

} // namespace

/// The page of the stash, and stashing from the Changes page.
class StashPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGitWroteIsTakenApart_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("branch");
        QTest::addColumn<QString>("words");
        QTest::newRow("words") << "On main: half of it: a"_ba << u"main"_s << u"half of it: a"_s;
        QTest::newRow("none") << "WIP on topic/x: 1a2b3c4 fix"_ba << u"topic/x"_s << u"WIP on 1a2b3c4 fix"_s;
        QTest::newRow("detached") << "On (no branch): it"_ba << u"no branch"_s << u"it"_s;
        QTest::newRow("another tool's") << "autostash"_ba << QString() << u"autostash"_s;
        QTest::newRow("empty") << ""_ba << QString() << u"Without a message"_s;
        QTest::newRow("cut short") << "On "_ba << QString() << u"On "_s;
        QTest::newRow("hostile") << "On main: \xe2\x80\xae\xff"_ba << u"main"_s << u"<U+202E>\\xff"_s;
    }
    void whatGitWroteIsTakenApart()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, branch);
        QFETCH(QString, words);
        QCOMPARE(stashWordsOf(message).branch, branch);
        QCOMPARE(stashWordsOf(message).words, words);
    }

    void everyPartOfAStashIsShown()
    {
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.write("a", "staged\n").stage({"a"}).write("b", "2\n").write("new", "n\n");
        repo.git({u"stash"_s, u"push"_s, u"-q"_s, u"-u"_s, u"-m"_s, u"half <b>of</b> it"_s});
        OpenedStash open(repo);
        const QAbstractItemModelTester tester(&open->stashes().items());
        QCOMPARE(open.words(), QStringList{u"half <b>of</b> it"_s});
        const QModelIndex row = open->stashes().items().index(0);
        PAGE_TRY_EQUAL(row.data(StashItems::FilesRole).toString(), u"3 file(s)"_s);
        QCOMPARE(row.data(StashItems::BranchRole).toString(), u"main"_s);
        QVERIFY(open.settle());
        QCOMPARE(open.tabs(), (QStringList{u"Changed  2"_s, u"Of it staged  1"_s, u"Untracked  1"_s}));
        QCOMPARE(open.shown(), (QByteArrayList{"a", "b"}));
        auto *tabs = open->findChild<QTabBar *>();
        tabs->setCurrentIndex(1);
        PAGE_TRY_EQUAL(open.shown(), QByteArrayList{"a"});
        tabs->setCurrentIndex(2);
        PAGE_TRY_EQUAL(open.shown(), QByteArrayList{"new"});
        QVERIFY(open.labels<PlainLabel>().contains(u"half <b>of</b> it"_s));
        QVERIFY(open.labels<PlainLabel>().contains(u"on main"_s));
    }

    void aStashOfUntrackedFilesAloneShowsThem()
    {
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.write("new", "n\n");
        repo.git({u"stash"_s, u"push"_s, u"-q"_s, u"-u"_s});
        OpenedStash open(repo);
        PAGE_TRY_EQUAL(open.shown(), QByteArrayList{"new"});
        PAGE_TRY_EQUAL(open.tabs(), QStringList{u"Untracked  1"_s});
    }

    void anotherProgramsStashComesAndTheChoiceStays()
    {
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.write("a", "2\n").git({u"stash"_s, u"push"_s, u"-q"_s, u"-m"_s, u"older"_s});
        OpenedStash open(repo);
        repo.write("b", "2\n").git({u"stash"_s, u"push"_s, u"-q"_s, u"-m"_s, u"newer"_s});
        PAGE_TRY_EQUAL(open.words(), (QStringList{u"newer"_s, u"older"_s}));
        QVERIFY(open.settle());
        QCOMPARE(stashWordsOf(open->stashes().selected()->entry.message).words, u"older"_s);
        QCOMPARE(open->stashes().selected()->entry.number, 1);
        QVERIFY(open.labels<PlainLabel>().contains(u"stash@{1}"_s));
        QCOMPARE(open.shown(), QByteArrayList{"a"});
        repo.git({u"stash"_s, u"drop"_s, u"-q"_s, u"stash@{1}"_s});
        PAGE_TRY_EQUAL(open.words(), QStringList{u"newer"_s});
        PAGE_TRY_EQUAL(open.shown(), QByteArrayList{"b"});
        QVERIFY(open.labels<PlainLabel>().contains(u"stash@{0}"_s));
        repo.git({u"stash"_s, u"clear"_s});
        PAGE_TRY(open->controller().state() == PageState::Empty);
        QVERIFY(open->findChild<EmptyState *>()->isVisible());
    }

    void changesAreStashedWithWhatTheDialogSays_data()
    {
        QTest::addColumn<bool>("untracked");
        QTest::addColumn<bool>("keeps");
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("all") << false << false << "?? new\n"_ba;
        QTest::newRow("untracked too") << true << false << ""_ba;
        QTest::newRow("staged stays") << false << true << "M  a\n?? new\n"_ba;
    }
    void changesAreStashedWithWhatTheDialogSays()
    {
        QFETCH(bool, untracked);
        QFETCH(bool, keeps);
        QFETCH(QByteArray, left);
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.write("a", "2\n").stage({"a"}).write("b", "2\n").write("new", "n\n");
        OpenedStash open(repo);
        QCOMPARE(open->controller().state(), PageState::Empty);
        open.run(u"stash.stash"_s);
        auto *dialog = open.dialog<StashDialog>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>()->setText(u"  later \t on "_s);
        const QList<QCheckBox *> boxes = dialog->findChildren<QCheckBox *>();
        boxes[0]->setChecked(untracked);
        boxes[1]->setChecked(keeps);
        actOf(dialog)->click();
        QVERIFY(open.ends());
        QCOMPARE(stashes(repo), "On main: later on\n"_ba);
        PAGE_TRY_EQUAL(open.words(), QStringList{u"later on"_s});
        QCOMPARE(status(repo), left);
        QCOMPARE(open.message, u"Stashed: later on"_s);
    }

    void aStashIsAppliedAsItWasStaged()
    {
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.write("a", "2\n").stage({"a"}).write("b", "2\n");
        repo.git({u"stash"_s, u"push"_s, u"-q"_s});
        OpenedStash open(repo);
        open.run(u"stash.applyStaged"_s);
        QVERIFY(open.ends());
        QCOMPARE(status(repo), "M  a\n M b\n"_ba);
        QCOMPARE(stashes(repo).count('\n'), 1);
        repo.git({u"reset"_s, u"-q"_s, u"--hard"_s});
        open.run(u"stash.apply"_s);
        QVERIFY(open.ends());
        QCOMPARE(status(repo), " M a\n M b\n"_ba);
        QCOMPARE(stashes(repo).count('\n'), 1);
    }

    void whatWasPoppedOrDroppedIsBroughtBack_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("pop") << u"stash.pop"_s << " M a\n"_ba;
        QTest::newRow("drop") << u"stash.drop"_s << ""_ba;
    }
    void whatWasPoppedOrDroppedIsBroughtBack()
    {
        QFETCH(QString, command);
        QFETCH(QByteArray, after);
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.write("a", "2\n").git({u"stash"_s, u"push"_s, u"-q"_s, u"-m"_s, u"it"_s});
        OpenedStash open(repo);
        open.run(command);
        QVERIFY(open.ends());
        QCOMPARE(stashes(repo), ""_ba);
        PAGE_TRY(open->controller().state() == PageState::Empty);
        QCOMPARE(status(repo), after);
        QVERIFY(open.settle());
        CommitActionsController undo(open.repository);
        undo.undoLast();
        QVERIFY(open.ends());
        QCOMPARE(stashes(repo), "On main: it\n"_ba);
        PAGE_TRY_EQUAL(open.words(), QStringList{u"it"_s});
    }

    void conflictsAreExplainedAndTheStashStays()
    {
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.write("a", "mine\n").git({u"stash"_s, u"push"_s, u"-q"_s});
        repo.write("a", "theirs\n").commit("second");
        OpenedStash open(repo);
        open.run(u"stash.pop"_s);
        PAGE_TRY(open.banner());
        const QString said = open.banner()->copyText();
        QVERIFY2(said.contains(u"conflicts in 1 file(s)"_s) && said.contains(u"no merge is in progress"_s) &&
                     said.contains(u"\na"_s),
                 qPrintable(said));
        QVERIFY(open.settle());
        QCOMPARE(stashes(repo).count('\n'), 1);
        for (QPushButton *button : open.banner()->findChildren<QPushButton *>())
            if (button->isVisible() && button->text() == u"Go to Changes"_s)
                button->click();
        QCOMPARE(open.pageWanted, u"changes"_s);
    }

    void whatStandsInTheWayIsSaid()
    {
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.write("a", "mine\n").git({u"stash"_s, u"push"_s, u"-q"_s});
        repo.write("a", "unsaved\n");
        OpenedStash open(repo);
        open.run(u"stash.apply"_s);
        PAGE_TRY(open.banner());
        QCOMPARE(repo.read("a"), "unsaved\n"_ba);
        for (const QPushButton *button : open.banner()->findChildren<QPushButton *>())
            QVERIFY(!button->isVisible() || button->text() != u"Go to Changes"_s);
    }

    void aBranchIsMadeOfAStash()
    {
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.branch("taken").write("a", "2\n").stage({"a"});
        repo.git({u"stash"_s, u"push"_s, u"-q"_s});
        OpenedStash open(repo);
        open.run(u"stash.branch"_s);
        auto *dialog = open.dialog<NameDialog>();
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>();
        QVERIFY(!actOf(dialog)->isEnabled());
        name->setText(u"taken"_s);
        QVERIFY(!actOf(dialog)->isEnabled());
        QVERIFY(open.labels<PlainLabel>().contains(u"“taken” is there already."_s));
        name->setText(u"taken/x"_s);
        QVERIFY(!actOf(dialog)->isEnabled());
        name->setText(u"fresh"_s);
        actOf(dialog)->click();
        QVERIFY(open.ends());
        QCOMPARE(stashes(repo), ""_ba);
        QCOMPARE(repo.git({u"symbolic-ref"_s, u"HEAD"_s}), "refs/heads/fresh\n"_ba);
        QCOMPARE(status(repo), "M  a\n"_ba);
    }

    void t12_anUnbornHeadSaysWhy()
    {
        RepoBuilder repo;
        repo.write("a", "1\n");
        OpenedStash open(repo);
        QCOMPARE(open->controller().state(), PageState::Empty);
        open.run(u"stash.stash"_s);
        QVERIFY(!open.dialog<StashDialog>());
        QVERIFY(open.banner());
        QVERIFY(open.banner()->copyText().contains(u"There is no commit yet"_s));
        Opened<ChangesPage> changes(repo);
        changes.run(u"changes.stash"_s);
        QVERIFY(!changes.dialog<StashDialog>());
        QVERIFY(changes.banner());
        QVERIFY(changes.banner()->copyText().contains(u"Make the first commit"_s));
    }

    void withoutTrustItIsShownAndNothingIsDone()
    {
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.write("a", "2\n").git({u"stash"_s, u"push"_s, u"-q"_s});
        repo.write("b", "2\n");
        OpenedStash open(repo, Git::Trust::Unknown);
        PAGE_TRY_EQUAL(open.shown(), QByteArrayList{"a"});
        const QStringList ids{u"stash.stash"_s, u"stash.apply"_s,  u"stash.applyStaged"_s,
                              u"stash.pop"_s,   u"stash.branch"_s, u"stash.drop"_s};
        for (const QString &id : ids)
            open.run(id);
        QCOMPARE(open.trustRequests, ids.size());
        QVERIFY(!open.dialog<QDialog>());
        QVERIFY(!open.repository.writes().isBusy());
        QCOMPARE(stashes(repo).count('\n'), 1);
    }

    void aDamagedStashSaysSoAndCanBeDropped()
    {
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.write("a", "2\n").git({u"stash"_s, u"push"_s, u"-q"_s});
        const QByteArray id = repo.resolve("stash@{0}");
        const QByteArray path = repo.gitDir().toUtf8() + "/objects/" + id.left(2) + '/' + id.sliced(2);
        QVERIFY(QFile::remove(QFile::decodeName(path)));
        OpenedStash open(repo);
        QVERIFY(open->stashes().items().index(0).data(StashItems::IsDamagedRole).toBool());
        QVERIFY(open.tabs().isEmpty());
        QVERIFY(!open.command(u"stash.apply"_s)->isEnabled());
        QVERIFY(open.command(u"stash.drop"_s)->isEnabled());
    }

    void aListThatCannotBeReadIsSaid()
    {
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.write("a", "2\n").git({u"stash"_s, u"push"_s, u"-q"_s});
        QFile list(repo.gitDir() + u"/logs/refs/stash"_s);
        QVERIFY(list.open(QFile::WriteOnly) && list.write("not a line of a log\n") > 0);
        list.close();
        OpenedStash open(repo);
        QCOMPARE(open->controller().state(), PageState::Failed);
        QVERIFY(open.banner());
        QVERIFY(open.banner()->copyText().contains(u"The list of what is stashed is damaged."_s));
        QVERIFY(!open.command(u"stash.apply"_s)->isEnabled());
    }

    void chosenFilesAreStashedFromTheChangesPage()
    {
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.write("a", "2\n").stage({"a"}).write("b", "2\n").write("new", "n\n");
        Opened<ChangesPage> open(repo);
        listOf(open, ChangeSide::Staged)->selectPath("a");
        PAGE_TRY(open->changes().side() == ChangeSide::Staged);
        open.run(u"changes.stash"_s);
        auto *dialog = open.dialog<StashDialog>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>()->setText(u"one"_s);
        choiceOf(dialog, u"1 chosen file(s)"_s)->click();
        actOf(dialog)->click();
        QVERIFY(open.ends());
        QCOMPARE(stashes(repo), "On main: one\n"_ba);
        QCOMPARE(status(repo), " M b\n?? new\n"_ba);
        QCOMPARE(open.message, u"Stashed: one"_s);
    }

    // git finds no path that the index has no more.
    void aStagedRenameIsOfferedOnlyWithAllElse()
    {
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.git({u"mv"_s, u"b"_s, u"c"_s});
        Opened<ChangesPage> open(repo);
        listOf(open, ChangeSide::Staged)->selectPath("c");
        open.run(u"changes.stash"_s);
        auto *dialog = open.dialog<StashDialog>();
        QVERIFY(dialog);
        QVERIFY(!choiceOf(dialog, u"1 chosen file(s)"_s)->isEnabled());
        QVERIFY(open.labels<PlainLabel>().contains(u"only be stashed with all else"_s));
        actOf(dialog)->click();
        QVERIFY(open.ends());
        QCOMPARE(status(repo), ""_ba);
        QCOMPARE(stashes(repo).count('\n'), 1);
    }

    void aChosenUntrackedFileIsStashed()
    {
        RepoBuilder repo;
        startWithOneCommit(repo);
        repo.write("new", "n\n").write("other", "o\n");
        Opened<ChangesPage> open(repo);
        listOf(open, ChangeSide::Unstaged)->selectPath("new");
        open.run(u"changes.stash"_s);
        auto *dialog = open.dialog<StashDialog>();
        QVERIFY(dialog);
        choiceOf(dialog, u"chosen file"_s)->click();
        QVERIFY(!dialog->findChild<QCheckBox *>()->isEnabled());
        actOf(dialog)->click();
        QVERIFY(open.ends());
        QCOMPARE(status(repo), "?? other\n"_ba);
    }

    void chosenLinesAreStashedFromTheChangesPage()
    {
        RepoBuilder repo;
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        repo.write("a", "one\ntwo\nthree\n").commit("first");
        repo.write("a", "one\nnew A\ntwo\nnew B\nthree\n");
        Opened<ChangesPage> open(repo);
        auto *diff = open->findChild<DiffView *>();
        PAGE_TRY(diff->files().size() == 1);
        diff->setFocus();
        open.press(Qt::Key_Home);
        for (qsizetype row = 0; row < diff->content().rows().count(); ++row) {
            const Diff::Row current = diff->cursor().current();
            if (current.kind == Diff::RowKind::Line && diff->content().bytes(current) == "new B")
                break;
            open.press(Qt::Key_J);
        }
        open.press(Qt::Key_Space);
        open.run(u"changes.stash"_s);
        auto *dialog = open.dialog<StashDialog>();
        QVERIFY(dialog);
        QVERIFY(dialog->isOfLines());
        dialog->findChild<QLineEdit *>()->setText(u"B"_s);
        actOf(dialog)->click();
        QVERIFY(open.ends());
        QCOMPARE(repo.read("a"), "one\nnew A\ntwo\nthree\n"_ba);
        QCOMPARE(stashes(repo), "On main: B\n"_ba);
        QCOMPARE(repo.git({u"show"_s, u"stash@{0}:a"_s}), "one\ntwo\nnew B\nthree\n"_ba);
    }
};

PLUMBLINE_UI_TEST_MAIN(StashPageTest)
#include "tst_stashpage.moc"
