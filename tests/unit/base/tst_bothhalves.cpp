// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bothhalves.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {

struct Oops : std::runtime_error
{
    using runtime_error::runtime_error;
};

} // namespace

class BothHalvesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothRunAtTheSameTime()
    {
        QThreadPool pool;
        QSemaphore here, there;
        bool isMetHere = false, isMetThere = false;
        const QThread *worker = nullptr;
        runBothHalves(
            pool,
            [&] {
                here.release();
                isMetHere = there.tryAcquire(1, 10'000);
            },
            [&] {
                worker = QThread::currentThread();
                there.release();
                isMetThere = here.tryAcquire(1, 10'000);
            });
        QVERIFY(isMetHere && isMetThere);
        QVERIFY(worker != QThread::currentThread());
    }

    void theOtherHalfHasEndedWhenTheOwnOneThrows()
    {
        QThreadPool pool;
        std::atomic<bool> hasEnded = false;
        QSemaphore unwinding;
        const auto run = [&] {
            runBothHalves(
                pool,
                [&] {
                    const auto tell = qScopeGuard([&] { unwinding.release(); });
                    throw Oops("here");
                },
                [&] {
                    unwinding.acquire();
                    for (int turn = 0; turn < 10'000; ++turn)
                        QThread::yieldCurrentThread(); // far longer than a throw needs to be caught
                    hasEnded = true;
                });
        };
        QVERIFY_THROWS_EXCEPTION(Oops, run());
        QVERIFY(hasEnded);
    }

    void whatTheOtherHalfThrowsIsThrown()
    {
        QThreadPool pool;
        QVERIFY_THROWS_EXCEPTION(Oops, runBothHalves(pool, [] {}, [] { throw Oops("there"); }));
        try {
            runBothHalves(pool, [] { throw Oops("here"); }, [] { throw Oops("there"); });
            QFAIL("nothing was thrown");
        } catch (const Oops &oops) {
            QCOMPARE(QByteArray(oops.what()), "here"_ba);
        }
    }
};

QTEST_GUILESS_MAIN(BothHalvesTest)
#include "tst_bothhalves.moc"
