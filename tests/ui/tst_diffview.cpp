// SPDX-License-Identifier: GPL-3.0-or-later
#include "difffiles.h"

#include "ui/diff/diffview.h"
#include "ui/diff/rowbuttons.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Diff::Row;
using Diff::RowKind;

namespace {

QList<Diff::FileDiff> twoFiles()
{
    return {DiffFiles::make("a.yaml"_ba, {"@@ one"_ba, " c0"_ba, "-r1"_ba, "+a2"_ba, "@@ two"_ba, "+a3"_ba}),
            DiffFiles::make("b.yaml"_ba, {"@@ three"_ba, "+a0"_ba, " c1"_ba})};
}

QSet<qsizetype> linesOf(const QSignalSpy &spy)
{
    return spy.last().at(2).value<QSet<qsizetype>>();
}

} // namespace

/// How a difference view answers to keys, mouse and new files.
class TestDiffView : public QObject
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
    }

    static qsizetype at(const DiffView &view)
    {
        return view.content().rows().positionOf(view.cursor().current());
    }
    static void click(DiffView &view, qsizetype row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, view.rowRect(row).center());
    }

private Q_SLOTS:
    void keysWalkRowsHunksAndFiles()
    {
        DiffView view(&m_pool);
        show(view, twoFiles());
        QCOMPARE(at(view), 0);
        QTest::keyClick(&view, Qt::Key_J);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(at(view), 2);
        QTest::keyClick(&view, Qt::Key_K);
        QCOMPARE(at(view), 1);
        QTest::keyClick(&view, Qt::Key_N);
        QCOMPARE(at(view), 5);
        QTest::keyClick(&view, Qt::Key_N);
        QCOMPARE(at(view), 8);
        QTest::keyClick(&view, Qt::Key_P);
        QCOMPARE(at(view), 5);
        QTest::keyClick(&view, Qt::Key_BracketRight);
        QCOMPARE(view.currentFile(), 1);
        QTest::keyClick(&view, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(at(view), 0);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(at(view), view.content().rows().count() - 1);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(at(view), view.content().rows().count() - 1);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(at(view), 0);
    }

    void anActionMeansTheSelectionElseTheHunkElseTheFile()
    {
        DiffView view(&m_pool);
        show(view, twoFiles());
        QSignalSpy spy(&view, &DiffView::actionTriggered);
        view.triggerAction(u"stage"_s);
        QCOMPARE(linesOf(spy), QSet<qsizetype>({1, 2, 3}));
        view.setCurrentRow(2);
        view.triggerAction(u"stage"_s);
        QCOMPARE(linesOf(spy), QSet<qsizetype>({1, 2}));
        view.setCurrentRow(3);
        QTest::keyClick(&view, Qt::Key_Space);
        view.triggerAction(u"stage"_s);
        QCOMPARE(linesOf(spy), QSet<qsizetype>({1}));
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        view.triggerAction(u"stage"_s);
        QCOMPARE(linesOf(spy), QSet<qsizetype>({1, 2}));
        QTest::keyClick(&view, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(view.selectedLines(), QSet<qsizetype>({1, 2, 3}));
        QCOMPARE(view.currentFile(), 0);
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(view.selectedLines().isEmpty());
        QCOMPARE(spy.last().at(1).toInt(), 0);
    }

    void aSelectionOfUnchangedLinesTriggersNothing()
    {
        DiffView view(&m_pool);
        show(view, twoFiles());
        view.setCurrentRow(2);
        QTest::keyClick(&view, Qt::Key_Space);
        QSignalSpy spy(&view, &DiffView::actionTriggered);
        QSignalSpy said(&view, &DiffView::nothingSelectedToActOn);
        view.triggerAction(u"discard"_s);
        QCOMPARE(spy.size(), 0);
        QCOMPARE(said.size(), 1);
    }

    void mouseSelectsAndExtends()
    {
        DiffView view(&m_pool);
        show(view, twoFiles());
        click(view, 4);
        QCOMPARE(view.selectedLines(), QSet<qsizetype>({2}));
        click(view, 3, Qt::ShiftModifier);
        QCOMPARE(view.selectedLines(), QSet<qsizetype>({1, 2}));
        click(view, 0);
        QVERIFY(view.content().rows().isCollapsed(0));
        QVERIFY(view.selectedLines().isEmpty());
    }

    void buttonsOfAHunkTriggerItsLines()
    {
        DiffView view(&m_pool);
        view.setActions({{.id = u"stage"_s, .text = u"Stage hunk"_s}});
        show(view, twoFiles());
        QSignalSpy spy(&view, &DiffView::actionTriggered);
        const QRect row = view.rowRect(5);
        const QPoint button(row.right() - 30, row.center().y());
        QTest::mouseMove(view.viewport(), button - QPoint(1, 0));
        QTest::mouseMove(view.viewport(), button);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, button);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.last().at(0).toString(), u"stage"_s);
        QCOMPARE(linesOf(spy), QSet<qsizetype>({3}));
    }

    void theStuckHeaderOffersWhatTheHunkCannotShow()
    {
        DiffView view(&m_pool);
        view.setActions({{.id = u"stage"_s, .text = u"Stage hunk"_s, .fileText = u"Stage file"_s}});
        show(view, {DiffFiles::makeLong("a.txt"_ba, 300)});
        view.setCurrentRow(200); // an added or removed line far below its hunk's header
        while (view.content().line(view.cursor().current()).origin == Diff::LineOrigin::Context)
            QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Space);
        const QSet<qsizetype> selected = view.selectedLines();
        QCOMPARE(selected.size(), 1);
        QSignalSpy spy(&view, &DiffView::actionTriggered);
        const QPoint button(view.viewport()->width() - 120, view.rowRect(0).height() / 2);
        QTest::mouseMove(view.viewport(), button - QPoint(1, 0));
        QTest::mouseMove(view.viewport(), button);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, button);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(linesOf(spy), selected);
    }

    void spaceFoldsAFileAndKeepsItFoldedAcrossARefresh()
    {
        DiffView view(&m_pool);
        show(view, twoFiles());
        QTest::keyClick(&view, Qt::Key_Space);
        QCOMPARE(view.content().rows().count(), 5);
        view.setFiles(twoFiles());
        QCOMPARE(view.content().rows().count(), 5);
        QTest::keyClick(&view, Qt::Key_Space);
        QCOMPARE(view.content().rows().count(), 11);
    }

    void copyingTakesTheBytes()
    {
        DiffView view(&m_pool);
        const QByteArray first = "+tab\there \xe2\x80\xae end\r"_ba;
        show(view, {DiffFiles::make("a"_ba, {first, "+second  "_ba})});
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        const QByteArray expected = first.mid(1) + "\nsecond  ";
        QCOMPARE(view.selectedBytes(), expected);
        QCOMPARE(QApplication::clipboard()->text().toUtf8(), expected);

        view.setFiles({DiffFiles::make("a"_ba, {"+\xff\xfe raw"_ba})}, DiffView::Position::Top);
        view.setCurrentRow(2);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->mimeData()->data(u"text/plain"_s), "\xff\xfe raw"_ba);
    }

    void hostileTextIsDrawnAndSpokenLiterally_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("markup") << "<b>x</b><img src=file:///dev/zero>"_ba;
        QTest::newRow("override") << "a\xe2\x80\xae"
                                     "b"_ba;
        QTest::newRow("long") << QByteArray(10'000, 'x');
        QTest::newRow("not text") << "\xff\xfe\x80"_ba;
        QTest::newRow("placeholders") << "%1 %n &amp; &x"_ba;
    }

    void hostileTextIsDrawnAndSpokenLiterally()
    {
        QFETCH(QByteArray, text);
        DiffView view(&m_pool);
        Diff::FileDiff file = DiffFiles::make(text + ".yaml", {"@@ " + text, "-" + text, "+" + text + "2"});
        file.oldPath = "old" + text;
        file.status = Diff::FileStatus::Renamed;
        Diff::FileDiff unreadable{
            .oldPath = text, .newPath = text, .omission = Diff::Omission::Unreadable, .omissionReason = text};
        show(view, {file, unreadable});
        QVERIFY(!view.grab().isNull());
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
        for (int row = 0; row < list->childCount(); ++row) {
            const QString spoken = list->child(row)->text(QAccessible::Name);
            QVERIFY(!spoken.isEmpty());
            QVERIFY(!spoken.contains(QChar(0x202e)));
            if (text.startsWith('<'))
                QVERIFY2(spoken.contains(u"<b>x</b>"_s), qPrintable(spoken));
            if (text.startsWith('%'))
                QVERIFY2(spoken.contains(u"%1 %n &amp; &x"_s), qPrintable(spoken));
        }
    }

    void aRefreshKeepsScrollAndCursor()
    {
        DiffView view(&m_pool);
        show(view, {DiffFiles::makeLong("a.txt"_ba, 500), DiffFiles::makeLong("b.txt"_ba, 500)});
        view.setCurrentRow(700);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + 37);
        const int scroll = view.verticalScrollBar()->value();
        const Row row = view.cursor().current();
        view.setFiles({DiffFiles::makeLong("a.txt"_ba, 500), DiffFiles::makeLong("b.txt"_ba, 500)});
        QCOMPARE(view.verticalScrollBar()->value(), scroll);
        QCOMPARE(view.cursor().current(), row);
        const int inView = view.rowRect(at(view)).top();
        view.setFiles({DiffFiles::makeLong("b.txt"_ba, 500)});
        QCOMPARE(view.cursor().current().line, row.line);
        QCOMPARE(view.rowRect(at(view)).top(), inView);
        view.setFiles({DiffFiles::makeLong("b.txt"_ba, 500)}, DiffView::Position::Top);
        QCOMPARE(view.verticalScrollBar()->value(), 0);
        view.setFiles({});
        QCOMPARE(view.currentFile(), -1);
        QTest::keyClick(&view, Qt::Key_Down);
        view.triggerAction(u"stage"_s);
    }

    void theCursorIsNeverBelowTheStuckHeader()
    {
        DiffView view(&m_pool);
        show(view, {DiffFiles::makeLong("a.txt"_ba, 300)});
        QTest::keyClick(&view, Qt::Key_End);
        for (int step = 0; step < 60; ++step) {
            QTest::keyClick(&view, Qt::Key_Up);
            const QRect row = view.rowRect(at(view));
            QVERIFY(row.top() >= view.rowRect(0).height() || view.verticalScrollBar()->value() == 0);
            QVERIFY(row.bottom() < view.viewport()->height());
        }
    }

    void findGoesToMatchesInAllFiles()
    {
        DiffView view(&m_pool);
        show(view, twoFiles());
        view.setCollapsed(1, true);
        QTest::keyClick(&view, Qt::Key_F, Qt::ControlModifier);
        auto *edit = view.findChild<QLineEdit *>();
        QVERIFY(edit && edit->isVisible());
        QTest::keyClicks(edit, u"c1"_s);
        QTRY_COMPARE(view.cursor().current(), Row({RowKind::Line, 1, 0, 1}));
        edit->setText(u"a"_s);
        QTRY_COMPARE(view.content().matches().size(), 3);
        QTest::keyClick(edit, Qt::Key_F3);
        const qsizetype first = at(view);
        QTest::keyClick(edit, Qt::Key_F3);
        QVERIFY(at(view) != first);
        QTest::keyClick(edit, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(at(view), first);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->isVisible());
        QVERIFY(view.content().matches().isEmpty());
    }

    void theEndOfALongLineIsReachedByKey()
    {
        DiffView view(&m_pool);
        show(view, {DiffFiles::make("a.js"_ba, {"+" + QByteArray(100'000, 'x')})});
        view.setCurrentRow(2);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
        const QScrollBar *bar = view.horizontalScrollBar();
        QCOMPARE(bar->value(), bar->maximum());
        const QFontMetricsF metrics(DiffMetrics(view, 1).code);
        QVERIFY(bar->maximum() + bar->pageStep() >= 100'000 * metrics.horizontalAdvance(u'x') - 1);
        QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(bar->value(), 0);
    }

    void rowsSpeakForThemselves()
    {
        DiffView view(&m_pool);
        QList<Diff::FileDiff> files = twoFiles();
        files[0].lines[3].endsWithNewline = false;
        show(view, files);
        QVERIFY(!view.accessibleName().isEmpty());
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 11);
        const auto name = [&](int row) { return list->child(row)->text(QAccessible::Name); };
        QVERIFY(name(0).startsWith(u"modified, a.yaml"_s));
        QCOMPARE(name(1), u"hunk 1 of 2, line 12, one"_s);
        QCOMPARE(name(3), u"removed, line 13, r1"_s);
        QCOMPARE(name(4), u"added, line 13, a2"_s);
        QVERIFY(name(6).endsWith(u"no newline at the end"_s));
        QCOMPARE(list->child(3)->parent(), list);
        QCOMPARE(list->indexOfChild(list->child(3)), 3);
        view.setCurrentRow(3);
        QVERIFY(list->child(3)->state().focused == view.hasFocus());
        view.setCollapsed(0, true);
        QVERIFY(name(1).startsWith(u"modified, b.yaml"_s));
        QVERIFY(list->child(0)->state().collapsed);
    }

    void lettersThatMoveAreNotShortcutsOfTheWindow()
    {
        DiffView view(&m_pool);
        show(view, twoFiles());
        QKeyEvent moves(QEvent::ShortcutOverride, Qt::Key_N, Qt::NoModifier, u"n"_s);
        moves.ignore();
        QApplication::sendEvent(&view, &moves);
        QVERIFY(moves.isAccepted());
        QKeyEvent stages(QEvent::ShortcutOverride, Qt::Key_S, Qt::NoModifier, u"s"_s);
        stages.ignore();
        QApplication::sendEvent(&view, &stages);
        QVERIFY(!stages.isAccepted());
    }

    void t22_discardIsApartAndNoDoubleClickDiscards()
    {
        DiffView view(&m_pool);
        view.setActions({{.id = u"stage"_s, .text = u"Stage hunk"_s, .fileText = u"Stage file"_s},
                         {.id = u"discard"_s,
                          .text = u"Discard hunk"_s,
                          .fileText = u"Discard file"_s,
                          .isDestructive = true}});
        show(view, twoFiles());
        const DiffMetrics metrics(view, 9);
        const auto placed =
            RowButtons::place({{.action = 0, .text = u"Stage hunk"_s},
                               {.action = 1, .text = u"Discard hunk"_s, .isDestructive = true}},
                              metrics, QRectF(0, 0, 700, 40), 700);
        QCOMPARE(placed.size(), 2);
        QVERIFY(placed[0].rect.left() - placed[1].rect.right() >= 4 * metrics.unit);
        QSignalSpy acted(&view, &DiffView::actionTriggered);
        for (qsizetype row = 0; row < view.content().rows().count(); ++row) {
            for (int x = 5; x < view.viewport()->width() / 2; x += 60)
                QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, {x, view.rowRect(row).center().y()});
        }
        QVERIFY(acted.isEmpty());
        // A second click in haste, at the button that stages, never hits the other one.
        const int right = view.viewport()->width();
        for (int x = right / 2; x < right; x += 4) {
            const qsizetype before = acted.size();
            QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, {x, view.rowRect(1).center().y()});
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {x, view.rowRect(1).center().y()});
            QSet<QString> ids;
            for (qsizetype at = before; at < acted.size(); ++at)
                ids += acted[at].first().toString();
            QVERIFY(ids.size() <= 1);
        }
    }
};

QTEST_MAIN(TestDiffView)
#include "tst_diffview.moc"
