// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/distances.h"
#include "sequencefixture.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace {

/// A history by position whose dates and generations are given.
class Shape final : public Git::CommitSource
{
public:
    struct Entry
    {
        QList<Git::CommitPosition> parents;
        quint64 date = 0;
        quint64 generation = Git::kNoGeneration;
    };
    QList<Entry> entries;

    Git::CommitPosition count() const override { return static_cast<Git::CommitPosition>(entries.size()); }
    void parents(Git::CommitPosition commit, Git::ParentPositions &out) override
    {
        ++reads;
        out.clear();
        for (const Git::CommitPosition parent : entries[commit].parents)
            out.append(parent);
    }
    quint64 date(Git::CommitPosition commit) override { return entries[commit].date; }
    quint64 generation(Git::CommitPosition commit) override { return entries[commit].generation; }

    QSet<Git::CommitPosition> reached(Git::CommitPosition from) const
    {
        QSet<Git::CommitPosition> seen{from};
        QList<Git::CommitPosition> waiting{from};
        while (!waiting.isEmpty()) {
            for (const Git::CommitPosition parent : entries[waiting.takeLast()].parents) {
                if (!seen.contains(parent)) {
                    seen.insert(parent);
                    waiting.append(parent);
                }
            }
        }
        return seen;
    }

    int reads = 0;
};

Shape randomShape(QRandomGenerator &random, bool hasGenerations)
{
    Shape shape;
    for (int at = 0; at < 40; ++at) {
        Shape::Entry entry{.parents = {}, .date = static_cast<quint64>(at) * 10};
        quint64 above = 0;
        for (int parent = 0; parent < 2 && at > 0 && random.bounded(10) > 0; ++parent) {
            const auto chosen = static_cast<Git::CommitPosition>(random.bounded(std::max(0, at - 8), at));
            if (!entry.parents.contains(chosen))
                entry.parents.append(chosen);
            above = std::max(above, shape.entries[chosen].generation);
        }
        if (hasGenerations) {
            entry.generation = above + 1;
            entry.date = random.bounded(1000U); // clocks do not matter then
        }
        shape.entries.append(entry);
    }
    return shape;
}

} // namespace

class DistancesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distancesAreThoseOfSets_data()
    {
        QTest::addColumn<bool>("hasGenerations");
        QTest::newRow("by date") << false;
        QTest::newRow("by generation, with any dates") << true;
    }
    void distancesAreThoseOfSets()
    {
        QFETCH(bool, hasGenerations);
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            Shape shape = randomShape(random, hasGenerations);
            const auto a = static_cast<Git::CommitPosition>(random.bounded(40));
            const auto b = static_cast<Git::CommitPosition>(random.bounded(40));
            const Git::AheadBehind expected{(shape.reached(a) - shape.reached(b)).size(),
                                            (shape.reached(b) - shape.reached(a)).size()};
            const auto found = Git::countApart(shape, a, b, {});
            VERIFY_RESULT(found);
            QCOMPARE(found->ahead, expected.ahead);
            QCOMPARE(found->behind, expected.behind);
        }
    }

    void aSharedPastIsNotWalked()
    {
        Shape shape;
        shape.entries.append({.parents = {}, .date = 0});
        for (Git::CommitPosition at = 1; at < 10'000; ++at)
            shape.entries.append({.parents = {at - 1}, .date = at});
        shape.entries.append({.parents = {9'990}, .date = 10'001});
        const auto found = Git::countApart(shape, 10'000, 9'999, {});
        VERIFY_RESULT(found);
        QCOMPARE(*found, (Git::AheadBehind{1, 9}));
        QVERIFY2(shape.reads < 30, qPrintable(QString::number(shape.reads)));
    }

    void t50_distancesOfManyBranchesAreToldOneByOneAndCancelled()
    {
        SequenceFixture fixture;
        const QByteArray second = fixture.repo.write("f", "2\n").commit("second");
        fixture.repo.branch("topic", fixture.base).checkout("topic");
        const QByteArray tip = fixture.repo.write("g", "1\n").commit("third");
        const Git::ObjectId gone = SequenceFixture::id(QByteArray(40, '1'));
        const QList<Git::Tracking> pairs{{SequenceFixture::id(tip), SequenceFixture::id(second)},
                                         {SequenceFixture::id(second), SequenceFixture::id(second)},
                                         {SequenceFixture::id(tip), gone},
                                         {SequenceFixture::id(fixture.base), SequenceFixture::id(second)}};
        QList<qsizetype> order;
        const auto found = Git::readDistances(fixture.where(), pairs, {},
                                              [&](qsizetype at, const auto &) { order.append(at); });
        VERIFY_RESULT(found);
        QCOMPARE(order, (QList<qsizetype>{0, 1, 2, 3}));
        QCOMPARE(found->at(0), std::optional(Git::AheadBehind{1, 1}));
        QCOMPARE(found->at(1), std::optional(Git::AheadBehind{0, 0}));
        QVERIFY(!found->at(2)); // not shown as level
        QCOMPARE(found->at(3), std::optional(Git::AheadBehind{0, 1}));

        CancelSource source;
        const auto cancelled = Git::readDistances(fixture.where(), pairs, source.token(),
                                                  [&](qsizetype, const auto &) { source.cancel(); });
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(DistancesTest)
#include "tst_distances.moc"
