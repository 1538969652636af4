// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rounds.h"
#include "timelinehistory.h"

using namespace Tests;

namespace {

/// What happens to a repository between two looks at it.
class Changes
{
public:
    Changes(Shape &shape, QRandomGenerator &random)
        : m_shape(shape)
        , m_random(random)
    {}

    void apply(size_t kind)
    {
        static constexpr std::array kinds = {
            &Changes::commitOnTop, &Changes::newBranch,     &Changes::amendTip,     &Changes::deleteBranch,
            &Changes::rebase,      &Changes::mergeBranches, &Changes::tagOldCommit, &Changes::fetchMany,
            &Changes::nothing,     &Changes::resetBranch,   &Changes::changeTags};
        std::invoke(kinds.at(kind), this);
    }

private:
    void commitOnTop()
    {
        CommitPosition &tip = anyTip();
        tip = add({tip});
    }
    void newBranch() { m_shape.tips += add({anyCommit()}); }
    void amendTip()
    {
        CommitPosition &tip = anyTip();
        tip = add(QList(m_shape.graph.nodes[tip].parents));
    }
    void deleteBranch()
    {
        if (m_shape.tips.size() > 1)
            m_shape.tips.removeAt(m_random.bounded(m_shape.tips.size()));
    }
    void rebase()
    {
        CommitPosition &tip = anyTip();
        CommitPosition onto = anyTip();
        for (int left = 1 + m_random.bounded(4); left > 0; --left)
            onto = add({onto});
        tip = onto;
    }
    void mergeBranches()
    {
        CommitPosition &tip = anyTip();
        const CommitPosition other = anyTip();
        tip = tip == other ? add({tip}) : add({tip, other});
    }
    void fetchMany()
    {
        for (int left = 2 + m_random.bounded(15); left > 0; --left)
            apply(static_cast<size_t>(m_random.bounded(7)));
    }
    void tagOldCommit() { m_shape.tips += anyCommit(); }
    void nothing() {}
    // What was inside before may be an end now.
    void resetBranch()
    {
        CommitPosition &tip = anyTip();
        const QList<CommitPosition> &parents = m_shape.graph.nodes[tip].parents;
        if (!parents.isEmpty())
            tip = parents[m_random.bounded(parents.size())];
    }
    void changeTags()
    {
        for (int left = 1 + m_random.bounded(5); left > 0; --left)
            m_random.bounded(2) == 0 ? tagOldCommit() : deleteBranch();
    }

    CommitPosition &anyTip() { return m_shape.tips[m_random.bounded(m_shape.tips.size())]; }
    CommitPosition anyCommit() { return m_shape.order[m_random.bounded(m_shape.order.size())]; }

    CommitPosition add(const QList<CommitPosition> &parents)
    {
        auto &nodes = m_shape.graph.nodes;
        Graph::Node node{parents, m_random.bounded(6) == 0 ? 1'000'050 : 1'100'000 + nodes.size(), 0};
        for (const CommitPosition parent : parents) {
            node.date = m_random.bounded(6) == 0 ? nodes[parent].date : node.date;
            const quint64 above = nodes[parent].generation;
            if (above == kNoGeneration || node.generation == kNoGeneration)
                node.generation = kNoGeneration;
            else
                node.generation = std::max(node.generation, above + 1);
        }
        if (parents.isEmpty())
            node.generation = kNoGeneration;
        nodes.push_back(node);
        m_shape.order += static_cast<CommitPosition>(nodes.size() - 1);
        return m_shape.order.last();
    }

    Shape &m_shape;
    QRandomGenerator &m_random;
};

} // namespace

class TestSplice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSplicedTimelineIsTheWholeOne_data();
    void aSplicedTimelineIsTheWholeOne();
    void aRefreshCostsWhatChanged();
    void tipsInsideCostNothing_data();
    void tipsInsideCostNothing();
    void aTipThatBecameAnEndIsNotLost();
    void refreshesDoNotPileUpSegments();
    void movedLanesShareTheOrder();
    void anotherOrderIsNotSpliced();
    void anUnfinishedTimelineIsNotSpliced();
};

