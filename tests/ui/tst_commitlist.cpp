// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uitest.h"
#include "ui/history/commitlist.h"
#include "ui/history/edgechain.h"
#include "ui/history/graphpainter.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

using namespace Qt::StringLiterals;
using History::Stroke;
using enum History::StrokeKind;

namespace {

struct FixedClock final : Clock
{
    QDateTime now() const override { return QDateTime::fromSecsSinceEpoch(1'800'000'000, QTimeZone::UTC); }
};

History::Row row(int column, const QList<Stroke> &strokes, int width = 2)
{
    static int number = 0;
    History::Row row;
    row.commit.id = *Git::ObjectId::fromHex(QByteArray::number(++number, 16).rightJustified(40, '0'));
    row.commit.subject = u"s"_s;
    row.graph = {.column = column, .color = column, .width = width, .strokes = strokes};
    return row;
}

/// 0 merges 3 into the line 1, 2; all start at 4.
QList<History::Row> merge()
{
    return {row(0, {{OutOf, 0, 0}, {OutOf, 1, 1}}), row(0, {{Into, 0, 0}, {Through, 1, 1}, {OutOf, 0, 0}}),
            row(0, {{Into, 0, 0}, {Through, 1, 1}, {OutOf, 0, 0}}),
            row(1, {{Through, 0, 0}, {Into, 1, 1}, {OutOf, 1, 1}}), row(0, {{Into, 0, 0}, {Into, 1, 1}})};
}

/// So many lanes that pass.
History::Row lanes(int count)
{
    QList<Stroke> strokes;
    for (int column = 1; column < count; ++column)
        strokes += Stroke{Through, column, column};
    return row(0, strokes, count);
}

struct Shown
{
    explicit Shown(QList<History::Row> rows, int width = 600)
        : items(clock)
        , list(items)
    {
        items.growTo(static_cast<int>(rows.size()));
        items.fill(0, std::move(rows));
        list.resize(width, 300);
    }

    QImage picture() { return list.viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32); }
    QImage pictureOf(int row)
    {
        return picture().copy(
            {0, list.rowViewportPosition(row), list.viewport()->width(), list.rowHeight(row)});
    }
    /// Where a lane runs, in pixels.
    qreal laneX(int column) const
    {
        const GraphPainter painter(list.palette(), list.font());
        const qreal lane = painter.widthOf({.width = 2}) - painter.widthOf({.width = 1});
        return Theme::unit(list.font()) + lane * (column + 0.75);
    }
    /// How much is painted of a lane at the upper edge of a row, in pixels of full strength.
    double inkOfLane(int row, int column)
    {
        const QImage image = pictureOf(row);
        const QColor base = list.palette().color(QPalette::Base);
        const QColor full = Theme::laneColor(column, list.palette());
        const auto distance = [](const QColor &a, const QColor &b) {
            return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
                   std::abs(a.blue() - b.blue());
        };
        const qreal half = (laneX(1) - laneX(0)) / 2;
        double ink = 0;
        for (int x = qRound(laneX(column) - half); x < qRound(laneX(column) + half); ++x)
            ink += double(distance(image.pixelColor(x, 2), base)) / distance(full, base);
        return ink;
    }

    FixedClock clock;
    CommitItems items;
    CommitList list;
};

/// Where two pictures of one size differ.
QRect difference(const QImage &one, const QImage &other)
{
    QRect differs;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            if (one.pixel(x, y) != other.pixel(x, y))
                differs |= QRect(x, y, 1, 1);
        }
    }
    return differs;
}

} // namespace

class CommitListTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChainOfACommitEndsAtItsParentsAndChildren()
    {
        const Shown shown(merge());
        EdgeChain chain;
        chain.follow(shown.items, 0, 0, 4); // down from the merge
        QVERIFY(chain.has(0, {OutOf, 0, 0}, -1) && chain.has(0, {OutOf, 1, 1}, -1));
        QVERIFY(chain.has(1, {Into, 0, 0}, -1) && !chain.has(1, {OutOf, 0, 0}, -1));
        QVERIFY(chain.has(1, {Through, 1, 1}, -1) && chain.has(2, {Through, 1, 1}, -1));
        QVERIFY(!chain.has(2, {Into, 0, 0}, -1)); // of the parent's own line
        QVERIFY(chain.has(3, {Into, 1, 1}, -1) && !chain.has(3, {OutOf, 1, 1}, -1));
        QVERIFY(!chain.has(3, {Through, 0, 0}, -1) && !chain.has(4, {Into, 0, 0}, -1));

        chain.follow(shown.items, 4, 0, 4); // up from the first commit
        QVERIFY(chain.has(4, {Into, 0, 0}, -1) && chain.has(4, {Into, 1, 1}, -1));
        QVERIFY(chain.has(3, {OutOf, 1, 1}, -1) && chain.has(3, {Through, 0, 0}, -1));
        QVERIFY(!chain.has(3, {Into, 1, 1}, -1));
        QVERIFY(chain.has(2, {OutOf, 0, 0}, -1) && !chain.has(2, {Through, 1, 1}, -1));

        chain.follow(shown.items, 3, 0, 4); // both ways
        QVERIFY(chain.has(2, {Through, 1, 1}, -1) && chain.has(1, {Through, 1, 1}, -1));
        QVERIFY(chain.has(0, {OutOf, 1, 1}, -1) && !chain.has(0, {OutOf, 0, 0}, -1));
        QVERIFY(chain.has(4, {Into, 1, 1}, -1) && !chain.has(4, {Into, 0, 0}, -1));
    }

    void aChainEndsWhereRowsAreNotLoadedAndFarAwayItIsNone()
    {
        Shown shown(merge());
        shown.items.forget(1, 1);
        EdgeChain chain;
        chain.follow(shown.items, 0, 0, 4);
        QVERIFY(chain.has(0, {OutOf, 1, 1}, -1));
        QVERIFY(!chain.has(2, {Through, 1, 1}, -1));
        chain.follow(shown.items, 0, 5000, 5040);
        QVERIFY(chain.isEmpty());
        chain.follow(shown.items, -1, 0, 4);
        QVERIFY(chain.isEmpty());
    }

    void aFoldIsInTheChainWhenOneOfItsLanesIs()
    {
        const Shown shown({row(0, {{OutOf, 0, 0}, {OutOf, 5, 5}}, 6), lanes(8)});
        EdgeChain chain;
        chain.follow(shown.items, 0, 0, 1);
        QVERIFY(chain.has(1, {Through, 3, 3}, 3));  // stands for 3 to 7
        QVERIFY(!chain.has(1, {Through, 3, 3}, 4)); // stands for itself
        QVERIFY(!chain.has(1, {Through, 6, 6}, 6));
    }

    void theLinesOfTheChosenCommitAreStrongerWhereTheyPassOthers()
    {
        Shown shown(merge());
        shown.list.makeCurrent(4);
        const double plain = shown.inkOfLane(2, 1);
        QVERIFY2(plain > 0.8, QByteArray::number(plain).constData());
        shown.list.makeCurrent(0);
        const double raised = shown.inkOfLane(2, 1);
        QVERIFY2(raised > 1.5 * plain, QByteArray::number(raised / plain).constData());
        QVERIFY(shown.inkOfLane(2, 0) < 1.2 * plain); // the line beside it stays
        shown.list.makeCurrent(3);
        QVERIFY(shown.inkOfLane(2, 1) > 1.5 * plain); // followed upwards, too
    }

    void soAreThoseOfACommitWhoseGraphIsPointedAt()
    {
        Shown shown(merge());
        shown.list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&shown.list));
        shown.list.makeCurrent(4);
        const double plain = shown.inkOfLane(2, 1);
        const int y = shown.list.rowViewportPosition(0) + shown.list.rowHeight(0) / 2;
        const auto pointAt = [&](qreal x) {
            QTest::mouseMove(shown.list.viewport(), QPoint(qRound(x), y));
            QCoreApplication::processEvents();
        };
        pointAt(shown.laneX(1));
        QVERIFY(shown.inkOfLane(2, 1) > 1.5 * plain);
        QCOMPARE(shown.list.currentIndex().row(), 4);
        pointAt(shown.laneX(1) + 100); // its text
        QCOMPARE(shown.inkOfLane(2, 1), plain);
        pointAt(shown.laneX(0));
        QVERIFY(shown.inkOfLane(2, 1) > 1.5 * plain);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(shown.list.viewport(), &leave);
        QCOMPARE(shown.inkOfLane(2, 1), plain);
    }

    void lanesWithoutRoomAreCountedInAMark()
    {
        Shown shown({lanes(12), lanes(16)}, 300);
        const GraphPainter painter(shown.list.palette(), shown.list.font());
        const QRect differs = difference(shown.pictureOf(0), shown.pictureOf(1));
        QVERIFY(!differs.isEmpty()); // all that differs is the number of what is folded away
        const qreal most = shown.list.columnWidth(CommitItems::SubjectColumn) * 0.4;
        QVERIFY(differs.left() > shown.laneX(painter.columnsIn(most) - 2));
        QVERIFY(differs.right() < Theme::unit(shown.list.font()) + most + 1);

        Shown wide({lanes(12), lanes(12)}, 3000);
        QVERIFY(difference(wide.pictureOf(0), wide.pictureOf(1)).isEmpty());
        QVERIFY(wide.inkOfLane(0, 11) > 0.8); // nothing is folded where there is room
    }

    void lanesHaveNoGapsAtAnyScale()
    {
        const GraphPainter painter(qApp->palette(), qApp->font());
        const qreal lane = painter.widthOf({.width = 2}) - painter.widthOf({.width = 1});
        for (const qreal scale : {1.0, 1.25, 1.5, 1.75, 2.0}) {
            QImage image(QSize(100, 5 * 27) * scale, QImage::Format_RGB32);
            image.setDevicePixelRatio(scale);
            image.fill(Qt::white);
            QPainter on(&image);
            for (int row = 0; row < 5; ++row)
                painter.paint(&on, QRectF(0, row * 27, 90, 27), lanes(2).graph, {});
            on.end();
            const int x = qFloor(lane * 1.75 * scale);
            const auto ink = [&](int y) {
                return 3 * 255 - qRed(image.pixel(x, y)) - qGreen(image.pixel(x, y)) -
                       qBlue(image.pixel(x, y));
            };
            const int usual = ink(qRound(13 * scale));
            QVERIFY(usual > 100);
            for (int y = qRound(scale); y < image.height() - scale; ++y)
                QVERIFY2(ink(y) > usual * 0.9,
                         qPrintable(u"scale %1, line %2"_s.arg(QString::number(scale), QString::number(y))));
        }
    }

    void theMarkSaysHowMany()
    {
        const GraphPainter painter(qApp->palette(), qApp->font());
        const auto paint = [&](const History::GraphRow &graph, const QString &mark) {
            QImage image(400, 40, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter on(&image);
            const QRectF cell(0, 0, painter.widthOf(graph), 40);
            painter.paint(&on, cell, graph, {.hasLanes = mark.isEmpty()});
            const qreal lane = painter.widthOf({.width = 2}) - painter.widthOf({.width = 1});
            const qreal left = lane * (graph.fold + 1.25);
            on.setRenderHint(QPainter::Antialiasing);
            on.setFont(Theme::small(qApp->font()));
            on.setPen(Theme::subdued(qApp->palette()));
            on.drawText(QRectF(left, 0, cell.right() - left, 40),
                        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, mark);
            on.end();
            return image.copy(qCeil(left), 0, 400 - qCeil(left), 40);
        };
        for (const auto &[count, mark] :
             {std::pair(9, u"+5"_s), {50, u"+46"_s}, {103, u"+99"_s}, {300, u"99+"_s}}) {
            const History::GraphRow graph = History::folded(lanes(count).graph, 5);
            QCOMPARE(paint(graph, {}), paint(graph, mark));
            QVERIFY(paint(graph, {}) != paint(graph, u"+7"_s));
        }
    }

    void aToolTipNamesEveryRefAlsoWhereAChipOnlyCountsThem()
    {
        Shown shown(merge(), 300);
        Git::Refs refs;
        for (int number = 0; number < 6; ++number)
            refs.all += Git::Ref{.name = "refs/heads/a-branch-with-a-long-name-" + QByteArray::number(number),
                                 .kind = Git::RefKind::LocalBranch,
                                 .target = shown.items.at(0)->commit.id};
        shown.items.setRefs(refs);
        shown.list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&shown.list));
        const QPoint at = shown.list.visualRect(shown.items.index(0, 0)).center();
        QHelpEvent help(QEvent::ToolTip, at, shown.list.viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(shown.list.viewport(), &help);
        for (int number = 0; number < 6; ++number)
            QVERIFY2(QToolTip::text().contains(u"a-branch-with-a-long-name-%1"_s.arg(number)),
                     qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }

    void rowsThatAreNotReadYetAreQuietBars()
    {
        Shown shown({});
        shown.items.growTo(50);
        const auto isBar = [&](int row) {
            const QImage image = shown.pictureOf(row);
            return image.pixel(4 * Theme::unit(shown.list.font()), image.height() / 2) ==
                   Theme::hairline(shown.list.palette()).rgb();
        };
        QVERIFY(!isBar(0)); // what comes at once does not flicker
        QTRY_VERIFY(isBar(0) && isBar(3));
        QCOMPARE(shown.items.index(3, 0).data(Qt::AccessibleTextRole).toString(), u"Loading"_s);
        shown.items.fill(0, merge());
        QVERIFY(!isBar(0) && !isBar(4));
        QVERIFY(isBar(6)); // still awaited
        shown.items.growTo(51);
        shown.items.replace(5, 46, 0);
        shown.picture(); // everything in sight is there
        shown.items.growTo(20);
        QVERIFY(!isBar(6)); // the wait starts anew
        QTRY_VERIFY(isBar(6));
    }
};

PLUMBLINE_UI_TEST_MAIN(CommitListTest)
#include "tst_commitlist.moc"
