// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/discard.h"
#include "git/open.h"
#include "git/sequence/resolve.h"
#include "tests/ui/tabfixture.h"
#include "tests/ui/uitest.h"
#include "ui/diff/diffview.h"
#include "ui/shell/undobanner.h"
#include "ui/undo/undopage.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"

#include <QPushButton>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

void discard(RepoBuilder &repo, const QByteArray &path, const QByteArray &content)
{
    repo.write(path, content);
    const SystemProcessRunner runner;
    Git::RepoLocation where = Git::openRepository(repo.path())->location;
    where.trust = Git::Trust::Trusted;
    auto discarding =
        QtConcurrent::run([&] { return Git::discardPaths(Git::Program(runner, where), {path}, {}); });
    if (!QTest::qWaitFor([&] { return discarding.isFinished(); }, 20'000) || !discarding.result())
        qFatal("not discarded");
}

void make(RepoBuilder &repo)
{
    repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
    repo.write("web.yaml", "replicas: 1\n").write("api.yaml", "replicas: 1\n").commit("first");
    discard(repo, "web.yaml", "replicas: 2\n");
    discard(repo, "notes.txt", "never committed\n");
}

} // namespace

class UndoPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void t19_ctrlZTakesTheLastOneBackFromAnyPageAfterARestart_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : Tests::OpenTab::pageIds()) {
            if (id != "blame"_L1 && id != "filehistory"_L1) // which need a file
                QTest::addRow("%s", qPrintable(id)) << id;
        }
    }
    void t19_ctrlZTakesTheLastOneBackFromAnyPageAfterARestart()
    {
        QFETCH(QString, id);
        RepoBuilder repo;
        make(repo);
        Tests::OpenTab tab(repo, Git::Trust::Trusted);
        Page *page = tab.show(id);
        QVERIFY(page);
        PAGE_TRY(tab.view.repository().canUndo());
        QSignalSpy told(&tab.view.context(), &RepositoryContext::messageShown);
        page->undo();
        PAGE_TRY(!told.isEmpty());
        QCOMPARE(told.last().first().toString(), u"Undone: Discarded notes.txt"_s);
        QCOMPARE(repo.read("notes.txt"), "never committed\n"_ba);
        QCOMPARE(repo.read("web.yaml"), "replicas: 1\n"_ba);
    }

    void thatNothingCanBeUndoneIsSaidAndTrustIsAskedFor_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addRow("history") << u"history"_s;
        QTest::addRow("environments") << u"environments"_s;
    }
    void thatNothingCanBeUndoneIsSaidAndTrustIsAskedFor()
    {
        QFETCH(QString, id);
        RepoBuilder repo;
        repo.write("f", "1\n").commit("first");
        {
            Tests::OpenTab tab(repo, Git::Trust::Trusted);
            Page *page = tab.show(id);
            QVERIFY(page);
            PAGE_TRY_EQUAL(tab.view.repository().undo().state(), PageState::Empty);
            QSignalSpy told(&tab.view.context(), &RepositoryContext::messageShown);
            page->undo();
            QCOMPARE(told.count(), 1);
        }
        discard(repo, "f", "mine\n");
        Tests::OpenTab tab(repo, Git::Trust::Unknown);
        Page *page = tab.show(id);
        QVERIFY(page);
        PAGE_TRY_EQUAL(tab.view.repository().undo().state(), PageState::Ready);
        QSignalSpy asked(&tab.view.context(), &RepositoryContext::trustRequested);
        page->undo();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(repo.read("f"), "1\n"_ba);
    }

    void whatCannotBeUndoneIsSaidWithTheWaysOn()
    {
        RepoBuilder repo;
        make(repo);
        repo.write("notes.txt", "in the way\n");
        Tests::OpenTab tab(repo, Git::Trust::Trusted);
        Page *page = tab.show(u"environments"_s);
        QVERIFY(page);
        PAGE_TRY(tab.view.repository().canUndo());
        auto *banner = tab.view.findChild<UndoBanner *>();
        QVERIFY(banner && !banner->isVisible());
        page->undo();
        PAGE_TRY(banner->isVisible());
        QVERIFY(banner->findChild<ErrorBanner *>()->copyText().contains(u"notes.txt"_s));
        for (QPushButton *button : banner->findChildren<QPushButton *>()) {
            if (button->text() == u"Show what can be undone"_s)
                button->click();
        }
        QCOMPARE(tab.view.currentPageId(), u"undo"_s);
        repo.remove("notes.txt");
        tab.view.currentPage()->undo();
        PAGE_TRY(!banner->isVisible());
        QCOMPARE(repo.read("notes.txt"), "never committed\n"_ba);
    }

    void thatNothingCanBeUndoneIsSaidOnlyWhileItHolds()
    {
        RepoBuilder repo;
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        repo.write("f", "was\n").commit("first");
        repo.branch("topic").checkout("topic").write("f", "theirs\n").commit("theirs");
        repo.checkout("main").write("f", "ours\n").commit("ours");
        repo.tryGit({u"merge"_s, u"topic"_s});
        const SystemProcessRunner runner;
        Git::RepoLocation where = Git::openRepository(repo.path())->location;
        where.trust = Git::Trust::Trusted;
        auto taking = QtConcurrent::run(
            [&] { return Git::takeSide(Git::Program(runner, where), {"f"}, Git::Side::Ours, {}); });
        QVERIFY(QTest::qWaitFor([&] { return taking.isFinished(); }, 20'000) && taking.result());
        repo.git({u"merge"_s, u"--abort"_s});
        Tests::OpenTab tab(repo, Git::Trust::Trusted);
        Page *page = tab.show(u"environments"_s);
        QVERIFY(page);
        auto *banner = tab.view.findChild<UndoBanner *>();
        PAGE_TRY_EQUAL(tab.view.repository().undo().state(), PageState::Ready);
        page->undo();
        PAGE_TRY(banner->isVisible());
        QVERIFY(banner->findChild<ErrorBanner *>()->copyText().contains(u"Nothing can be undone"_s));
        repo.write("f", "more\n").commit("more");
        tab.view.repository().refresh();
        PAGE_TRY(!banner->isVisible());
    }

    void t25_theListSaysWhatCanBeUndoneAndShowsItsDifferences()
    {
        RepoBuilder repo;
        make(repo);
        Tests::OpenPage<UndoPage> open(repo);
        PAGE_TRY_EQUAL(open->items().rowCount(), 2);
        QVERIFY(open.settle());
        auto *diff = open.named<DiffView>(u"What comes back"_s);
        PAGE_TRY_EQUAL(diff->files().size(), 1);
        QCOMPARE(diff->files().first().path(), "notes.txt"_ba);
        open->setFocus();
        open.press(Qt::Key_Down);
        PAGE_TRY_EQUAL(diff->files().value(0).path(), "web.yaml"_ba);
        QCOMPARE(Diff::countLines(diff->files().first()), (Diff::LineCounts{1, 1}));
        open.press(Qt::Key_Return, Qt::ControlModifier);
        PAGE_TRY_EQUAL(repo.read("web.yaml"), "replicas: 2\n"_ba);
        PAGE_TRY_EQUAL(open->items().rowCount(), 1);
        PAGE_TRY_EQUAL(diff->files().value(0).path(), "notes.txt"_ba); // the next one
    }

    void deletingAsksFirst()
    {
        RepoBuilder repo;
        make(repo);
        Tests::OpenPage<UndoPage> open(repo);
        PAGE_TRY_EQUAL(open->items().rowCount(), 2);
        open->setFocus();
        open.press(Qt::Key_Delete);
        auto *dialog = open->findChild<ConfirmDialog *>();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Return); // Cancel is the default
        QVERIFY(!dialog->isVisible());
        QVERIFY(!open.repository.undo().isRunning());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        open.command(u"undo.remove"_s)->trigger();
        open->findChild<ConfirmDialog *>()->findChild<QPushButton *>(u"act"_s)->click();
        PAGE_TRY_EQUAL(open->items().rowCount(), 1);
        PAGE_TRY(open.settle());
        QCOMPARE(repo.git({u"for-each-ref"_s, u"refs/plumbline/undo/"_s}).count('\n'), 1);
        QVERIFY(!QFile::exists(repo.path() + u"/notes.txt"_s));
    }

    void withoutTrustItIsAskedFor()
    {
        RepoBuilder repo;
        make(repo);
        Tests::OpenPage<UndoPage> open(repo, Git::Trust::Unknown);
        PAGE_TRY_EQUAL(open->items().rowCount(), 2);
        QSignalSpy asked(&open.context, &RepositoryContext::trustRequested);
        open.command(u"undo.bringBack"_s)->trigger();
        open.command(u"undo.remove"_s)->trigger();
        QCOMPARE(asked.count(), 2);
        QVERIFY(!open->findChild<ConfirmDialog *>());
        QVERIFY(!QFile::exists(repo.path() + u"/notes.txt"_s));
    }

    void thatThereIsNothingIsSaid()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("first");
        Tests::OpenPage<UndoPage> open(repo);
        PAGE_TRY_EQUAL(open->controller().state(), PageState::Empty);
        QVERIFY(open.settle());
        QVERIFY(open->findChild<EmptyState *>()->isVisible());
        for (const QString &id :
             {u"undo.bringBack"_s, u"undo.bringFiles"_s, u"undo.remove"_s, u"undo.copy"_s})
            QVERIFY2(!open.command(id)->isEnabled(), qPrintable(id));
    }

    void aListThatCannotBeReadIsSaid()
    {
        RepoBuilder repo;
        make(repo);
        Tests::OpenPage<UndoPage> open(repo);
        PAGE_TRY_EQUAL(open->items().rowCount(), 2);
        repo.git({u"pack-refs"_s, u"--all"_s});
        repo.write(".git/packed-refs", "# pack-refs with: peeled fully-peeled sorted\nnonsense\n");
        open.repository.undo().refresh();
        PAGE_TRY(open->controller().isStale() || open->controller().state() == PageState::Failed);
        QCOMPARE(open->items().rowCount(), 2); // what is known stays
    }
};

PLUMBLINE_UI_TEST_MAIN(UndoPageTest)
#include "tst_undopage.moc"
