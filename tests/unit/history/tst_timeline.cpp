// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/timeline.h"

#include "tests/support/rounds.h"
#include "timelinehistory.h"

#include <QThread>

using namespace Tests;

class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsDoNotDependOnBatches();
    void rowsMayBeReadWhileLoading();
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
    for (quint32 seed = 0; seed < Tests::rounds(10'000U); ++seed) {
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
