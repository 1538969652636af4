// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/historyfixture.h"
#include "tests/ui/uitest.h"
#include "ui/history/gotoline.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace HistoryFixture;

/// Searching, and going somewhere.
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

    void aHitThatWasChosenIsShownAmongAll_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<bool>("isByMouse");
        QTest::addColumn<bool>("isFromList");
        QTest::newRow("keys") << 3 << false << false;
        QTest::newRow("keys, Escape in the list") << 3 << false << true;
        QTest::newRow("mouse") << 3 << true << true;
        QTest::newRow("mouse, the first one") << 0 << true << false;
        QTest::newRow("none, Escape in the list") << 0 << false << true;
    }
    void aHitThatWasChosenIsShownAmongAll()
    {
        QFETCH(int, row);
        QFETCH(bool, isByMouse);
        QFETCH(bool, isFromList);
        RepoBuilder repo;
        manyCommits(repo, 500);
        Opened open(repo);
        PAGE_TRY(open.subjects().size() == 500 && open.settle());
        open.list()->showRow(300);
        open->startSearch();
        open.ask(u"message:c42"_s);
        PAGE_TRY(open.list()->model()->rowCount() == 11 && open.settle());
        if (isByMouse)
            QTest::mouseClick(open.list()->viewport(), Qt::LeftButton, {},
                              open.list()->visualRect(open.list()->model()->index(row, 0)).center());
        for (int step = 0; !isByMouse && step < row; ++step)
            QTest::keyClick(open.list(), Qt::Key_Down);
        const QString wanted = isByMouse || row > 0 ? open.selected() : u"c199"_s;
        if (!isFromList)
            open->startSearch();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        PAGE_TRY(open.list()->model()->rowCount() == 500 && open.settle());
        QCOMPARE(open.selected(), wanted);
        const QRect shown = open.list()->visualRect(open.list()->currentIndex());
        QVERIFY(open.list()->viewport()->rect().intersects(shown));
        QVERIFY(open.query()->text().isEmpty() && open.list()->hasFocus());
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

    void whatWasFoundStaysWhenACommitComesAndOnlyThatIsSearched()
    {
        RepoBuilder repo;
        manyCommits(repo, 400);
        repo.git({u"reset"_s, u"-q"_s, u"--hard"_s});
        repo.write("lost.txt", "x").commit("not to be read again");
        repo.write("top.txt", "x").commit("c top");
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 402);
        open.ask(u"message:c"_s);
        PAGE_TRY(!open.history().isSearching() && open.list()->model()->rowCount() == 401);
        open.list()->showRow(300); // far beyond what is searched first
        QVERIFY(open.settle());
        const QString chosen = open.selected(), first = open.list()->indexAt({5, 5}).data().toString();
        const QByteArray lost = repo.resolve("HEAD~1"); // a search of all would miss it
        const QByteArray object = repo.read(".git/objects/" + lost.first(2) + '/' + lost.sliced(2));
        QSignalSpy resets(open.list()->model(), &QAbstractItemModel::modelReset);
        repo.write("new.txt", "x").commit("c new");
        repo.remove(".git/objects/" + lost.first(2) + '/' + lost.sliced(2));
        open.repository.refresh();
        PAGE_TRY_EQUAL(open.list()->model()->rowCount(), 402);
        QVERIFY(open.settle());
        QCOMPARE(open.history().searchNotes().join(u"; "_s), QString());
        QCOMPARE(resets.count(), 0);
        QCOMPARE(open.selected(), chosen);
        QCOMPARE(open.list()->indexAt({5, 5}).data().toString(), first);
        PAGE_TRY_EQUAL(open.list()->model()->index(0, 0).data().toString(), u"c new"_s);
        PAGE_TRY_EQUAL(open.list()->model()->index(1, 0).data().toString(), u"c top"_s);
        repo.write(".git/objects/" + lost.first(2) + '/' + lost.sliced(2), object);

        repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~3"_s}); // "c top" and "c new" go, and the lost one
        open.repository.refresh();
        PAGE_TRY_EQUAL(open.list()->model()->rowCount(), 400);
        QVERIFY(open.settle());
        QCOMPARE(resets.count(), 0);
        QCOMPARE(open.selected(), chosen);
    }

    void whatIsFoundFollowsRefsAndPathsToo_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addRow("branch") << u"branch:main"_s;
        QTest::addRow("path") << u"path:a.txt"_s;
        QTest::addRow("pattern") << u"path:*.txt"_s;
        QTest::addRow("content") << u"content:line"_s;
    }

    void whatIsFoundFollowsRefsAndPathsToo()
    {
        QFETCH(QString, query);
        RepoBuilder repo;
        repo.write("a.txt", "line\n").commit("first");
        repo.write("a.txt", "line line\n").commit("second");
        repo.branch("topic").checkout("topic");
        repo.write("b", "b").commit("other");
        repo.checkout("main");
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        open.ask(query);
        PAGE_TRY_EQUAL(open.subjects(), QStringList({u"second"_s, u"first"_s}));
        QVERIFY(open.settle());
        open.list()->showRow(1);
        QVERIFY(open.settle());
        QSignalSpy resets(open.list()->model(), &QAbstractItemModel::modelReset);
        repo.write("a.txt", "line line line\n").commit("third");
        open.repository.refresh();
        PAGE_TRY_EQUAL(open.subjects(), QStringList({u"third"_s, u"second"_s, u"first"_s}));
        QVERIFY(open.settle());
        QCOMPARE(open.selected(), u"first"_s);
        QCOMPARE(resets.count(), 0);
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
        PAGE_TRY(open.labels<PlainLabel>().contains(u"Nothing found"_s));
        QVERIFY(open.settle());
        open.ask(u"author:mara"_s);
        PAGE_TRY_EQUAL(open.subjects(), QStringList{u"second"_s});
        PAGE_TRY_EQUAL(open.shownFiles(), QList<QByteArray>({"b.txt"}));
    }

    void thatNothingIsFoundIsSaidWhenItIsOver_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"author:nobody", "path:none", "content:none", "branch:main content:none"})
            QTest::addRow("%s", line) << QString::fromLatin1(line);
    }
    void thatNothingIsFoundIsSaidWhenItIsOver()
    {
        QFETCH(QString, line);
        RepoBuilder repo;
        threeCommits(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        open.ask(line);
        PAGE_TRY_EQUAL(open.subjects().size(), 0);
        PAGE_TRY(!open.history().isSearching());
        QVERIFY(open.settle());
        QVERIFY(open.labels<PlainLabel>().contains(u"Nothing found"_s));
        QVERIFY(!open.labels<PlainLabel>().contains(u"searched"_s));
        QCOMPARE(open.list()->accessibleDescription(), u"Nothing was found"_s);
        open.query()->setFocus();
        open.press(Qt::Key_Escape);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        QCOMPARE(open.list()->accessibleDescription(), QString());
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

    void aSuggestionIsGoneToHoweverItIsChosen_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("found");
        QTest::newRow("keys") << u"featu"_s << u"keys"_s << u"first"_s;
        QTest::newRow("mouse") << u"featu"_s << u"mouse"_s << u"first"_s;
        QTest::newRow("first suggestion") << u"featu"_s << u"return"_s << u"second"_s;
        QTest::newRow("the name itself") << u"feature"_s << u"return"_s << u"first"_s;
    }
    void aSuggestionIsGoneToHoweverItIsChosen()
    {
        QFETCH(QString, typed);
        QFETCH(QString, how);
        RepoBuilder repo;
        threeCommits(repo);
        repo.branch("a-feature", "HEAD~1").branch("feature", "HEAD~2");
        Opened open(repo);
        PAGE_TRY(open.subjects().size() == 3 && open.settle());
        open.list()->setFocus();
        open.press(Qt::Key_G, Qt::ControlModifier);
        const auto *line = open->findChild<GoToLine *>();
        auto *edit = line->findChild<QLineEdit *>();
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!line->findChild<PlainLabel *>()->text().isEmpty()); // nothing is named yet
        QTest::keyClicks(edit, typed);
        QAbstractItemView *popup = edit->completer()->popup();
        PAGE_TRY(popup->isVisible() && popup->model()->rowCount() == 2);
        if (how == u"mouse"_s) {
            const QRect second = popup->visualRect(popup->model()->index(1, 0));
            QTest::mouseClick(popup->viewport(), Qt::LeftButton, {}, second.center());
        } else {
            for (int step = 0; how == u"keys"_s && step < 2; ++step)
                QTest::keyClick(popup, Qt::Key_Down);
            QTest::keyClick(popup, Qt::Key_Return);
        }
        PAGE_TRY(!line->isVisible());
        QTEST(open.selected(), "found");
    }
};

PLUMBLINE_UI_TEST_MAIN(HistoryFindTest)
#include "tst_historyfind.moc"
