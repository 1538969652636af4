// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gitopsfixture.h"
#include "tests/ui/historyfixture.h"
#include "tests/ui/uitest.h"
#include "ui/history/commitdetails.h"
#include "ui/widgets/plainlabel.h"

#include <QClipboard>
#include <QMenu>
#include <QSemaphore>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace HistoryFixture;

/// What the page tells of the chosen commits, alone or compared.
class HistoryChosenTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapeLeavesAComparison()
    {
        RepoBuilder repo;
        threeCommits(repo);
        Opened open(repo);
        QVERIFY(open.settle());
        open.list()->setFocus();
        open.press(Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(open.settle());
        const ChosenCommit &chosen = open.history().chosen();
        QVERIFY(!chosen.comparedWith().isNull());
        open.press(Qt::Key_Escape);
        QVERIFY(open.settle());
        QVERIFY(chosen.comparedWith().isNull());
        QCOMPARE(open.list()->selectedCount(), 1);
        QCOMPARE(open.selected(), u"second"_s);
        QCOMPARE(open.shownFiles(), QList<QByteArray>{"b.txt"});
        for (const QString &id : {u"history.compareWithHead"_s, u"history.compareWithWorkTree"_s}) {
            open.command(id)->trigger();
            QVERIFY(open.settle());
            QVERIFY(!chosen.comparedWith().isNull() || chosen.isWithWorkTree());
            open.press(Qt::Key_Escape);
            QVERIFY(open.settle());
            QVERIFY(chosen.comparedWith().isNull() && !chosen.isWithWorkTree());
            QCOMPARE(open.shownFiles(), QList<QByteArray>{"b.txt"});
        }
    }

    void backAndForwardGoThroughTheCommitsThatWereChosen()
    {
        RepoBuilder repo;
        manyCommits(repo, 40);
        repo.git({u"reset"_s, u"-q"_s, u"--hard"_s});
        Opened open(repo);
        QVERIFY(open.settle());
        QCOMPARE(open.selected(), u"c39"_s);
        open.list()->setFocus();
        open.list()->showRow(20);
        open.list()->showRow(30);
        open.press(Qt::Key_Down); // a step: no place of its own
        QCOMPARE(open.selected(), u"c8"_s);
        open.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(open.selected(), u"c19"_s);
        open.press(Qt::Key_Left, Qt::AltModifier);
        open.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(open.selected(), u"c39"_s);
        open.press(Qt::Key_Right, Qt::AltModifier);
        open.press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(open.selected(), u"c8"_s);
        open.press(Qt::Key_Left, Qt::AltModifier);
        open.list()->showRow(10); // from here on there is no forward
        open.press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(open.selected(), u"c29"_s);
    }

    void aCommitThatHistoryDoesNotShowIsSaid()
    {
        RepoBuilder repo;
        threeCommits(repo);
        repo.git({u"checkout"_s, u"-q"_s, u"--detach"_s});
        const QByteArray lost = repo.write("e", "5\n").commit("lost");
        repo.checkout("main");
        Opened open(repo);
        QVERIFY(open.settle());
        QSignalSpy said(&open.context, &RepositoryContext::messageShown);
        open->openArgument(lost);
        PAGE_TRY_EQUAL(said.count(), 1);
        QVERIFY(said.first().first().toString().startsWith(QString::fromLatin1(lost.first(8))));
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

    void moreLinesComeAndWhitespaceGoes()
    {
        RepoBuilder repo;
        QByteArray lines;
        for (int at = 0; at < 60; ++at)
            lines += "line " + QByteArray::number(at) + '\n';
        repo.write("a.txt", lines).commit("first");
        repo.write("a.txt", lines.replace("line 30\n", "  line 30\nnew\n")).commit("second");
        Opened open(repo);
        PAGE_TRY_EQUAL(open.subjects().size(), 2);
        PAGE_TRY(open.diff()->files().size() == 1);
        QVERIFY(open.settle());
        const auto count = [&] {
            return open.diff()->files().isEmpty() ? 0 : open.diff()->files()[0].lines.size();
        };
        QCOMPARE(count(), 9);
        open.diff()->setFocus();
        open.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        PAGE_TRY_EQUAL(count(), 62);
        open.command(u"history.ignoreWhitespace"_s)->trigger();
        PAGE_TRY_EQUAL(count(), 61);
        open.command(u"history.wholeFile"_s)->trigger();
        PAGE_TRY_EQUAL(count(), 7);
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

    void aPageWithSignaturesIsSettledWhenTheyAreKnown()
    {
        RepoBuilder repo;
        threeCommits(repo);
        repo.config(u"log.showSignature"_s, u"true"_s);
        Opened open(repo);
        QVERIFY(open.settle());
        for (int row = 0; row < 3; ++row) {
            const auto mark = open.list()->model()->index(row, 0).data(CommitItems::SignatureRole);
            QVERIFY(mark.isValid());
            QCOMPARE(static_cast<SignatureMark>(mark.toInt()), SignatureMark::None);
        }
        QAction *toggle = open.command(u"history.showSignatures"_s);
        QVERIFY(toggle->isChecked());
        toggle->trigger();
        QVERIFY(!open.list()->model()->index(0, 0).data(CommitItems::SignatureRole).isValid());
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

    void environmentsAreAwaitedButNotForLong()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        Opened open(repo);
        QVERIFY(open.settle());
        repo.write("unrelated.txt", "x").commit("unrelated");
        QSemaphore gate; // nobody comes through: the search for environments waits behind these
        const auto block = [&] {
            for (int job = 0; job < open.services.longReads.maxThreadCount(); ++job)
                open.services.longReads.start([&] { gate.acquire(); });
        };
        connect(&open.history(), &HistoryController::rowsChanged, &open.page(), block,
                Qt::SingleShotConnection);
        open.repository.refresh();
        PAGE_TRY_EQUAL(open.subjects().size(), 5);
        PAGE_TRY(open.history().isAwaitingDeployments());
        QVERIFY(!open->isSettled());
        PAGE_TRY(!open.history().isAwaitingDeployments());
        QVERIFY(open.settle());
        gate.release(open.services.longReads.maxThreadCount());
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
};

PLUMBLINE_UI_TEST_MAIN(HistoryChosenTest)
#include "tst_historychosen.moc"
