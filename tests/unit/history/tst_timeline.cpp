// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/timeline.h"

#include "drawnedges.h"

#include <QThread>

using namespace Tests;

namespace {

struct Picture
{
    QList<CommitPosition> commits;
    QList<GraphRow> rows;
};

/// All at once, without a timeline.
Picture plainPicture(Graph &graph, const TimelineQuery &query)
{
    Picture picture;
    picture.commits = walked(graph, query.tips, query.order, query.firstParentOnly);
    Lanes lanes;
    for (const CommitPosition commit : std::as_const(picture.commits)) {
        QList<CommitPosition> parents = graph.nodes[commit].parents;
        if (query.firstParentOnly && parents.size() > 1)
            parents.resize(1);
        picture.rows += lanes.row(commit, {parents.constData(), static_cast<size_t>(parents.size())});
    }
    return picture;
}

TimelineQuery randomQuery(const Shape &shape, QRandomGenerator &random)
{
    return {shape.tips, random.bounded(2) ? Order::Topological : Order::Date, random.bounded(5) == 0};
}

Timeline::Batches randomBatches(QRandomGenerator &random)
{
    return {1 + random.bounded(5), 1 + random.bounded(12)};
}

Shape rankedShape(quint32 seed)
{
    Shape shape = randomShape(seed);
    shape.graph.rank(shape.order, kAllGenerations[seed % 4]);
    return shape;
}

std::unique_ptr<Timeline> loaded(Graph &graph, const TimelineQuery &query, Timeline::Batches batches,
                                 const Timeline *old = nullptr)
{
    auto timeline = std::make_unique<Timeline>(batches);
    if (!timeline->load(graph, query, old, {}, {}))
        qFatal("load failed");
    return timeline;
}

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
            &Changes::commitOnTop,  &Changes::newBranch, &Changes::amendTip,
            &Changes::deleteBranch, &Changes::rebase,    &Changes::mergeBranches,
            &Changes::tagOldCommit, &Changes::fetchMany, &Changes::nothing};
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

    CommitPosition &anyTip() { return m_shape.tips[m_random.bounded(m_shape.tips.size())]; }
    CommitPosition anyCommit() { return m_shape.order[m_random.bounded(m_shape.order.size())]; }

    CommitPosition add(const QList<CommitPosition> &parents)
    {
        auto &nodes = m_shape.graph.nodes;
        Graph::Node node{parents, m_random.bounded(6) == 0 ? 1'000'050 : 1'100'000 + qint64(nodes.size()), 0};
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

/// Blocks of a fork, two commits on a branch, one on the main line and a merge, but for some 20 branches that
/// stay open; as long as wanted, newest last.
Shape longShape(CommitPosition size)
{
    Shape shape;
    shape.graph.nodes.resize(size);
    const CommitPosition gap = size / 5 / 20;
    for (CommitPosition at = 0; at < size; ++at) {
        Graph::Node &node = shape.graph.nodes[at];
        node.date = at;
        node.generation = at + 1;
        const bool isOpen = at / 5 % gap == gap / 2;
        if (at > 0)
            node.parents += at % 5 == 3 ? at - 3 : at - 1;
        if (at % 5 == 4 && !isOpen)
            node.parents += at - 2;
        if ((at % 5 == 2 && isOpen) || at == size - 1)
            shape.tips += at;
    }
    return shape;
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsDoNotDependOnBatches();
    void rowsMayBeReadWhileLoading();
    void aSplicedTimelineIsTheWholeOne_data();
    void aSplicedTimelineIsTheWholeOne();
    void aRefreshCostsWhatChanged();
    void refreshesDoNotPileUpSegments();
    void movedLanesShareTheOrder();
    void anotherOrderIsNotSpliced();
    void anUnfinishedTimelineIsNotSpliced();
    void rowsAreFoundByCommit();
    void childrenAreFoundAbove();
    void rowsThatAreNotThereAreEmpty();
    void commitsInACircleAreCounted();
    void loadingEndsWhenCancelled();
    void theFirstBatchIsToldAtOnce();
    void framesTakeNoMoreThanCommits();
};

void TestTimeline::rowsDoNotDependOnBatches()
{
    for (quint32 seed = 0; seed < 10'000; ++seed) {
        Shape shape = rankedShape(seed);
        QRandomGenerator random(seed);
        const TimelineQuery query = randomQuery(shape, random);
        const Picture whole = plainPicture(shape.graph, query);
        const auto timeline = loaded(shape.graph, query, randomBatches(random));
        QCOMPARE(timeline->rowCount(), whole.commits.size());
        for (int window = 0; window < 3; ++window) {
            const int from = random.bounded(static_cast<int>(whole.commits.size()));
            const int count = 1 + random.bounded(static_cast<int>(whole.commits.size()));
            QCOMPARE(timeline->graphRows(from, count), whole.rows.mid(from, count));
            QCOMPARE(timeline->commits(from, count), whole.commits.mid(from, count));
        }
        const qsizetype row = random.bounded(static_cast<int>(whole.commits.size()));
        const QList<CommitPosition> parents = shape.graph.nodes[whole.commits[row]].parents;
        const Git::ParentPositions read = timeline->parentsAt(row);
        QCOMPARE(QList<CommitPosition>(read.begin(), read.end()),
                 query.firstParentOnly ? parents.mid(0, 1) : parents);
    }
}

void TestTimeline::rowsMayBeReadWhileLoading()
{
    Shape shape = longShape(60'000);
    const TimelineQuery query{shape.tips, Order::Topological, false};
    const Picture whole = plainPicture(shape.graph, query);
    Timeline timeline;
    std::atomic<int> wrong = 0, read = 0;
    const std::unique_ptr<QThread> reader(QThread::create([&] {
        QRandomGenerator random(3);
        while (!timeline.isComplete() || read < 100) {
            const qsizetype rows = timeline.rowCount();
            if (rows == 0)
                continue;
            const qsizetype from = random.bounded(static_cast<int>(rows));
            const QList<GraphRow> window = timeline.graphRows(from, 50);
            wrong += window == whole.rows.mid(from, window.size()) && !window.isEmpty() ? 0 : 1;
            wrong += timeline.commitAt(from) == whole.commits[from] ? 0 : 1;
            ++read;
        }
    }));
    reader->start();
    const auto result = timeline.load(shape.graph, query, nullptr, {}, {});
    reader->wait();
    QVERIFY(result.has_value());
    QCOMPARE(wrong, 0);
    QCOMPARE(timeline.graphRows(0, whole.rows.size()), whole.rows);
}

void TestTimeline::aSplicedTimelineIsTheWholeOne_data()
{
    QTest::addColumn<int>("kind");
    const std::array names = {"new commit on top", "new branch",     "amended tip",
                              "deleted branch",    "rebased branch", "merged branch",
                              "tagged old commit", "fetched many",   "nothing"};
    for (size_t kind = 0; kind < names.size(); ++kind)
        QTest::newRow(names[kind]) << static_cast<int>(kind);
}

void TestTimeline::aSplicedTimelineIsTheWholeOne()
{
    QFETCH(int, kind);
    qsizetype shared = 0;
    for (quint32 seed = 0; seed < 1200; ++seed) {
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
    QVERIFY(shared > 1000); // or this would only test the loading
}

void TestTimeline::aRefreshCostsWhatChanged()
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

void TestTimeline::refreshesDoNotPileUpSegments()
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
void TestTimeline::movedLanesShareTheOrder()
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

void TestTimeline::anotherOrderIsNotSpliced()
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

void TestTimeline::anUnfinishedTimelineIsNotSpliced()
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

void TestTimeline::rowsAreFoundByCommit()
{
    Shape shape = rankedShape(20);
    const TimelineQuery query{shape.tips, Order::Topological, false};
    const auto timeline = loaded(shape.graph, query, {2, 5});
    for (qsizetype row = 0; row < timeline->rowCount(); ++row) {
        const CommitPosition commit = timeline->commitAt(row);
        QCOMPARE(timeline->rowOf(commit), row);
        QCOMPARE(timeline->rowOf(commit, row), row);
        QCOMPARE(timeline->rowOf(commit, row + 1), -1);
    }
    QCOMPARE(timeline->rowOf(99'999), -1);
    QCOMPARE(timeline->rowOf(timeline->commitAt(0), -5), 0);
}

void TestTimeline::childrenAreFoundAbove()
{
    for (quint32 seed = 0; seed < 500; ++seed) {
        Shape shape = rankedShape(seed);
        const auto timeline = loaded(shape.graph, {shape.tips, Order::Date, false}, {2, 3});
        for (qsizetype row = 0; row < timeline->rowCount(); ++row) {
            qsizetype child = row - 1;
            while (child >= 0 &&
                   !shape.graph.nodes[timeline->commitAt(child)].parents.contains(timeline->commitAt(row)))
                --child;
            QCOMPARE(timeline->childRow(row), child);
        }
    }
}

void TestTimeline::rowsThatAreNotThereAreEmpty()
{
    Shape shape = longShape(300);
    const auto timeline = loaded(shape.graph, {shape.tips, Order::Topological, false}, {});
    QCOMPARE(timeline->graphRows(300, 10).size(), 0);
    QCOMPARE(timeline->graphRows(-1, 10).size(), 0);
    QCOMPARE(timeline->graphRows(295, 10).size(), 5);
    QCOMPARE(timeline->graphRows(0, -1).size(), 0);
    QCOMPARE(timeline->commits(300, 10).size(), 0);
    QCOMPARE(timeline->commits(-1, 10).size(), 0);
    QCOMPARE(timeline->commitAt(300), kNoCommit);
    QVERIFY(timeline->parentsAt(300).isEmpty());
    QVERIFY(timeline->parentsAt(-1).isEmpty());
    QCOMPARE(timeline->childRow(300), -1);
    const auto empty = loaded(shape.graph, {}, {});
    QVERIFY(empty->isComplete());
    QCOMPARE(empty->rowCount(), 0);
    QCOMPARE(empty->graphRows(0, 10).size(), 0);
    QCOMPARE(loaded(shape.graph, {shape.tips, Order::Topological, false}, {}, empty.get())->rowCount(), 300);
}

void TestTimeline::commitsInACircleAreCounted()
{
    Shape shape;
    shape.graph.nodes = {{{1}, 5}, {{2}, 4}, {{1, 3}, 3}, {{}, 2}};
    const TimelineQuery query{{0}, Order::Topological, false};
    const auto timeline = loaded(shape.graph, query, {});
    QCOMPARE(timeline->commits(0, 9), QList<CommitPosition>{0});
    QCOMPARE(timeline->leftOut(), 3);
    const auto again = loaded(shape.graph, query, {}, timeline.get());
    QCOMPARE(again->leftOut(), 3);
}

void TestTimeline::loadingEndsWhenCancelled()
{
    Shape shape = longShape(100'000);
    CancelSource cancel;
    Timeline timeline;
    const auto result = timeline.load(
        shape.graph, {shape.tips, Order::Topological, false}, nullptr,
        [&](qsizetype rows) {
            if (rows > 3000)
                cancel.cancel();
        },
        cancel.token());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QVERIFY(timeline.rowCount() < 20'000);
    QCOMPARE(timeline.graphRows(1000, 10).size(), 10); // what there is stays readable
}

void TestTimeline::theFirstBatchIsToldAtOnce()
{
    Shape shape = longShape(300'000);
    QList<qsizetype> told;
    qsizetype readsBefore = 0;
    Timeline timeline;
    const auto result = timeline.load(shape.graph, {shape.tips, Order::Topological, false}, nullptr,
                                      [&](qsizetype rows) {
                                          if (told.isEmpty())
                                              readsBefore = shape.graph.reads;
                                          told += rows;
                                          QCOMPARE(timeline.rowCount(), rows);
                                      },
                                      {});
    QVERIFY(result.has_value());
    QCOMPARE(told.first(), 200);
    QVERIFY(readsBefore < 5000);
    QVERIFY(told.size() < 20);
    QCOMPARE(told.last(), 300'000);
}

void TestTimeline::framesTakeNoMoreThanCommits()
{
    constexpr CommitPosition branches = 5000, size = 60'000;
    Shape shape;
    shape.graph.nodes.resize(size);
    for (CommitPosition at = 0; at < size; ++at) {
        shape.graph.nodes[at] = {{}, at, at / branches + 1};
        if (at > 0)
            shape.graph.nodes[at].parents += at < branches ? 0 : at - branches;
    }
    for (CommitPosition tip = size - branches; tip < size; ++tip)
        shape.tips += tip;
    const auto timeline = loaded(shape.graph, {shape.tips, Order::Date, false}, {});
    QCOMPARE(timeline->rowCount(), qsizetype(size));
    QVERIFY(timeline->graphRows(30'000, 1, 24).first().hidden() > 4000);
    const Timeline::Cost cost = timeline->cost();
    QVERIFY(cost.bytes < qsizetype(size) * 13);
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
