// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/historyfixture.h"
#include "tests/ui/uitest.h"
#include "ui/history/gotoline.h"
#include "ui/history/refpanel.h"
#include "ui/widgets/plainlabel.h"

#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace HistoryFixture;

/// Searching, going somewhere, and which part of history is shown.
class HistoryFindTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQueryShowsWhatItFindsAndEscapeLeadsBack()
    {
        RepoBuilder repo;
        manyCommits(repo, 500);
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 500);
        QVERIFY(open.settle());
        open.list()->showRow(300);
        QVERIFY(open.settle());
        const QString before = open.selected();
        const int scroll = open.list()->verticalScrollBar()->value();
        QVERIFY(scroll > 0);

        open->startSearch();
        QVERIFY(open.query()->hasFocus());
        open.ask(u"message:c42"_s); // 42 and 420 to 429
        PAGE_TRY_EQUAL(open.list()->model()->rowCount(), 11);
        PAGE_TRY(!open.history().isSearching());
        QVERIFY(open.list()->hasFocus());
        PAGE_TRY_EQUAL(open.selected(), u"c429"_s);
        PAGE_TRY(open.labels<PlainLabel>().contains(u"11 found"_s));
        for (int row = 0; row < 11; ++row)
            QVERIFY(open.history().commits().at(row)->graph.strokes.isEmpty()); // no lanes to nowhere

        open.query()->setFocus();
        open.press(Qt::Key_Escape);
        PAGE_TRY_EQUAL(open.list()->model()->rowCount(), 500);
        QVERIFY(open.settle());
        PAGE_TRY_EQUAL(open.selected(), before);
        QCOMPARE(open.list()->verticalScrollBar()->value(), scroll);
        QVERIFY(open.query()->text().isEmpty());
    }

    void whatWasFoundCanBeShownAmongAll()
    {
        RepoBuilder repo;
        manyCommits(repo, 300);
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 300);
        open.ask(u"c77"_s);
        PAGE_TRY_EQUAL(open.list()->model()->rowCount(), 1);
        QVERIFY(open.settle());
        open.press(Qt::Key_Return, Qt::ControlModifier);
        PAGE_TRY_EQUAL(open.list()->model()->rowCount(), 300);
        QVERIFY(open.settle());
        PAGE_TRY_EQUAL(open.selected(), u"c77"_s);
    }

    void aMistakeInAQueryIsSaidAndChangesNothing()
    {
        RepoBuilder repo;
        threeCommits(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        open.ask(u"before:whenever"_s);
        PAGE_TRY(open.history().queryProblem().has_value());
        PAGE_TRY(open.labels<PlainLabel>().contains(open.history().queryProblem()->sentence));
        QCOMPARE(open.subjects().size(), 3);
        open.ask(u"author:nobody"_s);
        PAGE_TRY_EQUAL(open.subjects().size(), 0);
        PAGE_TRY(open.labels<PlainLabel>().contains(u"0 found"_s));
        QVERIFY(open.settle());
        open.ask(u"author:mara"_s);
        PAGE_TRY_EQUAL(open.subjects(), QStringList{u"second"_s});
        PAGE_TRY_EQUAL(open.shownFiles(), QList<QByteArray>({"b.txt"}));
    }

    void aCommitThatCannotBeSearchedIsSaid()
    {
        RepoBuilder repo;
        threeCommits(repo);
        repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s});
        const QByteArray lost = repo.resolve("HEAD~1");
        repo.remove(".git/objects/" + lost.first(2) + '/' + lost.sliced(2));
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        QVERIFY(open.settle());
        open.ask(u"message:ir"_s); // it might have it, too
        PAGE_TRY_EQUAL(open.subjects(), QStringList({u"third"_s, u"first"_s}));
        PAGE_TRY(open.labels<PlainLabel>().contains(u"were not searched"_s));
    }

    void findGoesToTheDifferencesWhenOneReadsThem()
    {
        RepoBuilder repo;
        threeCommits(repo);
        Opened open(repo);
        QVERIFY(open.settle());
        open.diff()->setFocus();
        open->startSearch();
        QVERIFY(!open.query()->hasFocus());
        open.list()->setFocus();
        open->startSearch();
        QVERIFY(open.query()->hasFocus());
    }

    void aNameLeadsToItsCommit()
    {
        RepoBuilder repo;
        threeCommits(repo);
        repo.tag("v1");
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        open.list()->setFocus();
        auto *line = open->findChild<GoToLine *>();
        const auto go = [&](const QString &name) {
            open.press(Qt::Key_G, Qt::ControlModifier);
            auto *edit = line->findChild<QLineEdit *>();
            edit->setText(name);
            QTest::keyClick(edit, Qt::Key_Return);
        };
        go(u"HEAD~2"_s);
        PAGE_TRY_EQUAL(open.selected(), u"first"_s);
        QVERIFY(!line->isVisible() && open.list()->hasFocus());
        go(u"v1"_s);
        PAGE_TRY_EQUAL(open.selected(), u"third"_s);
        go(QString::fromLatin1(repo.resolve("HEAD~1")).first(9));
        PAGE_TRY_EQUAL(open.selected(), u"second"_s);
        go(u"nowhere"_s);
        PAGE_TRY(!line->findChild<PlainLabel *>()->text().isEmpty());
        QVERIFY(line->isVisible());
        QCOMPARE(open.selected(), u"second"_s);
    }

    void ofSeveralParentsOneIsChosenFromAMenu()
    {
        RepoBuilder repo;
        threeCommits(repo);
        repo.branch("topic", "HEAD~1").checkout("topic");
        repo.write("t.txt", "t").commit("topic");
        repo.checkout("main");
        repo.merge("topic", "joined");
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 5);
        QVERIFY(open.settle());
        QCOMPARE(open.selected(), u"joined"_s);
        open.list()->setFocus();
        open.press(Qt::Key_Down, Qt::AltModifier);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        QVERIFY(menu->actions()[1]->text().endsWith(u"topic"_s));
        menu->actions()[1]->trigger();
        menu->close();
        PAGE_TRY_EQUAL(open.selected(), u"topic"_s);
        open.press(Qt::Key_Up, Qt::AltModifier); // one child: no menu
        PAGE_TRY_EQUAL(open.selected(), u"joined"_s);
    }

    void aHiddenBranchIsSaidAboveTheList()
    {
        RepoBuilder repo;
        threeCommits(repo);
        repo.branch("topic", "HEAD~1").checkout("topic");
        repo.write("t.txt", "t").commit("topic");
        repo.checkout("main");
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 4);
        QVERIFY(open.settle());
        HistoryFilter filter;
        filter.hidden = {"refs/heads/topic"};
        Q_EMIT open->findChild<RefPanel *>()->filterWanted(filter);
        PAGE_TRY_EQUAL(open.subjects(), QStringList({u"third"_s, u"second"_s, u"first"_s}));
        QVERIFY(open.labels<PlainLabel>().contains(u"hidden"_s));
        const QJsonObject state = open->saveState();
        open.command(u"history.showAll"_s)->trigger();
        PAGE_TRY_EQUAL(open.subjects().size(), 4);
        QVERIFY(!open.labels<PlainLabel>().contains(u"hidden"_s));
        open->restoreState(state);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        filter = {.solo = {"refs/heads/topic"}};
        Q_EMIT open->findChild<RefPanel *>()->filterWanted(filter);
        PAGE_TRY_EQUAL(open.subjects(), QStringList({u"topic"_s, u"second"_s, u"first"_s}));
        QVERIFY(open.labels<PlainLabel>().contains(u"Only topic is shown"_s));
    }

    void firstParentsAndOrderAreCommands()
    {
        RepoBuilder repo;
        threeCommits(repo);
        repo.branch("topic", "HEAD~1").checkout("topic");
        repo.write("t.txt", "t").commit("topic");
        repo.checkout("main");
        repo.merge("topic", "joined");
        repo.git({u"branch"_s, u"-D"_s, u"topic"_s});
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 5);
        open.command(u"history.firstParentOnly"_s)->trigger();
        PAGE_TRY_EQUAL(open.subjects().size(), 4);
        QVERIFY(!open.subjects().contains(u"topic"_s));
        open.command(u"history.firstParentOnly"_s)->trigger();
        open.command(u"history.byDate"_s)->trigger();
        PAGE_TRY_EQUAL(open.subjects(),
                       QStringList({u"joined"_s, u"topic"_s, u"third"_s, u"second"_s, u"first"_s}));
    }

    void theRefsBesideTheListCanBeHidden()
    {
        RepoBuilder repo;
        threeCommits(repo);
        Opened open(repo);
        QVERIFY(open.settle());
        auto *refs = open->findChild<RefPanel *>();
        open.list()->setFocus();
        const bool isShown = refs->isVisible();
        open.press(Qt::Key_F9);
        QCOMPARE(refs->isVisible(), !isShown);
        const QJsonObject state = open->saveState();
        open.press(Qt::Key_F9);
        QCOMPARE(refs->isVisible(), isShown);
        open->restoreState(state);
        QCOMPARE(refs->isVisible(), !isShown);
    }
};

PLUMBLINE_UI_TEST_MAIN(HistoryFindTest)
#include "tst_historyfind.moc"
