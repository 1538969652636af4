// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/lanes.h"

#include "drawnedges.h"
#include "tests/support/rounds.h"

using namespace Qt::StringLiterals;
using namespace Tests;

namespace {

constexpr quint32 kGraphs = Tests::rounds(10'000U);

struct Node
{
    CommitPosition commit = 0;
    QList<CommitPosition> parents;
};

std::span<const CommitPosition> spanOf(const QList<CommitPosition> &list)
{
    return {list.data(), static_cast<size_t>(list.size())};
}

QList<Node> randomNodes(quint32 seed)
{
    Shape shape = randomShape(seed);
    shape.graph.rank(shape.order, kAllGenerations[seed % 4]);
    const Order order = seed % 8 < 4 ? Order::Topological : Order::Date;
    QList<Node> nodes;
    for (const CommitPosition commit : walked(shape.graph, shape.tips, order))
        nodes += Node{commit, shape.graph.nodes[commit].parents};
    return nodes;
}

QList<GraphRow> woven(const QList<Node> &nodes, int maxColumns = Lanes::kUnlimited)
{
    Lanes lanes;
    QList<GraphRow> rows;
    for (const Node &node : nodes)
        rows += lanes.row(node.commit, spanOf(node.parents), maxColumns);
    return rows;
}

QString print(const GraphRow &row)
{
    QString text = u"@%1"_s.arg(row.column);
    for (const Stroke &stroke : row.strokes) {
        const QChar mark = stroke.kind == StrokeKind::Through ? u'|'
                           : stroke.kind == StrokeKind::Into  ? u'v'
                                                              : u'^';
        text += u" %1%2"_s.arg(mark).arg(stroke.column);
    }
    return text;
}

QStringList print(const QList<GraphRow> &rows)
{
    QStringList texts;
    for (const GraphRow &row : rows)
        texts += print(row);
    return texts;
}

/// The rules as they are told, on one plain list.
class PlainLanes
{
public:
    GraphRow row(const Node &node)
    {
        GraphRow row;
        const int first = find(node.commit);
        row.column = row.color = first >= 0 ? first : open(node.commit);
        for (int column = 0; column < m_awaited.size(); ++column) {
            const bool isMine = m_awaited[column] == node.commit;
            if (m_awaited[column] != kNoCommit && !(isMine && first < 0))
                row.strokes += Stroke{isMine ? StrokeKind::Into : StrokeKind::Through, column, column};
        }
        std::ranges::replace(m_awaited, node.commit, kNoCommit);
        for (const CommitPosition parent : node.parents) {
            int column = row.column;
            if (parent == node.parents.first())
                m_awaited[column] = parent;
            else if (column = find(parent); column < 0)
                column = open(parent);
            row.strokes += Stroke{StrokeKind::OutOf, column, column};
        }
        row.width = static_cast<int>(m_awaited.size());
        while (!m_awaited.isEmpty() && m_awaited.last() == kNoCommit)
            m_awaited.removeLast();
        return row;
    }

private:
    int find(CommitPosition commit) const { return static_cast<int>(m_awaited.indexOf(commit)); }
    int open(CommitPosition commit)
    {
        if (find(kNoCommit) < 0)
            m_awaited += kNoCommit;
        const int column = find(kNoCommit);
        m_awaited[column] = commit;
        return column;
    }

    QList<CommitPosition> m_awaited;
};

} // namespace

class TestLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lanesAreLaidOutByTheRules_data();
    void lanesAreLaidOutByTheRules();
    void everyEdgeEndsInItsParentsDot();
    void rowsAreThoseOfThePlainRules();
    void aFrameIsAllThatTheRowsBelowDependOn();
    void lanesSideBySideDifferInColor();
    void aCommitOnTopChangesNothingBelow();
    void foldedRowsKeepEveryEdge();
    void aFoldTellsHowManyLanesItStandsFor();
    void manyParentsAreAllDrawn();
};

