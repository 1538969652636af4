// SPDX-License-Identifier: GPL-3.0-or-later
#include "difffiles.h"

#include "diff/reading.h"
#include "ui/diff/diffview.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Diff::RowKind;
using Column = TextSelection::Column;

namespace {

const DiffLook kWrapped{.wraps = true}, kSplit{.isSplit = true};

/// Lines 0 to 4: one, a replaced one, an added one, one.
Diff::FileDiff small()
{
    return DiffFiles::make("a.cpp"_ba, {"@@"_ba, " int first = 1;"_ba, "-\tremoved_word(two);"_ba,
                                        "+\tadded_word(two);"_ba, "+third line"_ba, " last"_ba});
}

Diff::Row line(qsizetype at)
{
    return {RowKind::Line, 0, 0, at};
}

QString clipboard()
{
    return QApplication::clipboard()->text();
}

} // namespace

/// Text is selected and copied as it is, and the lines it touches are those that actions are about.
class TextSelectionTest final : public QObject
{
    Q_OBJECT

    QThreadPool m_pool;

    static void show(DiffView &view, const QList<Diff::FileDiff> &files, QSize size = {700, 400})
    {
        view.resize(size);
        view.setFiles(files);
        view.show();
        view.activateWindow();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY(view.isSettled()); // a note may come
    }
    static void drag(DiffView &view, QPoint from, QPoint to)
    {
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        QMouseEvent moved(QEvent::MouseMove, QPointF(to), view.viewport()->mapToGlobal(QPointF(to)),
                          Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &moved);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
    }
    static QString copied(DiffView &view)
    {
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        return clipboard();
    }

private Q_SLOTS:
    void draggingTakesTheTextAndTheLinesItTouches()
    {
        DiffView view(&m_pool);
        show(view, {small()});
        QSignalSpy acted(&view, &DiffView::actionTriggered);
        drag(view, view.placeOf(line(2), 1), view.placeOf(line(3), 5));
        QCOMPARE(copied(view), u"added_word(two);\nthird"_s); // no signs; the tab is before it
        QCOMPARE(view.selectedLines(), QSet<qsizetype>({2, 3}));
        view.triggerAction(u"stage"_s);
        QCOMPARE(acted.last().at(2).value<QSet<qsizetype>>(), QSet<qsizetype>({2, 3}));
        drag(view, view.placeOf(line(3), 5), view.placeOf(line(1), 0)); // upwards
        QCOMPARE(copied(view), u"\tremoved_word(two);\n\tadded_word(two);\nthird"_s);
        QCOMPARE(view.selectedLines(), QSet<qsizetype>({1, 2, 3}));
        drag(view, view.placeOf(line(0), 4), view.placeOf(line(0), 9));
        QCOMPARE(copied(view), u"first"_s);
        QVERIFY(view.selectedLines().isEmpty());           // an unchanged line
        QVERIFY(QMetaObject::invokeMethod(&view, "copy")); // as the Edit menu does
        QCOMPARE(clipboard(), u"first"_s);
        QVERIFY(QMetaObject::invokeMethod(&view, "selectAll"));
        QCOMPARE(view.selectedLines(), QSet<qsizetype>({1, 2, 3}));
    }

