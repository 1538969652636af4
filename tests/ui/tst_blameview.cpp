// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/blamefixture.h"
#include "tests/ui/uitest.h"
#include "ui/diff/diffcolors.h"
#include "ui/diff/findbar.h"
#include "ui/files/pathedit.h"
#include "ui/shell/pagebar.h"
#include "ui/shell/repositoryview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>

using namespace Qt::StringLiterals;
using namespace BlameFixture;

class BlameViewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineHasTheCommitThatGitSays()
    {
        BlamedHistory history;
        Opened open(history.repo);
        QVERIFY(open.open("web.yaml"));
        QCOMPARE(open.page().controller().state(), PageState::Ready);
        QCOMPARE(open.commits(),
                 QList<QByteArray>({history.first, history.second, history.first, history.third}));
        QVERIFY(open.view()->commitText(1).contains(u"Mara"_s));
        QVERIFY(open.view()->commitText(1).contains(u"second"_s));
        QCOMPARE(open.lines().knownLines(), 4);
    }

    void keysMoveByLineAndByChangeAndTheCommitStandsOut()
    {
        BlamedHistory history;
        Opened open(history.repo);
        QVERIFY(open.open("web.yaml"));
        BlameView *view = open.view();
        QCOMPARE(view->currentLine(), 0);
        QVERIFY(view->standsOut(0) && !view->standsOut(1) && view->standsOut(2) && !view->standsOut(3));
        open.press(Qt::Key_J);
        QCOMPARE(view->currentLine(), 1);
        QVERIFY(!view->standsOut(0) && view->standsOut(1));
        open.press(Qt::Key_N);
        QCOMPARE(view->currentLine(), 2);
        open.press(Qt::Key_End);
        QCOMPARE(view->currentLine(), 3);
        open.press(Qt::Key_N); // stays on the last one
        QCOMPARE(view->currentLine(), 3);
        open.press(Qt::Key_P);
        QCOMPARE(view->currentLine(), 2);
        open.press(Qt::Key_K);
        open.press(Qt::Key_Home);
        QCOMPARE(view->currentLine(), 0);
    }

    void aFileInUtf16IsReadAndThatIsSaid()
    {
        RepoBuilder repo;
        QStringEncoder encode(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        repo.write("a.txt", encode(u"größe\nline\n"_s)).commit("first");
        Opened open(repo);
        QVERIFY(open.open("a.txt"));
        QCOMPARE(open.view()->lineCount(), 2);
        QVERIFY(open.view()->spokenLine(0).contains(u"größe"_s));
        QCOMPARE(open.commits(), QList<QByteArray>(2, repo.resolve("HEAD")));
        QVERIFY2(open.labels<PlainLabel>().contains(u"UTF-16 LE"_s), qPrintable(open.labels<PlainLabel>()));
    }

    void aFileOfAnotherEncodingIsReadAndThatIsSaid()
    {
        Tests::RepoBuilder repo;
        repo.write("a.txt", "gr\xfcn\nblau\n").commit("one");
        Opened open(repo);
        QVERIFY(open.open("a.txt"));
        QVERIFY(open.view()->spokenLine(0).contains(u"grün"_s));
        const auto labels = open.page().findChildren<PlainLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const PlainLabel *label) {
            return label->isVisible() && label->text().contains(u"read as ISO 8859-1"_s);
        }));
        open.press(Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(), u"grün"_s);
        QCOMPARE(copied->data(u"application/octet-stream"_s), "gr\xfcn"_ba);
    }

    void textIsSelectedByTheMouse()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one two\n\tthree_3 four\nfive\n").commit("first");
        Opened open(repo);
        QVERIFY(open.open("a.txt"));
        BlameView *view = open.view();
        const auto copied = [&] {
            open.press(Qt::Key_C, Qt::ControlModifier);
            return QApplication::clipboard()->text();
        };
        const auto drag = [&](const QPoint &from, const QPoint &to) {
            QTest::mousePress(view->viewport(), Qt::LeftButton, {}, from);
            QMouseEvent moved(QEvent::MouseMove, QPointF(to), view->viewport()->mapToGlobal(QPointF(to)),
                              Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(view->viewport(), &moved);
            QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, to);
        };
        drag(view->placeOf(0, 4), view->placeOf(1, 6));
        QCOMPARE(copied(), u"two\n\tthree"_s);
        QCOMPARE(view->currentLine(), 1);
        drag(view->placeOf(2, 2), view->placeOf(0, 0)); // upwards
        QCOMPARE(copied(), u"one two\n\tthree_3 four\nfi"_s);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->placeOf(0, 4));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ShiftModifier, view->placeOf(0, 7));
        QCOMPARE(copied(), u"two"_s);
        const QPoint inWord = view->placeOf(1, 4);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, inWord);
        QCOMPARE(copied(), u"three_3"_s);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, inWord);
        QCOMPARE(copied(), u"\tthree_3 four"_s);
        QVERIFY(open.requested.isEmpty()); // no commit was gone to
        QVERIFY(QMetaObject::invokeMethod(view, "selectAll") && QMetaObject::invokeMethod(view, "copy"));
        QCOMPARE(QApplication::clipboard()->text(), u"one two\n\tthree_3 four\nfive"_s); // the Edit menu
    }

    void textIsSelectedByKeys()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\ntwo\nthree\n").commit("first");
        Opened open(repo);
        QVERIFY(open.open("a.txt"));
        BlameView *view = open.view();
        open.press(Qt::Key_Right);
        open.press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(view->selectedText(), "n"_ba);
        open.press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view->selectedText(), "ne\ntw"_ba);
        open.press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(view->selectedText(), "ne\ntwo"_ba);
        open.press(Qt::Key_J);
        QVERIFY(view->selectedText().isEmpty());
        QCOMPARE(view->currentLine(), 2);
        open.press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view->selectedText(), "one\ntwo\nthree"_ba);
        open.press(Qt::Key_Escape);
        QVERIFY(view->selectedText().isEmpty());
        open.press(Qt::Key_C, Qt::ControlModifier); // then the line
        QCOMPARE(QApplication::clipboard()->text(), u"three"_s);
        open.press(Qt::Key_K, Qt::ShiftModifier); // whole lines, from where it stands
        QCOMPARE(view->selectedText(), "two\n"_ba);
    }

    void enterAndAClickGoToTheCommit()
    {
        BlamedHistory history;
        Opened open(history.repo);
        QVERIFY(open.open("web.yaml"));
        open.press(Qt::Key_J);
        open.press(Qt::Key_Return);
        QCOMPARE(open.requested.size(), 1);
        QCOMPARE(open.requested.last().at(0).toString(), u"history"_s);
        QCOMPARE(open.requested.last().at(1).toByteArray(), history.second);
        const QRect last = open.view()->lineRect(3);
        QTest::mouseClick(open.view()->viewport(), Qt::LeftButton, {}, QPoint(30, last.center().y()));
        QCOMPARE(open.requested.last().at(1).toByteArray(), history.third);
        QTest::mouseClick(
            open.view()->viewport(), Qt::LeftButton, {},
            QPoint(open.view()->viewport()->width() - 10, open.view()->lineRect(2).center().y()));
        QCOMPARE(open.requested.size(), 2); // the code is no link
        QCOMPARE(open.view()->currentLine(), 2);
    }

    void youngLinesAreStrongerAndUncommittedOnesAreSaid()
    {
        BlamedHistory history;
        history.repo.write("web.yaml", "a: 1\nb: 2\nc: 1\nd: 1\ne: 1\n");
        Opened open(history.repo);
        QVERIFY(open.open("web.yaml"));
        const QColor base = open.view()->palette().color(QPalette::Base);
        const auto strength = [&](qsizetype line) {
            return contrastRatio(open.view()->ageColor(line), base);
        };
        QVERIFY(strength(3) > strength(1) && strength(1) > strength(0));
        QCOMPARE(open.view()->commitText(4), u"Not committed yet"_s);
        open.press(Qt::Key_End);
        open.press(Qt::Key_Return);
        QCOMPARE(open.requested.size(), 0);
    }

    void aFileIsChosenByItsPath()
    {
        BlamedHistory history;
        Opened open(history.repo);
        QCOMPARE(open.page().controller().state(), PageState::Empty);
        auto *edit = open.page().findChild<PathEdit *>();
        open.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, u"web.yaml"_s);
        QTest::keyClick(edit, Qt::Key_Escape); // a completion may be open
        edit->setText(u"web.yaml"_s);
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Return);
        PAGE_TRY_EQUAL(open.page().controller().state(), PageState::Ready);
        QVERIFY(open.settle());
        QCOMPARE(open.lines().lineCount(), 4);
        QVERIFY(open.view()->hasFocus());
    }

    void whatFailsSaysWhy()
    {
        BlamedHistory history;
        Opened open(history.repo);
        QVERIFY(open.open("web.yaml"));
        QVERIFY(open.open("gone.yaml"));
        QCOMPARE(open.page().controller().state(), PageState::Failed);
        QVERIFY(!open.page().controller().error().message.isEmpty());
        QVERIFY(open.open("web.yaml"));
        QCOMPARE(open.page().controller().state(), PageState::Ready);
    }

    void withoutTrustItIsOffered()
    {
        BlamedHistory history;
        Opened open(history.repo, Git::Trust::Unknown);
        QVERIFY(open.open("web.yaml"));
        QCOMPARE(open.page().controller().state(), PageState::Failed);
        QCOMPARE(open.page().controller().error().kind, ErrorKind::Denied);
        QSignalSpy asked(&open.context, &RepositoryContext::trustRequested);
        QAbstractButton *trust = nullptr;
        for (QAbstractButton *button : open.page().findChildren<QAbstractButton *>())
            if (button->text().startsWith(u"Trust"_s) && button->isVisible())
                trust = button;
        QVERIFY(trust);
        trust->click();
        QCOMPARE(asked.size(), 1);
    }

    void aChangeOfTheFileIsBlamedAnew()
    {
        BlamedHistory history;
        Opened open(history.repo);
        QVERIFY(open.open("web.yaml"));
        open.press(Qt::Key_End);
        history.repo.write("web.yaml", "x\na: 1\nb: 2\nc: 1\nd: 1\n");
        open.repository.note(RepositoryChange::WorkTree);
        PAGE_TRY_EQUAL(open.lines().lineCount(), 5);
        QVERIFY(open.settle());
        QVERIFY(open.lines().commitAt(0).isNull());
        QCOMPARE(open.view()->currentLine(), 3); // where it was
    }

    void aPlaceIsFoundInTheFile()
    {
        BlamedHistory history;
        Opened open(history.repo);
        QVERIFY(open.open("web.yaml"));
        open.page().startSearch();
        auto *bar = open.page().findChild<FindBar *>();
        PAGE_TRY(bar->isVisible());
        QTest::keyClicks(bar->findChild<QLineEdit *>(), u"d:"_s);
        PAGE_TRY_EQUAL(open.view()->currentLine(), 3);
    }

    void hostileTextIsSaidAsItIs()
    {
        RepoBuilder repo;
        const QByteArray path = "<b>\xe2\x80\xae\xff.txt";
        repo.write(path, "<img src=x>\xe2\x80\xae\n")
            .commit("<b>s</b>\xe2\x80\xae", {.author = "<i>\xe2\x80\xae"});
        Opened open(repo);
        QVERIFY(open.open(path));
        QCOMPARE(open.page().controller().state(), PageState::Ready);
        const QString said = open.view()->spokenLine(0);
        QVERIFY2(said.contains(u"<img src=x>"_s) && said.contains(u"<b>s</b>"_s), qPrintable(said));
        QVERIFY(!said.contains(QChar(0x202e)));
        for (const QString &text : Tests::spokenTexts(&open.page()))
            QVERIFY(!text.contains(QChar(0x202e)));
    }

    void aScreenReaderFindsTheLines()
    {
        BlamedHistory history;
        Opened open(history.repo);
        QVERIFY(open.open("web.yaml"));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(open.view());
        QVERIFY(list);
        QCOMPARE(list->childCount(), 4);
        QCOMPARE(list->child(1)->text(QAccessible::Name), open.view()->spokenLine(1));
        QVERIFY(list->child(1)->text(QAccessible::Name).contains(u"b: 2"_s));
    }

    void aLongFileCostsNoMoreThanItsSight()
    {
        RepoBuilder repo;
        QByteArray text;
        for (int line = 0; line < 60'000; ++line)
            text += "key" + QByteArray::number(line) + ": value\n";
        text += QByteArray(300'000, 'x') + '\n';
        repo.write("long.yaml", text).commit("first");
        Opened open(repo);
        QVERIFY(open.open("long.yaml"));
        Tests::stallWatch().clear();
        for (const Qt::Key key : {Qt::Key_End, Qt::Key_Home, Qt::Key_PageDown, Qt::Key_N, Qt::Key_End}) {
            open.press(key);
            open.view()->grab();
        }
        QCOMPARE(open.view()->currentLine(), 60'000);
        VERIFY_NO_STALL();
    }

    void theTabIsThereWhileItIsOpen()
    {
        const BlamedHistory history;
        Tests::ShellServices services;
        WorkspaceServices trusting = services.workspace();
        trusting.readTrust = [](const Git::RepoLocation &) { return Git::Trust::Trusted; };
        QList<PageFactory> factories = Tests::probeFactories();
        factories += {PathPages::blame(),
                      u"Blame"_s,
                      u"view-list-text"_s,
                      [](RepositoryContext &context) -> Page * { return new BlamePage(context); },
                      false,
                      BlamePage::declaredCommands(),
                      true};
        RepositoryView view(trusting, history.repo.path(), factories);
        view.resize(1200, 800);
        view.show();
        view.open();
        PAGE_TRY(view.currentPage());
        const auto isOnBar = [&] {
            return view.findChild<PageBar *>()->findChild<QAbstractButton *>(PathPages::blame()) != nullptr;
        };
        QVERIFY(!isOnBar());
        QCOMPARE(std::ranges::count(view.commandsElsewhere(), u"Blame"_s, &PaletteCommand::area), 1);
        view.context().openPage(PathPages::blame(), PathPages::argument({"web.yaml", {}}));
        QCOMPARE(view.currentPageId(), PathPages::blame());
        QVERIFY(isOnBar());
        const QPointer<Page> page = view.currentPage();
        PAGE_TRY(page->isSettled());
        page->findChild<QAction *>(u"blame.close"_s)->trigger();
        QCOMPARE(view.currentPageId(), u"one"_s);
        PAGE_TRY(!page && !isOnBar());
        view.context().openPage(PathPages::blame(), PathPages::argument({"web.yaml", {}}));
        PAGE_TRY(view.currentPage()->isSettled());
        QCOMPARE(view.currentPage()->controller().state(), PageState::Ready);
        QVERIFY(!view.saveState().isEmpty());
    }
};

PLUMBLINE_UI_TEST_MAIN(BlameViewTest)
#include "tst_blameview.moc"