void TestLanes::lanesAreLaidOutByTheRules_data()
{
    QTest::addColumn<QList<Node>>("nodes");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char *name, const QList<Node> &nodes, const QStringList &rows) {
        QTest::newRow(name) << nodes << rows;
    };
    row("a line stays in one column", {{0, {1}}, {1, {2}}, {2, {}}}, {u"@0 ^0"_s, u"@0 v0 ^0"_s, u"@0 v0"_s});
    row("a merge opens a lane that ends in the fork point", {{0, {2, 1}}, {1, {3}}, {2, {3}}, {3, {}}},
        {u"@0 ^0 ^1"_s, u"@1 |0 v1 ^1"_s, u"@0 v0 |1 ^0"_s, u"@0 v0 v1"_s});
    row("an octopus opens a lane for each parent", {{0, {1, 2, 3}}, {1, {}}, {2, {}}, {3, {}}},
        {u"@0 ^0 ^1 ^2"_s, u"@0 v0 |1 |2"_s, u"@1 v1 |2"_s, u"@2 v2"_s});
    row("a freed column is used again", {{0, {2}}, {1, {}}, {3, {2}}, {2, {}}},
        {u"@0 ^0"_s, u"@1 |0"_s, u"@1 |0 ^1"_s, u"@0 v0 v1"_s});
    row("a merge joins the lane that waits already", {{0, {3}}, {1, {2, 3}}, {2, {3}}, {3, {}}},
        {u"@0 ^0"_s, u"@1 |0 ^1 ^0"_s, u"@1 |0 v1 ^1"_s, u"@0 v0 v1"_s});
    row("a criss-cross", {{0, {2, 3}}, {1, {3, 2}}, {2, {4}}, {3, {4}}, {4, {}}},
        {u"@0 ^0 ^1"_s, u"@2 |0 |1 ^2 ^0"_s, u"@0 v0 |1 |2 ^0"_s, u"@1 |0 v1 v2 ^1"_s, u"@0 v0 v1"_s});
    row("several roots", {{0, {1}}, {1, {}}, {2, {3}}, {3, {}}},
        {u"@0 ^0"_s, u"@0 v0"_s, u"@0 ^0"_s, u"@0 v0"_s});
}

void TestLanes::lanesAreLaidOutByTheRules()
{
    QFETCH(QList<Node>, nodes);
    QFETCH(QStringList, rows);
    QCOMPARE(print(woven(nodes)), rows);
}

void TestLanes::everyEdgeEndsInItsParentsDot()
{
    for (quint32 seed = 0; seed < kGraphs; ++seed) {
        DrawnEdges edges;
        Lanes lanes;
        for (const Node &node : randomNodes(seed)) {
            const auto parents = spanOf(node.parents);
            const QByteArray problem = edges.add(node.commit, parents, lanes.row(node.commit, parents));
            QVERIFY2(problem.isEmpty(),
                     QByteArray(problem + " in graph " + QByteArray::number(seed)).constData());
        }
        QCOMPARE(edges.atEnd(), QByteArray());
        QCOMPARE(lanes.openCount(), 0);
    }
}

void TestLanes::rowsAreThoseOfThePlainRules()
{
    for (quint32 seed = 0; seed < kGraphs; ++seed) {
        PlainLanes plain;
        Lanes lanes;
        for (const Node &node : randomNodes(seed))
            QCOMPARE(lanes.row(node.commit, spanOf(node.parents)), plain.row(node));
    }
}

void TestLanes::aFrameIsAllThatTheRowsBelowDependOn()
{
    Lanes replayed; // one for all, as what was open before must leave no trace
    for (quint32 seed = 0; seed < kGraphs; ++seed) {
        const QList<Node> nodes = randomNodes(seed);
        const QList<GraphRow> rows = woven(nodes);
        const qsizetype from = seed % nodes.size();
        Lanes lanes;
        for (const Node &node : nodes.first(from))
            lanes.step(node.commit, spanOf(node.parents));
        replayed.restore(lanes.frame());
        QCOMPARE(replayed.frame(), lanes.frame());
        QCOMPARE(replayed.openCount(), lanes.openCount());
        for (qsizetype at = from; at < nodes.size(); ++at) {
            if ((seed + at) % 3 == 0) // a row that is passed leaves the same behind as one that is drawn
                replayed.step(nodes[at].commit, spanOf(nodes[at].parents));
            else
                QCOMPARE(replayed.row(nodes[at].commit, spanOf(nodes[at].parents)), rows[at]);
        }
        replayed.restore(lanes.frame());
    }
}