    void clicksTakeAWordThenTheLineAndShiftExtends()
    {
        DiffView view(&m_pool);
        show(view, {small()});
        const QPoint inWord = view.placeOf(line(2), 4);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, inWord);
        QCOMPARE(view.selectedBytes(), "added_word"_ba);
        QCOMPARE(view.selectedLines(), QSet<qsizetype>{2});
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, inWord);
        QCOMPARE(view.selectedBytes(), "\tadded_word(two);"_ba);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.placeOf(line(0), 4));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, view.placeOf(line(1), 8));
        QCOMPARE(view.selectedBytes(), "first = 1;\n\tremoved"_ba);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, view.placeOf(line(0), 9));
        QCOMPARE(view.selectedBytes(), "first"_ba);
    }

    void overTheNumbersWholeLinesAreTaken()
    {
        DiffView view(&m_pool);
        show(view, {small()});
        drag(view, {10, view.placeOf(line(2), 0).y()}, {10, view.placeOf(line(3), 0).y()});
        QVERIFY(!view.textSelection().hasCaret());
        QCOMPARE(view.selectedBytes(), "\tadded_word(two);\nthird line"_ba);
        QCOMPARE(view.selectedLines(), QSet<qsizetype>({2, 3}));
    }

    void keysMoveACaretAndExtendTheText()
    {
        DiffView view(&m_pool);
        show(view, {small()});
        view.setCurrentRow(view.content().rows().positionOf(line(0)));
        QVERIFY(!view.textSelection().hasCaret());
        const QImage before = view.grab().toImage();
        for (int at = 0; at < 4; ++at)
            QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.textSelection().hasCaret());
        QVERIFY(view.grab().toImage() != before); // it is seen
        QVERIFY(!view.cursor().hasSelection());
        for (int at = 0; at < 5; ++at)
            QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(copied(view), u"first"_s);
        QTest::keyClick(&view, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(copied(view), u"firs"_s);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(copied(view), u"first = 1;\n\tremo"_s); // the same column: the tab is four
        QCOMPARE(view.selectedLines(), QSet<qsizetype>{1});
        QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(copied(view), u"first = 1;\n\tremoved_word(two);"_s);
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(!view.textSelection().hasCaret() && !view.cursor().hasSelection());
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier); // without a caret: lines, as ever
        QCOMPARE(copied(view), u"\tremoved_word(two);\n\tadded_word(two);"_s);
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view.selectedBytes(), small().text.chopped(1));
    }

    void ofTwoColumnsOneIsTaken()
    {
        DiffView view(&m_pool);
        view.setLook(kSplit);
        show(view, {small()}, {1000, 400});
        drag(view, view.placeOf(line(0), 4, Column::Left), view.placeOf(line(4), 2, Column::Left));
        QCOMPARE(copied(view), u"first = 1;\n\tremoved_word(two);\nla"_s);
        drag(view, view.placeOf(line(0), 4, Column::Right), view.placeOf(line(4), 2, Column::Right));
        QCOMPARE(copied(view), u"first = 1;\n\tadded_word(two);\nthird line\nla"_s);
        QCOMPARE(view.selectedLines(), QSet<qsizetype>({1, 2, 3})); // of the rows that are touched
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(copied(view), u"int first = 1;\n\tadded_word(two);\nthird line\nlast"_s);
        // Pulled into the other column it stays in its own.
        drag(view, view.placeOf(line(2), 1, Column::Right), view.placeOf(line(4), 2, Column::Left));
        QCOMPARE(copied(view), u"added_word(two);\nthird line\n"_s);
    }

    void acrossThePiecesOfAWrappedLine()
    {
        DiffView view(&m_pool);
        view.setLook(kWrapped);
        const QByteArray words = QByteArray("lorem ").repeated(60);
        show(view, {DiffFiles::make("a.txt"_ba, {"+" + words + "end"})});
        QVERIFY(view.rowRect(2).height() > 2 * view.rowRect(1).height());
        QVERIFY(view.placeOf(line(0), 200).y() > view.placeOf(line(0), 3).y());
        drag(view, view.placeOf(line(0), 3), view.placeOf(line(0), 203));
        QCOMPARE(view.selectedBytes(), words.mid(3, 200));
    }

    void everyPlaceOfALineIsFoundAgain_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<int>>("places"); // bytes between characters
        QTest::newRow("tabs") << "\ta\tb"_ba << QList<int>{0, 1, 2, 3, 4};
        QTest::newRow("wide") << QString(u"日本x"_s).toUtf8() << QList<int>{0, 3, 6, 7};
        QTest::newRow("marks") << QByteArray("e\xcc\x81x") << QList<int>{0, 3, 4};
        QTest::newRow("hidden") << QByteArray("a\xe2\x80\xae"
                                              "b")
                                << QList<int>{0, 1, 4, 5};
        QTest::newRow("not UTF-8") << QByteArray("a\xff"
                                                 "b")
                                   << QList<int>{0, 1, 2, 3};
        QTest::newRow("return") << QByteArray("ab\r") << QList<int>{0, 1, 2, 3};
        QTest::newRow("from the right") << QString(u"שלום"_s).toUtf8() << QList<int>{0, 2, 4, 6, 8};
    }

    void everyPlaceOfALineIsFoundAgain()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<int>, places);
        DiffView view(&m_pool);
        show(view, {DiffFiles::make("a.txt"_ba, {"+" + text})});
        view.setCurrentRow(view.content().rows().positionOf(line(0)));
        for (qsizetype at = 1; at < places.size(); ++at) {
            QTest::keyClick(&view, Qt::Key_Right);
            QCOMPARE(view.textSelection().caret().byte, places[at]);
        }
        for (qsizetype at = places.size() - 2; at >= 0; --at) {
            QTest::keyClick(&view, Qt::Key_Left);
            QCOMPARE(view.textSelection().caret().byte, places[at]);
        }
        for (const int from : std::as_const(places)) {
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.placeOf(line(0), from));
            QCOMPARE(view.textSelection().caret().byte, from);
            for (const int to : std::as_const(places)) {
                drag(view, view.placeOf(line(0), from), view.placeOf(line(0), to));
                const int first = std::min(from, to), end = std::max(from, to);
                if (first != end)
                    QCOMPARE(view.selectedBytes(), text.mid(first, end - first)); // in logical order
            }
        }
    }

    void copiedTextIsWhatIsRead()
    {
        DiffView view(&m_pool);
        Diff::FileDiff file = DiffFiles::make("a.txt"_ba, {"+gr\xfc\xdf"
                                                           "e \x80"_ba});
        Diff::takeReading(file);
        show(view, {file});
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(copied(view), u"grüße €"_s);
        drag(view, view.placeOf(line(0), 0), view.placeOf(line(0), 4));
        QCOMPARE(copied(view), u"grü"_s);
        QCOMPARE(view.files().first().text, file.text); // for staging
    }

    void pullingBeyondTheEdgeScrolls()
    {
        DiffView view(&m_pool);
        show(view, {DiffFiles::makeLong("a.yaml"_ba, 400)});
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, view.placeOf(line(2), 3));
        const QPoint below(view.placeOf(line(2), 3).x(), view.viewport()->height() + 20);
        QMouseEvent moved(QEvent::MouseMove, QPointF(below), view.viewport()->mapToGlobal(QPointF(below)),
                          Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &moved);
        QTRY_VERIFY(view.verticalScrollBar()->value() > 10 * view.rowRect(3).height());
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, below);
        QVERIFY(view.selectedBytes().count('\n') > 20);
    }

    void aRefreshKeepsTheTextOfAFileThatIsTheSame()
    {
        DiffView view(&m_pool);
        const Diff::FileDiff other = DiffFiles::make("0.txt"_ba, {"+x"_ba});
        show(view, {small()});
        drag(view, view.placeOf(line(0), 4), view.placeOf(line(0), 9));
        view.setFiles({other, small()});
        QCOMPARE(view.selectedBytes(), "first"_ba);
        view.setFiles({other, DiffFiles::make("a.cpp"_ba, {"@@"_ba, " other"_ba, "+text"_ba})});
        QVERIFY(!view.textSelection().hasCaret());
    }

    void linesOfATextThatGitTakesForBinaryAreReadOnly()
    {
        DiffView view(&m_pool);
        Diff::FileDiff file = small();
        file.omission = Diff::Omission::Binary;
        file.reading = {.oldEncoding = "UTF-16 LE BOM", .newEncoding = "UTF-16 LE BOM"};
        show(view, {file});
        QSignalSpy acted(&view, &DiffView::actionTriggered), refused(&view, &DiffView::linesNotActedOn);
        drag(view, view.placeOf(line(2), 1), view.placeOf(line(3), 5));
        QCOMPARE(copied(view), u"added_word(two);\nthird"_s);
        view.triggerAction(u"stage"_s);
        QVERIFY(acted.isEmpty());
        QCOMPARE(refused.size(), 1);
        view.setCurrentRow(0);
        view.triggerAction(u"stage"_s);
        QCOMPARE(acted.size(), 1);
        QVERIFY(acted.last().at(2).value<QSet<qsizetype>>().isEmpty()); // the whole file
    }
};

QTEST_MAIN(TextSelectionTest)
#include "tst_textselection.moc"