void TestSplice::aSplicedTimelineIsTheWholeOne_data()
{
    QTest::addColumn<int>("kind");
    const std::array names = {"new commit on top", "new branch",    "amended tip",       "deleted branch",
                              "rebased branch",    "merged branch", "tagged old commit", "fetched many",
                              "nothing",           "reset branch",  "changed tags"};
    for (size_t kind = 0; kind < names.size(); ++kind)
        QTest::newRow(names[kind]) << static_cast<int>(kind);
}

void TestSplice::aSplicedTimelineIsTheWholeOne()
{
    QFETCH(int, kind);
    qsizetype shared = 0;
    for (quint32 seed = 0; seed < Tests::rounds(1200U); ++seed) {
        Shape shape = rankedShape(seed * 9 + static_cast<quint32>(kind));
        QRandomGenerator random(seed);
        TimelineQuery query = randomQuery(shape, random);
        const Timeline::Batches batches = randomBatches(random);
        auto timeline = loaded(shape.graph, query, batches);
        for (int refresh = 0; refresh < 3; ++refresh) {
            Changes(shape, random).apply(static_cast<size_t>(kind));
            query.tips = shape.tips;
            timeline = loaded(shape.graph, query, batches, timeline.get());
            const Picture whole = plainPicture(shape.graph, query);
            QCOMPARE(timeline->commits(0, timeline->rowCount()), whole.commits);
            QCOMPARE(timeline->graphRows(0, timeline->rowCount()), whole.rows);
            const int from = random.bounded(static_cast<int>(whole.rows.size()));
            QCOMPARE(timeline->graphRows(from, 9), whole.rows.mid(from, 9));
            shared += timeline->rowCount() - timeline->cost().walked;
        }
    }
    QVERIFY(shared > Tests::rounds(1000)); // or this would only test the loading
}

