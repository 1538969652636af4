// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/weaver.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace History;

namespace {

Git::ObjectId id(int number)
{
    return *Git::ObjectId::fromHex(QByteArray::number(number + 1, 16).rightJustified(40, '0'));
}

struct Node
{
    int name = 0;
    QList<int> parents;
};

QList<GraphRow> weave(const QList<Node> &nodes)
{
    Weaver weaver;
    QList<GraphRow> rows;
    for (const Node &node : nodes) {
        QList<Git::ObjectId> parents;
        for (const int parent : node.parents)
            parents += id(parent);
        rows += weaver.add(id(node.name), parents);
    }
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

QList<Node> randomGraph(quint32 seed, int size)
{
    QRandomGenerator random(seed);
    QList<Node> nodes;
    for (int name = 0; name < size; ++name) {
        Node node{name, {}};
        const int wanted = random.bounded(10) == 0   ? 3
                           : random.bounded(3) == 0  ? 2
                           : random.bounded(20) == 0 ? 0
                                                     : 1;
        for (int i = 0; i < wanted && name + 1 < size; ++i) {
            const int parent = name + 1 + random.bounded(qMin(12, size - name - 1));
            if (!node.parents.contains(parent))
                node.parents += parent;
        }
        nodes += node;
    }
    return nodes;
}

} // namespace

class WeaverTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineStaysInOneColumn()
    {
        const auto rows = weave({{0, {1}}, {1, {2}}, {2, {}}});
        QCOMPARE(print(rows[0]), u"@0 ^0"_s);
        QCOMPARE(print(rows[1]), u"@0 v0 ^0"_s);
        QCOMPARE(print(rows[2]), u"@0 v0"_s);
    }

    void aMergeOpensALaneThatEndsInTheForkPoint()
    {
        const auto rows = weave({{0, {2, 1}}, {1, {3}}, {2, {3}}, {3, {}}});
        QCOMPARE(print(rows[0]), u"@0 ^0 ^1"_s);
        QCOMPARE(print(rows[1]), u"@1 |0 v1 ^1"_s);
        QCOMPARE(print(rows[2]), u"@0 v0 |1 ^0"_s);
        QCOMPARE(print(rows[3]), u"@0 v0 v1"_s);
    }

    void anOctopusOpensOneLanePerParent()
    {
        const auto rows = weave({{0, {1, 2, 3}}, {1, {}}, {2, {}}, {3, {}}});
        QCOMPARE(print(rows[0]), u"@0 ^0 ^1 ^2"_s);
    }

    void aFreedColumnIsUsedAgain()
    {
        const auto rows = weave({{0, {2}}, {1, {}}, {3, {2}}, {2, {}}});
        QCOMPARE(print(rows[1]), u"@1 |0"_s);
        QCOMPARE(print(rows[2]), u"@1 |0 ^1"_s);
    }

    void repeatedParentsCountOnce()
    {
        const auto rows = weave({{0, {1, 1}}, {1, {}}});
        QCOMPARE(print(rows[0]), u"@0 ^0"_s);
    }

    void everyEdgeEndsInItsParentsDot_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    // Follows each OutOf stroke down through Through strokes and looks where it goes in.
    void everyEdgeEndsInItsParentsDot()
    {
        QFETCH(quint32, seed);
        const QList<Node> nodes = randomGraph(seed, 200);
        const QList<GraphRow> rows = weave(nodes);
        for (int at = 0; at < nodes.size(); ++at) {
            QList<int> out;
            for (const Stroke &stroke : rows[at].strokes) {
                if (stroke.kind == StrokeKind::OutOf)
                    out += stroke.column;
            }
            QCOMPARE(out.size(), nodes[at].parents.size());
            for (int parent = 0; parent < out.size(); ++parent) {
                int row = at + 1;
                while (rows[row].strokes.contains(
                    Stroke{StrokeKind::Through, out[parent], colorOf(rows[row], out[parent])}))
                    ++row;
                QVERIFY(row < rows.size());
                QVERIFY(hasStroke(rows[row], StrokeKind::Into, out[parent]));
                QCOMPARE(nodes[row].name, nodes[at].parents[parent]);
            }
        }
    }

    void noTwoLanesShareAColumn()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            for (const GraphRow &row : weave(randomGraph(seed, 200))) {
                QSet<int> above, below;
                for (const Stroke &stroke : row.strokes) {
                    if (stroke.kind != StrokeKind::OutOf) {
                        QVERIFY(!above.contains(stroke.column));
                        above += stroke.column;
                    }
                    if (stroke.kind == StrokeKind::Through)
                        below += stroke.column;
                    QVERIFY(stroke.column < row.width);
                }
                QVERIFY(!hasStroke(row, StrokeKind::Through, row.column));
            }
        }
    }

private:
    static bool hasStroke(const GraphRow &row, StrokeKind kind, int column)
    {
        return std::ranges::any_of(row.strokes, [&](const Stroke &stroke) {
            return stroke.kind == kind && stroke.column == column;
        });
    }

    static int colorOf(const GraphRow &row, int column)
    {
        for (const Stroke &stroke : row.strokes) {
            if (stroke.column == column && stroke.kind == StrokeKind::Through)
                return stroke.color;
        }
        return -1;
    }
};

QTEST_GUILESS_MAIN(WeaverTest)
#include "tst_weaver.moc"
