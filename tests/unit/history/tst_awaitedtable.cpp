// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/awaitedtable.h"

#include <QRandomGenerator>

using namespace History;
using Git::CommitPosition;

class TestAwaitedTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itHoldsWhatAHashWouldHold();
    void itIsEmptyWhenAllIsTaken();
};

void TestAwaitedTable::itHoldsWhatAHashWouldHold()
{
    for (const int spread : {1, 4096, 1 << 20}) { // strides that poor hashing maps to the same places
        QRandomGenerator random(1);
        AwaitedTable table;
        QHash<CommitPosition, int> hash;
        for (int step = 0; step < 100'000; ++step) {
            // Positions are drawn from more and more, so that the table grows and then stays.
            const auto commit = static_cast<CommitPosition>(random.bounded(2 + step / 100) * spread);
            QCOMPARE(table.value(commit), hash.value(commit, AwaitedTable::kNone));
            if (random.bounded(2) == 0) {
                const bool isThere = hash.contains(commit);
                QCOMPARE(table.take(commit), isThere ? hash.take(commit) : AwaitedTable::kNone);
            } else {
                table[commit] = step;
                hash.insert(commit, step);
            }
        }
        for (auto entry = hash.cbegin(); entry != hash.cend(); ++entry)
            QCOMPARE(table.value(entry.key()), entry.value());
    }
}

void TestAwaitedTable::itIsEmptyWhenAllIsTaken()
{
    AwaitedTable table;
    for (CommitPosition commit = 0; commit < 5000; ++commit)
        table[commit] = static_cast<int>(commit);
    for (CommitPosition commit = 0; commit < 5000; ++commit)
        QCOMPARE(table.take(commit), static_cast<int>(commit));
    for (CommitPosition commit = 0; commit < 5000; ++commit)
        QCOMPARE(table.value(commit), AwaitedTable::kNone);
    table[7] = 3;
    table.clear();
    QCOMPARE(table.take(7), AwaitedTable::kNone);
}

QTEST_GUILESS_MAIN(TestAwaitedTable)
#include "tst_awaitedtable.moc"
