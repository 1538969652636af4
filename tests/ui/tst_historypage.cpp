// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gitopsfixture.h"
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/history/commitdetails.h"
#include "ui/history/commitlist.h"
#include "ui/history/gotoline.h"
#include "ui/history/historypage.h"
#include "ui/history/queryline.h"
#include "ui/history/refpanel.h"
#include "ui/widgets/plainlabel.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

struct Opened : Tests::OpenPage<HistoryPage>
{
    using OpenPage::OpenPage;

    CommitList *list() { return page().findChild<CommitList *>(); }
    DiffView *diff() { return page().findChild<DiffView *>(); }
    HistoryController &history() { return static_cast<HistoryController &>(page().controller()); }
    QLineEdit *query() { return page().findChild<QueryLine *>()->findChild<QLineEdit *>(); }
    void ask(const QString &line)
    {
        query()->setFocus();
        query()->selectAll();
        QTest::keyClicks(query(), line);
        QTest::keyClick(query(), Qt::Key_Return);
    }
    QString selected() { return list()->currentIndex().data().toString(); }
    QStringList subjects()
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all += list()->model()->index(row, 0).data().toString();
        return all;
    }
    QStringList deployed() // environments with a chip
    {
        QStringList found;
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            const QVariant refs = list()->model()->index(row, 0).data(CommitItems::RefsRole);
            for (const RefLabel &label : refs.value<QList<RefLabel>>())
                if (label.mark == LabelMark::Deployment)
                    found += label.text;
        }
        return found;
    }
    QList<QByteArray> shownFiles()
    {
        QList<QByteArray> paths;
        for (const Diff::FileDiff &file : diff()->files())
            paths += file.path();
        return paths;
    }
};

void threeCommits(RepoBuilder &repo)
{
    repo.write("a.txt", "1\n").commit("first");
    repo.write("b.txt", "2\n")
        .commit("second\n\nWhy it was done.", {.author = "Mara", .email = "m@example.org"});
    repo.write("c.txt", "3\n").write("d.txt", "4\n").commit("third");
}

void manyCommits(RepoBuilder &repo, int count)
{
    QByteArray stream;
    for (int number = 0; number < count; ++number) {
        const QByteArray subject = "c" + QByteArray::number(number);
        stream += "commit refs/heads/main\ncommitter Ada <a@example.org> " +
                  QByteArray::number(1700000000 + number) + " +0000\ndata " +
                  QByteArray::number(subject.size()) + "\n" + subject + "\n";
    }
    repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
}

} // namespace

class HistoryPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commitsStandInOrderAndTheNewestIsChosen()
    {
        RepoBuilder repo;
        threeCommits(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects(), QStringList({u"third"_s, u"second"_s, u"first"_s}));
        QVERIFY(open.settle());
        QCOMPARE(open.selected(), u"third"_s);
        PAGE_TRY_EQUAL(open.shownFiles(), QList<QByteArray>({"c.txt", "d.txt"}));
    }

    void keysMoveAndDetailsFollow()
    {
        RepoBuilder repo;
        threeCommits(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        open.list()->setFocus();
        open.press(Qt::Key_J);
        QCOMPARE(open.selected(), u"second"_s);
        PAGE_TRY_EQUAL(open.shownFiles(), QList<QByteArray>({"b.txt"}));
        PAGE_TRY_EQUAL(open.named<QPlainTextEdit>(u"Message"_s)->toPlainText(), u"Why it was done."_s);
        PAGE_TRY(open.labels<PlainLabel>().contains(u"Mara <m@example.org>"_s));
        open.press(Qt::Key_J);
        open.press(Qt::Key_J); // stays on the last one
        QCOMPARE(open.selected(), u"first"_s);
        PAGE_TRY(open.labels<PlainLabel>().contains(u"No parent"_s));
        open.press(Qt::Key_K);
        QCOMPARE(open.selected(), u"second"_s);
        open.press(Qt::Key_Down, Qt::AltModifier);
        PAGE_TRY_EQUAL(open.selected(), u"first"_s);
        open.press(Qt::Key_Home, Qt::ControlModifier);
        PAGE_TRY_EQUAL(open.selected(), u"third"_s);
        PAGE_TRY(open.settle());
        open.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().toLatin1(), repo.resolve("HEAD"));
    }

    void aFileInTheListIsShownInTheDifference()
    {
        RepoBuilder repo;
        threeCommits(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open.diff()->files().size(), 2);
        auto *files = open->findChild<FileList *>();
        files->setFocus();
        open.press(Qt::Key_J);
        QCOMPARE(files->selectedPaths(), QList<QByteArray>({"d.txt"}));
        QCOMPARE(open.diff()->currentFile(), 1);
    }

    void aRefreshKeepsTheChosenCommit()
    {
        RepoBuilder repo;
        threeCommits(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        open.list()->setFocus();
        open.press(Qt::Key_J);
        QVERIFY(open.settle());
        QSignalSpy resets(open.list()->model(), &QAbstractItemModel::modelReset);
        repo.write("e.txt", "5\n").commit("fourth");
        open.repository.refresh();
        PAGE_TRY_EQUAL(open.subjects().size(), 4);
        QVERIFY(open.settle());
        QCOMPARE(open.selected(), u"second"_s);
        QCOMPARE(open.shownFiles(), QList<QByteArray>({"b.txt"}));
        QCOMPARE(resets.count(), 0);

        repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~3"_s}); // the chosen one is gone
        open.repository.refresh();
        PAGE_TRY_EQUAL(open.subjects(), QStringList({u"first"_s}));
        PAGE_TRY(open.settle());
        QCOMPARE(open.selected(), u"first"_s);
        PAGE_TRY_EQUAL(open.shownFiles(), QList<QByteArray>({"a.txt"}));
    }

    void refreshingWhileLoadingShowsNoCommitTwice()
    {
        RepoBuilder repo;
        QByteArray stream;
        for (int number = 1; number <= 3000; ++number) {
            stream += "commit refs/heads/main\ncommitter Ada <a@example.org> " +
                      QByteArray::number(1700000000 + number) + " +0000\ndata 2\nc" +
                      QByteArray::number(number % 10) + "\n";
        }
        repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
        Opened open(repo);
        for (int time = 0; time < 5; ++time) {
            QSignalSpy inserted(open.list()->model(), &QAbstractItemModel::rowsInserted);
            open->controller().refresh();
            if (time == 0)
                PAGE_TRY(inserted.count() > 0 || open.isSettled());
        }
        QVERIFY(open.settle());
        QCOMPARE(open.list()->model()->rowCount(), 3000);
    }

    void aCrossLinkChoosesItsCommitEvenBeforeItIsLoaded()
    {
        RepoBuilder repo;
        threeCommits(repo);
        Opened open(repo);
        open->openArgument(repo.resolve("HEAD~2"));
        PAGE_TRY_EQUAL(open.selected(), u"first"_s);
        QVERIFY(open.settle());
        QCOMPARE(open.selected(), u"first"_s);
        open->openArgument(QByteArray("no id"));
        QCOMPARE(open.selected(), u"first"_s);
    }

    void aCrossLinkToACommitThatIsNotThereLeavesTheFirstChosen()
    {
        RepoBuilder repo;
        threeCommits(repo);
        Opened open(repo);
        open->openArgument(QByteArray(40, 'd'));
        QVERIFY(open.settle());
        PAGE_TRY_EQUAL(open.selected(), u"third"_s);
    }

    void aMissingObjectIsAProblemLineBesideTheRest()
    {
        RepoBuilder repo;
        threeCommits(repo);
        const QString lost = QString::fromLatin1(repo.resolve("HEAD~1"));
        QFile object(repo.gitDir() + u"/objects/"_s + lost.first(2) + u'/' + lost.sliced(2));
        QVERIFY(object.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(object.remove());
        Opened open(repo);
        QVERIFY(open.settle());
        QCOMPARE(open->controller().state(), PageState::Ready);
        QVERIFY(open.subjects().contains(u"third"_s));
        const QString said = open.labels<PlainLabel>();
        QVERIFY2(said.contains(u"could not be read"_s), qPrintable(said));
    }

    void theParentsStandOnOneLine_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {8, 9, 10, 11, 12, 13, 16})
            QTest::addRow("%d pt", size) << size;
    }

    void theParentsStandOnOneLine()
    {
        QFETCH(int, size);
        CommitDetailsView view;
        QFont font = view.font();
        font.setPointSize(size);
        view.setFont(font);
        view.resize(500, 300);
        Git::CommitDetails details;
        details.commit.parents = {*Git::ObjectId::fromHex(QByteArray(40, '1'))};
        view.setCommit(details);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto *button = view.findChild<QToolButton *>();
        const auto *label = button->parentWidget()->findChild<PlainLabel *>();
        QVERIFY(label->text().startsWith(u'1'));
        const QImage image = view.grab().toImage();
        const auto foot = [&](const QWidget *widget, int width) { // of the ones, the lowest row with ink
            const QRect area(widget->mapTo(&view, QPoint(0, 0)), QSize(width, widget->height()));
            const QRgb ground = image.pixel(area.topLeft());
            for (int y = area.bottom(); y > area.top(); --y) {
                for (int x = area.left(); x <= area.right(); ++x) {
                    if (qAbs(qGray(image.pixel(x, y)) - qGray(ground)) > 60)
                        return y;
                }
            }
            return -1;
        };
        const int one = label->fontMetrics().horizontalAdvance(u'1');
        QVERIFY(foot(label, one) > 0);
        QCOMPARE(foot(label, one), foot(button, button->width()));
    }

    void aCommitWithThousandsOfParentsIsShownAtOnce()
    {
        RepoBuilder repo;
        QByteArray stream;
        constexpr int kParents = 3000;
        for (int number = 1; number <= kParents; ++number)
            stream += "commit refs/heads/p" + QByteArray::number(number) +
                      "\nmark :" + QByteArray::number(number) + "\ncommitter A <a@b> " +
                      QByteArray::number(1700000000 + number) + " +0000\ndata 1\nr\n";
        stream += "commit refs/heads/main\ncommitter A <a@b> 1700009999 +0000\ndata 1\nm\nfrom :1\n";
        for (int number = 2; number <= kParents; ++number)
            stream += "merge :" + QByteArray::number(number) + '\n';
        repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
        Opened open(repo);
        QVERIFY(open.settle());
        PAGE_TRY_EQUAL(open.selected(), u"m"_s);
        PAGE_TRY(open.labels<PlainLabel>().contains(u"2980 more"_s) ||
                 open.labels<PlainLabel>().contains(u"2,980 more"_s));
        QVERIFY(open->findChildren<QToolButton *>().size() < 60);
        QElapsedTimer timer;
        timer.start();
        open.list()->setFocus();
        open.press(Qt::Key_Down, Qt::AltModifier); // a menu of parents, not of all of them
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(QApplication::activePopupWidget());
        QVERIFY(QApplication::activePopupWidget()->actions().size() <= 40);
        QApplication::activePopupWidget()->close();
    }

    void aRepositoryWithoutCommitsSaysWhereTheyWillStand()
    {
        RepoBuilder repo;
        Opened open(repo);
        PAGE_TRY_EQUAL(open->controller().state(), PageState::Empty);
        QVERIFY(open.labels<PlainLabel>().contains(u"No commits yet"_s));
        repo.write("a.txt", "1\n").commit("first");
        open.repository.refresh();
        PAGE_TRY_EQUAL(open.subjects(), QStringList({u"first"_s}));
        PAGE_TRY_EQUAL(open.selected(), u"first"_s);
    }

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

    void twoChosenCommitsAreComparedAndCanBeSwapped()
    {
        RepoBuilder repo;
        threeCommits(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        QVERIFY(open.settle());
        open.list()->setFocus();
        open.press(Qt::Key_Down, Qt::ShiftModifier);
        open.press(Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(open.labels<PlainLabel>().contains(u"3 commit(s) are chosen"_s));
        open.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n').size(), 3);
        open.press(Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(open.settle());
        const QString from = QString::fromLatin1(repo.resolve("HEAD~1")).first(8);
        const QString to = QString::fromLatin1(repo.resolve("HEAD")).first(8);
        QVERIFY2(open.labels<PlainLabel>().contains(from + u" → "_s + to),
                 qPrintable(open.labels<PlainLabel>()));
        PAGE_TRY_EQUAL(open.shownFiles(), QList<QByteArray>({"c.txt", "d.txt"}));
        QCOMPARE(open.diff()->files()[0].status, Diff::FileStatus::Added);
        open.command(u"history.swapCompared"_s)->trigger();
        PAGE_TRY(!open.diff()->files().isEmpty() &&
                 open.diff()->files()[0].status == Diff::FileStatus::Deleted);
        QVERIFY(open.settle());
        QVERIFY(open.labels<PlainLabel>().contains(to + u" → "_s + from));
        open.press(Qt::Key_Home);
        QVERIFY(open.settle());
        QVERIFY(!open.command(u"history.swapCompared"_s)->isVisible());
    }

    void aCommitIsComparedWithHeadAndItsRowStays()
    {
        RepoBuilder repo;
        threeCommits(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        QVERIFY(open.settle());
        open.list()->setFocus();
        open.press(Qt::Key_End);
        QVERIFY(open.settle());
        open.command(u"history.compareWithHead"_s)->trigger();
        QVERIFY(open.settle());
        QCOMPARE(open.shownFiles(), QList<QByteArray>({"b.txt", "c.txt", "d.txt"}));
        QCOMPARE(open.selected(), u"first"_s);
        open->controller().refresh(); // which chooses nothing else
        QVERIFY(open.settle());
        QCOMPARE(open.shownFiles(), QList<QByteArray>({"b.txt", "c.txt", "d.txt"}));
        open.command(u"history.copySubject"_s)->trigger(); // commands are about the row, not about HEAD
        QCOMPARE(QGuiApplication::clipboard()->text(), u"first"_s);
        open.press(Qt::Key_Up);
        QVERIFY(open.settle());
        QCOMPARE(open.shownFiles(), QList<QByteArray>({"b.txt"}));
    }

    void aCommitIsComparedWithTheWorkTreeAndFollowsIt()
    {
        RepoBuilder repo;
        threeCommits(repo);
        repo.write("a.txt", "changed\n").write("e.txt", "staged\n").stage({"e.txt"});
        repo.write("untracked.txt", "x\n").remove("d.txt");
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 3);
        QVERIFY(open.settle());
        open.list()->setFocus();
        open.press(Qt::Key_J);
        QVERIFY(open.settle());
        open.command(u"history.compareWithWorkTree"_s)->trigger();
        QVERIFY(open.settle());
        QCOMPARE(open.shownFiles(), QList<QByteArray>({"a.txt", "c.txt", "e.txt"}));
        QCOMPARE(open.selected(), u"second"_s);
        QVERIFY2(open.labels<PlainLabel>().contains(u"→ work tree"_s), qPrintable(open.labels<PlainLabel>()));
        QVERIFY(!open.command(u"history.swapCompared"_s)->isVisible());
        repo.write("b.txt", "changed, too\n");
        open.repository.note(RepositoryChange::WorkTree);
        PAGE_TRY_EQUAL(open.shownFiles(), QList<QByteArray>({"a.txt", "b.txt", "c.txt", "e.txt"}));
        QVERIFY(open.settle());
        QCOMPARE(open.selected(), u"second"_s);
        open.press(Qt::Key_K);
        open.press(Qt::Key_J); // what the commit changed, again
        QVERIFY(open.settle());
        QCOMPARE(open.shownFiles(), QList<QByteArray>({"b.txt"}));
        QVERIFY(!open.labels<PlainLabel>().contains(u"→ work tree"_s));
    }

    void aCommitOfManyFilesShowsItsNamesAndABlockOfLines()
    {
        RepoBuilder repo;
        threeCommits(repo);
        QByteArray stream =
            "blob\nmark :1\ndata 2\nx\n\ncommit refs/heads/main\ncommitter A <a@b> 1800000000 "
            "+0000\ndata 4\nmany\nfrom refs/heads/main^0\n";
        for (int file = 0; file < 20'000; ++file)
            stream += "M 644 :1 many/" + QByteArray::number(file).rightJustified(5, '0') + "\n";
        repo.git({u"fast-import"_s, u"--quiet"_s, u"--force"_s}, stream);
        Tests::stallWatch().clear();
        Opened open(repo);
        PAGE_TRY(open.labels<PlainLabel>().contains(u"many"_s));
        QVERIFY(open.settle());
        QCOMPARE(open.history().files().rowCount(), 20'000);
        QCOMPARE(open.diff()->files().size(), 200);
        VERIFY_NO_STALL();
        auto *files = open->findChild<FileList *>();
        files->setCurrentIndex(files->model()->index(12'345, 0));
        PAGE_TRY(open.diff()->files().size() == 200 && open.diff()->files()[0].path() == "many/12200");
        QVERIFY(open.settle());
        QCOMPARE(open.diff()->files()[open.diff()->currentFile()].path(), "many/12345"_ba);
        QVERIFY(open.labels<PlainLabel>().contains(u"differences of 12201 to 12400"_s));
        open.list()->setFocus();
        open.press(Qt::Key_J); // away while it may still read
        PAGE_TRY_EQUAL(open.shownFiles(), QList<QByteArray>({"c.txt", "d.txt"}));
    }

    void theEdgeOfAShallowCloneIsSaid()
    {
        RepoBuilder repo;
        threeCommits(repo);
        const QString clone = repo.folder() + u"/clone"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--depth=2"_s, u"file://"_s + repo.path(), clone});
        Opened open(clone);
        PAGE_TRY_EQUAL(open.subjects().size(), 2);
        PAGE_TRY(open.labels<PlainLabel>().contains(u"truncated here"_s));
        const QModelIndex last = open.list()->model()->index(1, 0);
        PAGE_TRY(last.data(Qt::AccessibleTextRole).toString().contains(u"truncated here"_s));
    }

    void aSignatureIsNotVerifiedWithoutTrust()
    {
        RepoBuilder repo;
        threeCommits(repo);
        const QByteArray plain = repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s});
        const qsizetype end = plain.indexOf("\n\n");
        const QByteArray text = plain.first(end) + "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n" +
                                " -----END PGP SIGNATURE-----" + plain.sliced(end);
        const QByteArray id =
            repo.git({u"hash-object"_s, u"-t"_s, u"commit"_s, u"-w"_s, u"--stdin"_s}, text).trimmed();
        repo.git({u"update-ref"_s, u"refs/heads/main"_s, QString::fromLatin1(id)});
        Tests::OpenPage<HistoryPage> untrusted(repo.path(), Git::Trust::Restricted);
        PAGE_TRY(untrusted.labels<PlainLabel>().contains(u"Signed, not verified"_s));
        QVERIFY(untrusted.settle());
        QVERIFY(untrusted.labels<PlainLabel>().contains(u"not trusted"_s));
    }

    void anEnvironmentStandsWhereItChangedLast()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        repo.write("unrelated.txt", "x").commit("unrelated");
        Opened open(repo);
        QVERIFY(open.settle());
        QStringList deployed = open.deployed(); // the page is not settled before they are there
        QVERIFY(deployed.contains(u"production"_s));
        QCOMPARE(deployed.removeDuplicates(), 0);
        const auto newest = open.list()->model()->index(0, 0).data(CommitItems::RefsRole);
        for (const RefLabel &label : newest.value<QList<RefLabel>>())
            QVERIFY(label.mark != LabelMark::Deployment); // it changed no version
    }

    void environmentsThatCouldNotBeReadAreTriedAgain()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        const QString tree = QString::fromLatin1(repo.resolve("HEAD^{tree}"));
        const QString path = repo.gitDir() + u"/objects/"_s + tree.first(2) + u'/' + tree.sliced(2);
        const QString away = repo.folder() + u"/tree"_s;
        QVERIFY(QFile::rename(path, away));
        Opened open(repo);
        QVERIFY(open.settle());
        QCOMPARE(open.subjects().size(), 4);
        QVERIFY(open.deployed().isEmpty());
        QVERIFY(QFile::rename(away, path));
        open->controller().refresh();
        QVERIFY(open.settle());
        QVERIFY(open.deployed().contains(u"production"_s));
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

PLUMBLINE_UI_TEST_MAIN(HistoryPageTest)
#include "tst_historypage.moc"
