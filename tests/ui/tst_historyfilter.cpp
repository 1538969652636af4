// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/historyfixture.h"
#include "tests/ui/uitest.h"
#include "ui/history/refpanel.h"
#include "ui/widgets/plainlabel.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace HistoryFixture;

/// Which part of history is shown, and what of it is in sight.
class HistoryFilterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefThatWasShownAloneAndIsGoneLeavesTheOthers()
    {
        RepoBuilder repo;
        threeCommits(repo);
        repo.branch("topic", "HEAD~1").checkout("topic");
        repo.write("t.txt", "t").commit("topic");
        repo.checkout("main");
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 4);
        QVERIFY(open.settle());
        const auto want = [&](const HistoryFilter &filter) {
            Q_EMIT open->findChild<RefPanel *>()->filterWanted(filter);
        };
        want({.hidden = {"refs/heads/main"}, .solo = {"refs/heads/topic"}});
        PAGE_TRY_EQUAL(open.subjects(), QStringList({u"topic"_s, u"second"_s, u"first"_s}));
        const QJsonObject state = open->saveState();
        QSignalSpy saved(&open.page(), &Page::stateSaveWanted);
        repo.git({u"branch"_s, u"-q"_s, u"-D"_s, u"topic"_s});
        open.repository.refresh();
        PAGE_TRY_EQUAL(open.subjects(), QStringList({u"third"_s, u"second"_s, u"first"_s}));
        QVERIFY(open.settle());
        QCOMPARE(open->controller().state(), PageState::Ready);
        QVERIFY(open.history().filter().solo.isEmpty());
        QVERIFY(!open.labels<PlainLabel>().contains(u"is shown"_s));
        QVERIFY(!saved.isEmpty());
        open->restoreState(state); // as at the next start
        QVERIFY(open.settle());
        QCOMPARE(open.subjects().size(), 3);
    }

    void whereNothingIsLeftOfAFilterTheWayBackIsShown()
    {
        RepoBuilder repo;
        threeCommits(repo);
        repo.git({u"tag"_s, u"tree"_s, QString::fromLatin1(repo.resolve("HEAD^{tree}"))});
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        Q_EMIT open->findChild<RefPanel *>()->filterWanted({.solo = {"refs/tags/tree"}});
        PAGE_TRY(open.settle() && open.subjects().isEmpty());
        QVERIFY(!open.labels<PlainLabel>().contains(u"No commits yet"_s));
        PAGE_TRY(open.labels<PlainLabel>().contains(u"Only tree is shown"_s));
        open.command(u"history.showAll"_s)->trigger();
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
    }

    void headsBranchIsNotSaidToBeHidden()
    {
        RepoBuilder repo;
        threeCommits(repo);
        repo.branch("topic", "HEAD~1");
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        Q_EMIT open->findChild<RefPanel *>()->filterWanted({.hidden = {"refs/heads/topic"}});
        PAGE_TRY(open.labels<PlainLabel>().contains(u"1 ref is hidden"_s) ||
                 open.labels<PlainLabel>().contains(u"1 ref(s) are hidden"_s));
        repo.checkout("topic");
        open.repository.refresh();
        PAGE_TRY(open.settle() && !open.labels<PlainLabel>().contains(u"hidden"_s));
        RefItems &refs = open.history().refs();
        QVERIFY(!refs.index(refs.rowOf("refs/heads/topic")).data(RefItems::IsHiddenRole).toBool());
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

    void aChangedFilterLeavesTheChosenCommitInSight()
    {
        RepoBuilder repo;
        manyCommits(repo, 500);
        repo.branch("middle", "main~250");
        QByteArray side;
        for (int number = 0; number < 60; ++number)
            side += "commit refs/heads/side\ncommitter Ada <a@example.org> 1800000000 +0000\ndata 4\nside\n" +
                    QByteArray(number == 0 ? "from refs/heads/main^0\n" : "");
        repo.git({u"fast-import"_s, u"--quiet"_s}, side);
        Opened open(repo);
        PAGE_TRY(open.list()->model()->rowCount() == 560 && open.settle());
        auto *refs = open->findChild<RefPanel *>();
        const auto isInSight = [&] {
            const QRect shown = open.list()->visualRect(open.list()->currentIndex());
            return open.list()->currentIndex().isValid() && open.list()->viewport()->rect().contains(shown);
        };
        open.list()->showRow(360);
        QVERIFY(open.settle());
        QCOMPARE(open.selected(), u"c199"_s);
        open.list()->scrollToTop();
        Q_EMIT refs->filterWanted({.hidden = {"refs/heads/side"}});
        PAGE_TRY(open.list()->model()->rowCount() == 500 && open.settle());
        QCOMPARE(open.selected(), u"c199"_s);
        QVERIFY(isInSight());

        Q_EMIT refs->filterWanted({.solo = {"refs/heads/middle"}});
        PAGE_TRY(open.list()->model()->rowCount() == 250 && open.settle());
        QCOMPARE(open.selected(), u"c249"_s); // its tip
        QVERIFY(isInSight());

        open.command(u"history.showAll"_s)->trigger();
        PAGE_TRY(open.list()->model()->rowCount() == 560 && open.settle());
        QCOMPARE(open.selected(), u"c249"_s);
        QVERIFY(isInSight());
        open.list()->scrollToTop();
        open.command(u"history.byDate"_s)->trigger();
        PAGE_TRY(open.settle() && isInSight());
        QCOMPARE(open.selected(), u"c249"_s);
    }

    void aRebaseElsewhereLeavesWhatIsInSightInItsPlace_data()
    {
        QTest::addColumn<int>("top"); // row
        QTest::addColumn<bool>("isOldBranchRebased");
        QTest::newRow("some rows in sight are replaced") << 55 << false;
        QTest::newRow("all are") << 20 << false;
        QTest::newRow("they are taken away and come again") << 100 << true;
    }
    void aRebaseElsewhereLeavesWhatIsInSightInItsPlace()
    {
        QFETCH(int, top);
        QFETCH(bool, isOldBranchRebased);
        RepoBuilder repo;
        manyCommits(repo, 400);
        const auto add = [&](const QByteArray &branch, const QByteArray &from, int count, int when) {
            QByteArray stream = "reset refs/heads/" + branch + "\nfrom " + from + "\n\n";
            for (int number = 0; number < count; ++number)
                stream += "commit refs/heads/" + branch + "\ncommitter Ada <a@example.org> " +
                          QByteArray::number(1700000000 + when + number) + " +0000\ndata 1\nr\n";
            repo.git({u"fast-import"_s, u"--quiet"_s, u"--force"_s}, stream);
        };
        add("old", repo.resolve("main~390"), 1, 10);
        Opened open(repo);
        PAGE_TRY(open.list()->model()->rowCount() == 401 && open.settle());
        const auto idOf = [&](int row) { return open.history().idAt(row); };
        const Git::ObjectId last = idOf(60), above = idOf(50);
        open.list()->showRow(200);
        const int height = open.list()->rowHeight(0);
        open.list()->verticalScrollBar()->setValue(top * height + 5);
        QVERIFY(open.settle());
        const Git::ObjectId head = idOf(0);

        const int more = isOldBranchRebased ? 10 : 0;
        add("main", repo.resolve("main~60"), 60 + more, 1000);
        if (isOldBranchRebased)
            add("old", repo.resolve("main~391"), 1, 10);
        open.repository.refresh();
        PAGE_TRY(open.settle() && idOf(0) != head);
        QCOMPARE(open.list()->model()->rowCount(), 401 + more);
        QCOMPARE(idOf(60 + more), last);
        QVERIFY(idOf(50 + more) != above);
        QCOMPARE(open.list()->verticalScrollBar()->value(), (top + more) * height + 5);
        QCOMPARE(open.list()->currentIndex().row(), 200 + more);
    }
};

PLUMBLINE_UI_TEST_MAIN(HistoryFilterTest)
#include "tst_historyfilter.moc"
