// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/walk.h"

#include "randomhistory.h"
#include "tests/support/rounds.h"

using namespace Tests;

namespace {

QList<CommitPosition> uniqueNewestFirst(Graph &graph, const QList<CommitPosition> &tips)
{
    QList<CommitPosition> unique;
    for (const CommitPosition tip : tips) {
        if (!unique.contains(tip))
            unique += tip;
    }
    std::ranges::stable_sort(unique, std::greater(), [&](CommitPosition tip) { return graph.date(tip); });
    return unique;
}

// The plain algorithm over the whole graph at once, on lists.
QList<CommitPosition> sortedAtOnce(Graph &graph, const QList<CommitPosition> &given, Order order)
{
    const QList<CommitPosition> tips = uniqueNewestFirst(graph, given);
    QHash<CommitPosition, int> waiting;
    QList<CommitPosition> seen = tips, ready, out;
    for (qsizetype at = 0; at < seen.size(); ++at) {
        for (const CommitPosition parent : graph.nodes[seen[at]].parents) {
            ++waiting[parent];
            if (!seen.contains(parent))
                seen += parent;
        }
    }
    for (const CommitPosition tip : tips) {
        if (waiting.value(tip) == 0)
            ready += tip;
    }
    if (order == Order::Topological)
        std::ranges::reverse(ready);
    while (!ready.isEmpty()) {
        const auto newest =
            std::ranges::max_element(ready, std::less(), [&](auto c) { return graph.date(c); });
        const CommitPosition commit =
            order == Order::Topological ? ready.takeLast() : ready.takeAt(newest - ready.begin());
        out += commit;
        for (const CommitPosition parent : graph.nodes[commit].parents) {
            if (--waiting[parent] == 0)
                ready += parent;
        }
    }
    return out;
}

} // namespace

class TestWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsThePlainSortOverTheWholeGraph()
    {
        for (quint32 seed = 1; seed <= Tests::rounds(10'000U); ++seed) {
            Shape shape = randomShape(seed);
            for (const Order order : {Order::Topological, Order::Date}) {
                const auto expected = sortedAtOnce(shape.graph, shape.tips, order);
                shape.graph.rank(shape.order, kAllGenerations[seed % kAllGenerations.size()]);
                const auto commits = walked(shape.graph, shape.tips, order);
                if (commits != expected)
                    qInfo() << "seed" << seed;
                QCOMPARE(commits, expected);
            }
        }
    }

    // The rule by which a refreshed history is spliced to the old one.
    void equalStatesYieldTheSameRest()
    {
        qsizetype met = 0;
        for (quint32 seed = 1; seed <= Tests::rounds(2'000U); ++seed) {
            Shape shape = randomShape(seed);
            shape.graph.rank(shape.order, kAllGenerations[seed % kAllGenerations.size()]);
            const Order order = seed % 2 == 0 ? Order::Topological : Order::Date;
            QList<CommitPosition> moved = shape.tips;
            moved[0] = shape.order.last();
            QHash<quint64, QList<CommitPosition>> rests; // of the old walk, by state
            const auto old = walked(shape.graph, shape.tips, order);
            Walk first(shape.graph, shape.tips, order);
            for (qsizetype row = 0; row <= old.size(); ++row) {
                rests.insert(first.state().pending, old.sliced(row));
                first.next();
            }
            const auto now = walked(shape.graph, moved, order);
            Walk second(shape.graph, moved, order);
            for (qsizetype row = 0; row <= now.size(); ++row) {
                const auto rest = rests.constFind(second.state().pending);
                if (rest != rests.cend()) {
                    QCOMPARE(now.sliced(row), *rest);
                    met += row < now.size() ? 1 : 0;
                }
                second.next();
            }
        }
        QVERIFY2(met > Tests::rounds(10'000), QByteArray::number(met).constData());
    }

    void knowsWhatIsReachable()
    {
        for (quint32 seed = 1; seed <= 1'000; ++seed) {
            Shape shape = randomShape(seed);
            shape.graph.rank(shape.order, seed % 2 == 0 ? Generations::Levels : Generations::Dates);
            const auto all = walked(shape.graph, shape.tips, Order::Topological);
            Walk walk(shape.graph, shape.tips, Order::Topological);
            while (walk.next() != kNoCommit) {
                for (CommitPosition commit = 0; commit < shape.graph.count(); ++commit) {
                    if (shape.graph.generation(commit) >= walk.state().lowestGeneration)
                        QCOMPARE(walk.isReachable(commit), all.contains(commit));
                }
            }
            QCOMPARE(walk.leftOver(), 0U);
        }
    }

    void startsWithoutReadingTheWholeHistory()
    {
        Graph graph; // 100,000 commits in a line, a branch beside each hundredth
        QList<CommitPosition> order, tips;
        for (CommitPosition at = 0; at < 100'000; ++at) {
            const bool isBranch = at % 100 == 99;
            const CommitPosition main = at % 100 == 0 && at > 0 ? at - 2 : at - 1;
            graph.nodes.push_back({.parents = at == 0 ? QList<CommitPosition>() : QList{main}, .date = at});
            order += at;
            if (isBranch || at + 2 == 100'000)
                tips += at;
        }
        graph.rank(order, Generations::Dates);
        Walk walk(graph, tips, Order::Topological);
        for (int row = 0; row < 90; ++row)
            QVERIFY(walk.next() != kNoCommit);
        QVERIFY2(graph.reads < 1'000, QByteArray::number(graph.reads).constData());
    }

    void endsInACircle()
    {
        Graph graph; // 0 leads to 1 2 3, which go round, and to 4
        graph.nodes = {{.parents = {1, 4}, .date = 9},
                       {.parents = {2}, .date = 8},
                       {.parents = {3}, .date = 7},
                       {.parents = {1}, .date = 6},
                       {.parents = {}, .date = 5}};
        for (const Order order : {Order::Topological, Order::Date}) {
            for (const quint64 generation : {kNoGeneration, quint64{7}}) {
                for (Graph::Node &node : graph.nodes)
                    node.generation = generation;
                Walk walk(graph, QList<CommitPosition>{0, 2}, order);
                QCOMPARE(walk.leftOver(), 0U); // nobody knows yet
                QCOMPARE(walk.next(), 0U);
                QCOMPARE(walk.next(), 4U);
                QCOMPARE(walk.leftOver(), 0U);
                QCOMPARE(walk.next(), kNoCommit);
                QCOMPARE(walk.leftOver(), 3U);
            }
        }
    }

    void yieldsEachCommitOnceWhateverTheGenerationsSay()
    {
        for (quint32 seed = 1; seed <= 3'000; ++seed) {
            Shape shape = randomShape(seed);
            QRandomGenerator random(seed);
            for (Graph::Node &node : shape.graph.nodes)
                node.generation = random.bounded(6) == 0 ? kNoGeneration : random.bounded(30U);
            for (const Order order : {Order::Topological, Order::Date}) {
                const auto commits = walked(shape.graph, shape.tips, order);
                QCOMPARE(QSet<CommitPosition>(commits.begin(), commits.end()).size(), commits.size());
            }
        }
    }

    void endsWhenCancelled()
    {
        Graph graph;
        for (CommitPosition at = 0; at < 10'000; ++at)
            graph.nodes.push_back({.parents = at == 0 ? QList<CommitPosition>() : QList{at - 1}, .date = at});
        CancelSource source;
        source.cancel();
        Walk walk(graph, QList<CommitPosition>{9'999}, Order::Topological, false, source.token());
        QCOMPARE(walk.next(), kNoCommit);
    }

    void skipsRepeatedAndMissingTips()
    {
        Graph graph;
        graph.nodes = {{.parents = {1}, .date = 2, .generation = 2},
                       {.parents = {}, .date = 1, .generation = 1}};
        QCOMPARE(walked(graph, {kNoCommit, 1, 0, 0, 1}, Order::Topological), (QList<CommitPosition>{0, 1}));
        QCOMPARE(walked(graph, {}, Order::Date), QList<CommitPosition>());
    }
};

QTEST_APPLESS_MAIN(TestWalk)

#include "tst_walk.moc"