void TestSplice::aRefreshCostsWhatChanged()
{
    qsizetype walkedBefore = 0;
    for (const CommitPosition size : {20'000U, 200'000U}) {
        Shape shape = longShape(size);
        TimelineQuery query{shape.tips, Order::Topological, false};
        const auto old = loaded(shape.graph, query, {});
        QCOMPARE(old->cost().walked, qsizetype(size));
        shape.graph.nodes.push_back({{size - 1}, size, size + 1});
        query.tips.last() = size;
        const qsizetype reads = shape.graph.reads;
        const auto timeline = loaded(shape.graph, query, {}, old.get());
        QCOMPARE(timeline->rowCount(), qsizetype(size) + 1);
        QCOMPARE(timeline->commitAt(0), size);
        const Timeline::Cost cost = timeline->cost();
        QVERIFY(cost.walked <= 2500);
        QCOMPARE(cost.woven, cost.walked);
        QVERIFY(shape.graph.reads - reads <= 20'000);
        QVERIFY(walkedBefore == 0 || cost.walked == walkedBefore);
        walkedBefore = cost.walked;
    }
}

void TestSplice::tipsInsideCostNothing_data()
{
    QTest::addColumn<Order>("order");
    QTest::addColumn<bool>("withCommit");
    QTest::addColumn<int>("most"); // rows walked
    QTest::newRow("topological") << Order::Topological << false << 0;
    QTest::newRow("by date") << Order::Date << false << 0;
    QTest::newRow("topological, with a commit") << Order::Topological << true << 2500;
    QTest::newRow("by date, with a commit") << Order::Date << true << 2500;
}

// A tag on an old commit that was fetched, a branch that was merged and is deleted
void TestSplice::tipsInsideCostNothing()
{
    QFETCH(const Order, order);
    QFETCH(const bool, withCommit);
    constexpr CommitPosition size = 50'000;
    Shape shape = longShape(size);
    TimelineQuery query{shape.tips, order, false};
    auto timeline = loaded(shape.graph, query, {});
    const QList<CommitPosition> before = query.tips;
    CommitPosition tip = size - 1;
    const QList<CommitPosition> inside = {20, 12'345, 40'000};
    for (const QList<CommitPosition> &tips : {before + inside, before}) {
        query.tips = tips;
        if (withCommit) {
            shape.graph.nodes.push_back({{tip}, shape.graph.count(), shape.graph.count() + 1});
            tip = shape.graph.count() - 1;
            query.tips += tip;
            query.tips.removeAll(size - 1);
        }
        timeline = loaded(shape.graph, query, {}, timeline.get());
        const Picture whole = plainPicture(shape.graph, query);
        QCOMPARE(timeline->commits(0, 60'000), whole.commits);
        QCOMPARE(timeline->graphRows(0, 60'000), whole.rows);
        QFETCH(const int, most);
        QVERIFY2(timeline->cost().walked <= most, QByteArray::number(timeline->cost().walked).constData());
    }
}

// Its only child was the tip of a branch that is gone, and all rows below that branch are as before.
void TestSplice::aTipThatBecameAnEndIsNotLost()
{
    Shape shape; // 0 … 29 in a line; 30 a root of its own, 31 on top of it
    for (CommitPosition at = 0; at < 30; ++at)
        shape.graph.nodes.push_back({at == 0 ? QList<CommitPosition>() : QList{at - 1}, 100 + at, at + 1});
    shape.graph.nodes.push_back({{}, 10, 1});
    shape.graph.nodes.push_back({{30}, 500, 2});
    for (const Order order : {Order::Topological, Order::Date}) {
        TimelineQuery query{{29, 30, 31}, order, false};
        const auto old = loaded(shape.graph, query, {1, 2});
        query.tips = {29, 30};
        const auto timeline = loaded(shape.graph, query, {1, 2}, old.get());
        QCOMPARE(timeline->commits(0, 99), plainPicture(shape.graph, query).commits);
        QCOMPARE(timeline->rowOf(30), 30);
    }
}

void TestSplice::refreshesDoNotPileUpSegments()
{
    Shape shape = longShape(10'000);
    TimelineQuery query{shape.tips, Order::Topological, false};
    auto timeline = loaded(shape.graph, query, {100, 200});
    const qsizetype segments = timeline->cost().segments;
    for (CommitPosition tip = 10'000; tip < 11'000; ++tip) {
        shape.graph.nodes.push_back({{tip - 1}, tip, tip + 1});
        query.tips.last() = tip;
        timeline = loaded(shape.graph, query, {100, 200}, timeline.get());
        QVERIFY(timeline->cost().walked <= 1000);
    }
    QCOMPARE(timeline->graphRows(0, 20'000), plainPicture(shape.graph, query).rows);
    QVERIFY(timeline->cost().segments <= segments + 1000 / 100 + 2);
}

// A branch whose base is far below stays beside all that is above it.
void TestSplice::movedLanesShareTheOrder()
{
    Shape shape = longShape(50'000);
    TimelineQuery query{{49'999}, Order::Topological, false};
    const auto old = loaded(shape.graph, query, {});
    shape.graph.nodes.push_back({{10}, 50'000, 50'001});
    query.tips += 50'000;
    const auto timeline = loaded(shape.graph, query, {}, old.get());
    const Picture whole = plainPicture(shape.graph, query);
    QCOMPARE(timeline->commits(0, 60'000), whole.commits);
    QCOMPARE(timeline->graphRows(0, 60'000), whole.rows);
    QVERIFY(timeline->cost().walked < 3000);
    QVERIFY(timeline->cost().woven > 40'000);
}

void TestSplice::anotherOrderIsNotSpliced()
{
    Shape shape = longShape(5000);
    const auto old = loaded(shape.graph, {shape.tips, Order::Topological, false}, {});
    for (const TimelineQuery &query : {TimelineQuery{shape.tips, Order::Date, false},
                                       TimelineQuery{shape.tips, Order::Topological, true}}) {
        const auto timeline = loaded(shape.graph, query, {}, old.get());
        QCOMPARE(timeline->commits(0, 9999), plainPicture(shape.graph, query).commits);
        QCOMPARE(timeline->cost().walked, timeline->rowCount());
    }
}

void TestSplice::anUnfinishedTimelineIsNotSpliced()
{
    Shape shape = longShape(5000);
    const TimelineQuery query{shape.tips, Order::Topological, false};
    CancelSource cancel;
    Timeline old;
    QVERIFY(!old.load(shape.graph, query, nullptr, [&](qsizetype) { cancel.cancel(); }, cancel.token()));
    QVERIFY(!old.isComplete());
    QVERIFY(old.rowCount() > 0);
    const auto timeline = loaded(shape.graph, query, {}, &old);
    QCOMPARE(timeline->rowCount(), 5000);
    QCOMPARE(timeline->cost().walked, 5000);
}

QTEST_GUILESS_MAIN(TestSplice)
#include "tst_splice.moc"
