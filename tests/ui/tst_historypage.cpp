// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/historyfixture.h"
#include "tests/ui/uitest.h"
#include "ui/files/filelist.h"
#include "ui/history/commitdetails.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace HistoryFixture;

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
        PAGE_TRY_EQUAL(open.named<WrappedText>(u"Author"_s)->text(), u"Mara <m@example.org>"_s);
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

    void theIdsOfAllChosenCommitsAreCopied()
    {
        RepoBuilder repo;
        manyCommits(repo, 3000);
        Opened open(repo);
        PAGE_TRY_EQUAL(open.list()->model()->rowCount(), 3000);
        QVERIFY(open.settle());
        const auto copied = [&]() -> QByteArray {
            open.command(u"history.copyId"_s)->trigger();
            return QGuiApplication::clipboard()->text().toLatin1() + '\n';
        };
        open.list()->selectAll();
        QCOMPARE(copied(), repo.git({u"rev-list"_s, u"main"_s}));
        QCOMPARE(open.list()->selectedRanges(), (QList<std::pair<int, int>>{{0, 3000}}));
        open.list()->selectionModel()->select(open.list()->model()->index(1000, 0),
                                              QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
        QCOMPARE(copied().count('\n'), 2999);
        QVERIFY(!copied().contains(repo.resolve("main~1000")));
        open.ask(u"message:c77"_s); // 77 and 770 to 779
        PAGE_TRY(!open.history().isSearching() && open.list()->model()->rowCount() == 11);
        open.list()->selectAll();
        QCOMPARE(copied(), repo.git({u"rev-list"_s, u"main"_s, u"--grep=^c77"_s}));
    }

    void theDetailsNameTheRefsOfTheCommit()
    {
        RepoBuilder repo;
        threeCommits(repo);
        const QByteArray name(60, 'n');
        repo.branch(name).tag("v1", "one");
        Opened open(repo);
        PAGE_TRY(open.selected() == u"third"_s && open.settle());
        auto *refs = open->findChild<WrappedText *>(u"commit.refs"_s);
        PAGE_TRY_EQUAL(refs->text(),
                       QString(u"main, checked out; "_s + QString::fromLatin1(name) + u"; tag v1"_s));
        open.list()->showRow(1);
        PAGE_TRY(open.settle() && !refs->isVisible());
        repo.git({u"tag"_s, u"later"_s, u"HEAD~1"_s});
        open.repository.refresh();
        PAGE_TRY(refs->isVisible() && refs->text() == u"tag later"_s);
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
        QVERIFY2(said.contains(u"History is not whole. "_s), qPrintable(said));
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
        PAGE_TRY(open.labels<PlainLabel>().contains(u"This is a shallow clone"_s));
        const QModelIndex last = open.list()->model()->index(1, 0);
        PAGE_TRY(last.data(Qt::AccessibleTextRole).toString().contains(u"truncated here"_s));
    }
};

PLUMBLINE_UI_TEST_MAIN(HistoryPageTest)
#include "tst_historypage.moc"
