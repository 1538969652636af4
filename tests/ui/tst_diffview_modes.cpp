// SPDX-License-Identifier: GPL-3.0-or-later
#include "difffiles.h"

#include "settings/diffsettings.h"
#include "ui/diff/diffcommands.h"
#include "ui/diff/diffview.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Diff::RowKind;

namespace {

const DiffLook kWrapped{.wraps = true}, kSplit{.isSplit = true}, kBoth{.wraps = true, .isSplit = true};

/// One hunk: a replaced line longer than any view, and an added one.
Diff::FileDiff longLines()
{
    const QByteArray words = QByteArray("word ").repeated(150);
    return DiffFiles::make(
        "a.txt"_ba, {"@@"_ba, " c0"_ba, "-" + words + "old", "+" + words + "new", "+added"_ba, " c4"_ba});
}

QImage picture(DiffView &view)
{
    return view.grab().toImage();
}

} // namespace

/// A difference view that wraps, shows two columns, whitespace or more context.
class TestDiffViewModes : public QObject
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
        QTRY_VERIFY(view.isSettled());
    }
    static qsizetype at(const DiffView &view)
    {
        return view.content().rows().positionOf(view.cursor().current());
    }

private Q_SLOTS:
    void everyModeSelectsAndActsByKeyboard_data()
    {
        QTest::addColumn<DiffLook>("look");
        QTest::addColumn<QSet<qsizetype>>("replaced"); // by Space on the replaced line
        QTest::newRow("plain") << DiffLook() << QSet<qsizetype>{1};
        QTest::newRow("wrapped") << kWrapped << QSet<qsizetype>{1};
        QTest::newRow("split") << kSplit << QSet<qsizetype>{1, 2};
        QTest::newRow("both") << kBoth << QSet<qsizetype>{1, 2};
    }

    void everyModeSelectsAndActsByKeyboard()
    {
        QFETCH(DiffLook, look);
        QFETCH(QSet<qsizetype>, replaced);
        DiffView view(&m_pool);
        view.setLook(look);
        show(view, {longLines()});
        QSignalSpy spy(&view, &DiffView::actionTriggered);
        const auto acted = [&] {
            view.triggerAction(u"stage"_s);
            return spy.last().at(2).value<QSet<qsizetype>>();
        };
        QTest::keyClick(&view, Qt::Key_N);
        QCOMPARE(acted(), QSet<qsizetype>({1, 2, 3}));
        const auto walkTo = [&](qsizetype line) {
            QTest::keyClick(&view, Qt::Key_Home);
            for (int steps = 0; steps < 200 && view.cursor().current().line != line; ++steps)
                QTest::keyClick(&view, Qt::Key_J);
            return view.cursor().current().line == line;
        };
        QVERIFY(walkTo(1));
        QTest::keyClick(&view, Qt::Key_Space);
        QCOMPARE(acted(), replaced);
        QTest::keyClick(&view, Qt::Key_Space);
        QVERIFY(view.selectedLines().isEmpty());
        QVERIFY(walkTo(3));
        QTest::keyClick(&view, Qt::Key_Space);
        QCOMPARE(acted(), QSet<qsizetype>{3});
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(acted(), QSet<qsizetype>({1, 2, 3}));
        QCOMPARE(view.selectedBytes(),
                 QByteArray(view.files()[0].text).chopped(1)); // every line, once, in order
    }

    void aWrappedLineIsSeenToItsEnd()
    {
        DiffView view(&m_pool);
        show(view, {longLines()});
        QVERIFY(view.horizontalScrollBar()->maximum() > 0);
        const int plain = view.rowRect(3).height();
        view.setLook(kWrapped);
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        QVERIFY(view.rowRect(3).height() >= 8 * plain);
        QCOMPARE(view.rowRect(2).height(), plain);
        QCOMPARE(view.rowRect(4).top(), view.rowRect(3).bottom() + 1);
        const int narrow = view.rowRect(3).height();
        view.resize(1400, 400);
        QVERIFY(view.rowRect(3).height() < narrow);
        // The last piece has text, and nothing of it is to the right of the view.
        const QRect row = view.rowRect(3);
        const QImage image = picture(view);
        const QRect last(row.left() + 160, row.bottom() - plain, row.width() - 160, plain);
        QSet<QRgb> colors;
        for (int x = last.left(); x < last.right(); ++x)
            colors.insert(image.pixel(x, last.center().y()));
        QVERIFY(colors.size() > 2);
    }

    void aRowHigherThanTheViewIsWalkedThrough()
    {
        DiffView view(&m_pool);
        view.setLook(kWrapped);
        show(view, {DiffFiles::make("a.txt"_ba, {"+" + QByteArray(15'000, 'x'), "+end"_ba})}, {500, 300});
        view.setCurrentRow(2);
        QVERIFY(view.rowRect(2).height() > 3 * view.viewport()->height());
        int last = view.verticalScrollBar()->value();
        int steps = 0;
        for (; at(view) == 2 && steps < 2'000; ++steps) {
            QTest::keyClick(&view, Qt::Key_Down);
            QVERIFY(view.verticalScrollBar()->value() - last <= view.viewport()->height() / 2 ||
                    at(view) == 3);
            last = view.verticalScrollBar()->value();
        }
        QCOMPARE(at(view), 3);
        QVERIFY(steps > 20);
        view.setCurrentRow(2);
        for (steps = 0; at(view) == 2 && steps < 200; ++steps)
            QTest::keyClick(&view, Qt::Key_PageDown);
        QCOMPARE(at(view), 3);
        QVERIFY(steps > 2);
    }

    void twoColumnsShowBothSidesOfARow()
    {
        DiffView view(&m_pool);
        view.setLook(kSplit);
        show(view, {DiffFiles::make("a.txt"_ba, {" same"_ba, "-old"_ba, "-gone"_ba, "+new"_ba, " end"_ba})});
        QCOMPARE(view.content().rows().count(), 6);
        const QImage image = picture(view);
        const DiffColors colors(view.palette(), true);
        const auto color = [&](qsizetype row, int x) {
            return image.pixelColor(x, view.rowRect(row).center().y());
        };
        QCOMPARE(color(3, view.width() / 2 - 20), colors.row(Diff::LineOrigin::Removed));
        QCOMPARE(color(3, view.width() - 20), colors.row(Diff::LineOrigin::Added));
        QCOMPARE(color(4, view.width() / 2 - 20), colors.row(Diff::LineOrigin::Removed));
        QVERIFY(color(4, view.width() - 20) != colors.row(Diff::LineOrigin::Added));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
        QCOMPARE(list->child(3)->text(QAccessible::Name), u"removed, line 2, old, added, line 2, new"_s);
        QCOMPARE(list->child(2)->text(QAccessible::Name), u"line 1, same"_s);
    }

    void anotherLookKeepsWhatIsAtTheTop()
    {
        DiffView view(&m_pool);
        show(view, {DiffFiles::makeLong("a.txt"_ba, 500), DiffFiles::makeLong("b.txt"_ba, 500)});
        view.setCurrentRow(720);
        view.verticalScrollBar()->setValue(int(view.content().rows().topOf(700)));
        const Diff::Row top = view.content().rows().at(700);
        const Diff::Row current = view.cursor().current();
        for (const DiffLook &look : {kSplit, kBoth, kWrapped, DiffLook()}) {
            view.setLook(look);
            QCOMPARE(view.rowRect(view.content().rows().positionOf(top)).top(), 0);
            QCOMPARE(view.cursor().current(), current);
        }
    }

    void whitespaceIsDrawnWhenAskedFor()
    {
        DiffView view(&m_pool);
        show(view, {DiffFiles::make("a.txt"_ba, {"+a\tb  c"_ba})});
        const QImage without = picture(view);
        view.setLook({.showsWhitespace = true});
        QVERIFY(picture(view) != without);
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view.selectedBytes(), "a\tb  c"_ba);
        view.setFiles({DiffFiles::make("a.txt"_ba, {"+abc"_ba})}, DiffView::Position::Top);
        QTRY_VERIFY(view.isSettled());
        const QImage dense = picture(view);
        view.setLook({});
        QVERIFY(picture(view) == dense);
    }

    void moreLinesAreAskedForByKeyAndButton()
    {
        DiffView view(&m_pool);
        view.setOffersContext(true);
        show(view, {DiffFiles::make("a.txt"_ba, {"@@ one"_ba, "+a"_ba, "@@ two"_ba, " x"_ba, "-b"_ba, " c"_ba,
                                                 " d"_ba, " e"_ba})});
        const auto &rows = view.content().rows();
        QCOMPARE(rows.at(rows.count() - 1).kind, RowKind::More);
        QSignalSpy spy(&view, &DiffView::contextWanted);
        const auto asked = [&] { return spy.last().at(1).value<Diff::ContextChoice>(); };
        const auto [first, last] = Diff::newSideOf(view.files()[0].hunks[1]);
        const quint32 before = Diff::newSideOf(view.files()[0].hunks[0]).second;
        view.setCurrentRow(3); // the second header
        view.showMoreContext();
        QCOMPARE(asked().spans, QList<Diff::LineSpan>({{first - 20, first - 1}}));
        view.setCurrentRow(4);
        view.showMoreContext();
        QCOMPARE(asked().spans, QList<Diff::LineSpan>({{first - 20, first - 1}, {last + 1, last + 20}}));
        view.setCurrentRow(2);
        view.showMoreContext(); // above there are 11 lines only
        QCOMPARE(asked().spans, QList<Diff::LineSpan>({{1, 11}, {before + 1, before + 20}}));
        view.setCurrentRow(rows.count() - 1);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(asked().spans, QList<Diff::LineSpan>({{last + 1, last + 20}}));
        view.showWholeFile();
        QVERIFY(asked().isWhole);
        const QRect header = view.rowRect(3);
        const QPoint button(header.right() - 30, header.center().y());
        QTest::mouseMove(view.viewport(), button - QPoint(1, 0));
        QTest::mouseMove(view.viewport(), button);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, button);
        QCOMPARE(asked().spans, QList<Diff::LineSpan>({{before + 1, first - 1}})); // all between
        QCOMPARE(spy.count(), 6);
    }

    void whatIsFoundInLinesIsShownAndSpoken()
    {
        const QList<QByteArray> block{"alpha one"_ba, "beta two"_ba, "gamma three"_ba};
        QList<QByteArray> from, to;
        for (const QByteArray &line : block) {
            from.append("-" + line);
            to.append("+" + line);
        }
        DiffView view(&m_pool);
        show(view, {DiffFiles::make("a.txt"_ba, from + QList{" keep"_ba} + to),
                    DiffFiles::make("b.txt"_ba, {"-a: 1"_ba, "+  a: 1"_ba}),
                    DiffFiles::make("c.txt"_ba, {"+x\xe2\x80\xae"
                                                 "caf\xc3\xa9"_ba})});
        const DiffContent &content = view.content();
        QVERIFY(content.movedFrom({RowKind::Line, 0, 0, 0}) >= 0);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
        const auto name = [&](const Diff::Row &row) {
            return list->child(int(content.rows().positionOf(row)))->text(QAccessible::Name);
        };
        QVERIFY(name({RowKind::Line, 0, 0, 0}).endsWith(u", moved"_s));
        QVERIFY(name({RowKind::File, 0}).contains(u"6 line(s) moved"_s) ||
                name({RowKind::File, 0}).contains(u"6 lines moved"_s));
        QVERIFY(name({RowKind::Hunk, 1, 0}).endsWith(u"only whitespace"_s));
        const auto note = content.rows().at(content.rows().positionOf({RowKind::Note, 2}));
        QCOMPARE(note.kind, RowKind::Note);
        QVERIFY(name({RowKind::Note, 2}).contains(u"U+202E × 1"_s));
        const DiffColors colors(view.palette(), true);
        const QImage image = picture(view);
        const auto color = [&](const Diff::Row &row) {
            return image.pixelColor(view.width() - 20,
                                    view.rowRect(content.rows().positionOf(row)).center().y());
        };
        QCOMPARE(color({RowKind::Line, 0, 0, 0}), colors.movedRow(0));
        QCOMPARE(color({RowKind::Line, 1, 0, 0}), colors.faint(Diff::LineOrigin::Removed));
    }

    void choicesAreKeptAndHoldForEveryView()
    {
        Settings settings({});
        DiffView one(&m_pool), other(&m_pool);
        QObject page;
        QList<QAction *> actions;
        const auto add = [&](const QString &id, const QString &text, const QKeySequence &keys) {
            auto *action = new QAction(text, &page);
            action->setObjectName(id);
            action->setShortcut(keys);
            actions.append(action);
            return action;
        };
        DiffCommands first(one, &settings, u"one"_s, add, &page);
        first.addContext(u"one"_s, add);
        DiffCommands second(other, &settings, u"other"_s, add, &page);
        QSignalSpy ignored(&first, &DiffCommands::whitespaceIgnored);
        for (const QString &id :
             {u"one.wrapLines"_s, u"one.sideBySide"_s, u"one.showWhitespace"_s, u"one.ignoreWhitespace"_s})
            page.findChild<QAction *>(id)->trigger();
        QCOMPARE(
            one.look(),
            (DiffLook{.showsWhitespace = true, .wraps = true, .isSplit = true, .ignoresWhitespace = true}));
        QCOMPARE(ignored.count(), 1);
        QVERIFY(other.look().wraps && other.look().isSplit && other.look().showsWhitespace);
        QVERIFY(settings.value(SettingKeys::diffWraps));
        DiffView later(&m_pool);
        DiffCommands third(later, &settings, u"later"_s, add, &page);
        QVERIFY(later.look().wraps && later.look().isSplit);
    }
};

QTEST_MAIN(TestDiffViewModes)
#include "tst_diffview_modes.moc"