void TestLanes::lanesSideBySideDifferInColor()
{
    for (quint32 seed = 0; seed < kGraphs; seed += 10) {
        QHash<int, int> colors; // of the lanes at the lower edge of the row above
        for (const GraphRow &row : woven(randomNodes(seed))) {
            QHash<int, int> above, below;
            for (const Stroke &stroke : row.strokes) {
                if (stroke.kind != StrokeKind::OutOf)
                    above.insert(stroke.column, stroke.color);
                if (stroke.kind != StrokeKind::Into)
                    below.insert(stroke.column, stroke.color);
            }
            QCOMPARE(above, colors); // the same from end to end
            for (auto lane = below.cbegin(); lane != below.cend(); ++lane)
                QVERIFY(below.value(lane.key() + 1, -1) != lane.value());
            colors = below;
        }
    }
}

void TestLanes::aCommitOnTopChangesNothingBelow()
{
    const QList<Node> nodes = {{0, {2, 1}}, {1, {3}}, {2, {3}}, {3, {}}};
    const QList<Node> grown = QList<Node>{{9, {0}}} + nodes;
    QCOMPARE(woven(grown).sliced(2), woven(nodes).sliced(1));
}

void TestLanes::foldedRowsKeepEveryEdge()
{
    for (quint32 seed = 0; seed < kGraphs; ++seed) {
        const int width = 1 + static_cast<int>(seed % 7);
        const QList<Node> nodes = randomNodes(seed);
        const QList<GraphRow> rows = woven(nodes), narrow = woven(nodes, width);
        for (qsizetype at = 0; at < rows.size(); ++at) {
            QCOMPARE(narrow[at], folded(rows[at], width));
            QCOMPARE(narrow[at], folded(folded(rows[at], width + 2), width));
            QVERIFY(narrow[at].width <= width);
            QSet<std::pair<StrokeKind, int>> wanted, drawn;
            for (const Stroke &stroke : rows[at].strokes)
                wanted += {stroke.kind, qMin(stroke.column, width - 1)};
            for (const Stroke &stroke : narrow[at].strokes)
                drawn += {stroke.kind, stroke.column};
            QCOMPARE(drawn, wanted);
            QCOMPARE(narrow[at].column, qMin(rows[at].column, width - 1));
            QCOMPARE(narrow[at].fold, rows[at].width > width ? width - 1 : -1);
        }
    }
}

void TestLanes::aFoldTellsHowManyLanesItStandsFor()
{
    const QList<GraphRow> rows = woven({{0, {1, 2, 3, 4}}, {1, {}}, {5, {}}, {4, {}}}, 2);
    QCOMPARE(print(rows[0]), u"@0 ^0 ^1"_s);
    QCOMPARE(rows[0].hidden(), 3);
    QCOMPARE(rows[0].hiddenAbove, 0);
    QCOMPARE(print(rows[2]), u"@0 |1"_s);
    QCOMPARE(rows[2].hidden(), 3);
    QCOMPARE(print(rows[3]), u"@1 |1 v1"_s);
    QCOMPARE(rows[3].hiddenBelow, 2);
    const QList<GraphRow> alone = woven({{0, {2}}, {1, {}}, {2, {}}}, 1);
    QCOMPARE(alone[1].hidden(), 1);
    QCOMPARE(alone[2].fold, -1);
    QCOMPARE(alone[2].hidden(), 0);
}

void TestLanes::manyParentsAreAllDrawn()
{
    constexpr CommitPosition count = 100'000;
    QList<CommitPosition> parents(count);
    std::iota(parents.begin(), parents.end(), 1U);
    Lanes lanes;
    const GraphRow row = lanes.row(0, spanOf(parents), 24);
    QCOMPARE(row.strokes.size(), 24);
    QCOMPARE(row.hidden(), static_cast<int>(count) - 23);
    QCOMPARE(lanes.openCount(), static_cast<int>(count));
    DrawnEdges edges;
    Lanes whole;
    QCOMPARE(edges.add(0, spanOf(parents), whole.row(0, spanOf(parents))), QByteArray());
    for (CommitPosition parent = 1; parent <= count; ++parent)
        lanes.step(parent, {});
    QCOMPARE(lanes.openCount(), 0);
    QVERIFY(lanes.frame().awaited.isEmpty());
}

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
