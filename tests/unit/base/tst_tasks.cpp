// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/lateststream.h"
#include "base/latesttask.h"
#include "base/taskqueue.h"

#include <QDeadlineTimer>
#include <QSemaphore>

#include <sys/resource.h>
#include <unistd.h>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

struct Owner : QObject
{
    explicit Owner(QThreadPool *pool)
        : task(this, pool)
        , stream(this, pool)
    {}
    LatestTask<int> task;
    LatestStream<int, QString> stream;
};

} // namespace

class TasksTest final : public QObject
{
    Q_OBJECT

    QThreadPool m_pool;

private Q_SLOTS:
    void cleanup() { m_pool.waitForDone(); }

    void onlyTheNewestResultArrives()
    {
        Owner owner(&m_pool);
        QSemaphore gate;
        QList<int> seen;
        std::atomic_bool firstWasCancelled = false;
        owner.task.start(
            [&](const CancelToken &cancel) -> Result<int> {
                gate.acquire();
                firstWasCancelled = cancel.isCancelled();
                return 1;
            },
            [&](Result<int> result) { seen += *result; });
        owner.task.start([](const CancelToken &) -> Result<int> { return 2; },
                         [&](Result<int> result) { seen += *result; });
        gate.release();
        QTRY_VERIFY(!owner.task.isRunning());
        m_pool.waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(seen, QList<int>{2});
        QVERIFY(firstWasCancelled);
    }

    void workInTheBackgroundLetsTheWindowGoFirst()
    {
        const auto niceness = [] { return ::getpriority(PRIO_PROCESS, static_cast<id_t>(::gettid())); };
        const int own = niceness();
        QThreadPool background;
        background.setThreadPriority(QThread::LowPriority);
        QList<int> seen;
        for (QThreadPool *pool : {&background, &m_pool}) {
            Owner owner(pool);
            owner.task.start([&](const CancelToken &) -> Result<int> { return niceness(); },
                             [&](Result<int> result) { seen += *result; });
            owner.stream.start([&](const CancelToken &,
                                   const auto &) -> Result<QString> { return QString::number(niceness()); },
                               [](int) {}, [&](Result<QString> result) { seen += result->toInt(); });
            QTRY_VERIFY(!owner.task.isRunning() && !owner.stream.isRunning());
            pool->waitForDone();
        }
        QCOMPARE(seen.size(), 4);
        QVERIFY(seen[0] > own && seen[1] > own);
        QCOMPARE(seen.sliced(2), (QList<int>{own, own}));
        QCOMPARE(niceness(), own);
    }

    void aResultNeverArrivesInsideTheCallThatAskedForIt()
    {
        Owner owner(&m_pool);
        TaskQueue queue;
        bool isInside = false, arrivedInside = false;
        int arrived = 0;
        const auto done = [&](Result<int>) {
            arrivedInside |= isInside;
            ++arrived;
        };
        const auto work = [](const CancelToken &) -> Result<int> { return 1; };
        for (int i = 1; i <= 500; ++i) { // an instant job ends while its starter still runs
            isInside = true;
            owner.task.start(work, done);
            queue.add<int>(&owner, work, done);
            isInside = false;
            const QDeadlineTimer limit(5000);
            while (arrived < 2 * i && !limit.hasExpired())
                QCoreApplication::processEvents();
            QCOMPARE(arrived, 2 * i);
        }
        QVERIFY(!arrivedInside);
    }

    void nothingArrivesAfterTheOwnerIsGone()
    {
        bool arrived = false;
        QSemaphore gate;
        {
            Owner owner(&m_pool);
            owner.task.start(
                [&](const CancelToken &) -> Result<int> {
                    gate.acquire();
                    return 1;
                },
                [&](Result<int>) { arrived = true; });
            owner.stream.start(
                [&](const CancelToken &, const auto &sink) -> Result<QString> {
                    gate.acquire();
                    sink(1);
                    return u"end"_s;
                },
                [&](int) { arrived = true; }, [&](Result<QString>) { arrived = true; });
        }
        gate.release(2);
        m_pool.waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!arrived);
    }

    void exceptionsBecomeErrors()
    {
        Owner owner(&m_pool);
        std::optional<Error> error;
        owner.task.start([](const CancelToken &) -> Result<int> { throw std::bad_alloc(); },
                         [&](Result<int> result) { error = result.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(error->kind, ErrorKind::Internal);
    }

    void batchesComeInOrderBeforeTheEnd()
    {
        Owner owner(&m_pool);
        QStringList seen;
        owner.stream.start(
            [](const CancelToken &, const auto &sink) -> Result<QString> {
                for (int i = 0; i < 100; ++i)
                    sink(i);
                return u"end"_s;
            },
            [&](int batch) { seen += QString::number(batch); }, [&](Result<QString> end) { seen += *end; });
        QTRY_VERIFY(!owner.stream.isRunning());
        QCOMPARE(seen.size(), 101);
        QCOMPARE(seen.first(), u"0"_s);
        QCOMPARE(seen.last(), u"end"_s);
    }

    void droppedMessagesDoNotHang()
    {
        auto *thread = QThread::create([this] {
            Owner owner(&m_pool);
            owner.stream.start(
                [](const CancelToken &, const auto &sink) -> Result<QString> {
                    sink(1);
                    return u"end"_s;
                },
                [](int) {}, [](Result<QString>) {});
            m_pool.waitForDone(); // the messages are posted and will never be delivered: no event loop runs
                                  // here
        });
        thread->start();
        QVERIFY(thread->wait(5000));
        delete thread;
    }

    void writesRunInOrderAndAreNotCutShort()
    {
        QObject owner;
        QList<int> ran; // touched by the queue's one thread, read after it is gone
        {
            TaskQueue queue;
            QSemaphore started;
            queue.add<int>(
                &owner,
                [&](const CancelToken &) -> Result<int> {
                    started.release();
                    QThread::msleep(50);
                    ran += 1;
                    return 1;
                },
                [](Result<int>) {});
            started.acquire();
        }
        QCOMPARE(ran, QList<int>{1});
    }

    void cancellingOneWriteLeavesTheOthers()
    {
        QObject owner;
        TaskQueue queue;
        QSemaphore gate;
        QList<ErrorKind> failed;
        QList<int> done;
        const auto note = [&](Result<int> result) {
            if (result)
                done += *result;
            else
                failed += result.error().kind;
        };
        CancelSource first = queue.add<int>(
            &owner,
            [&](const CancelToken &cancel) -> Result<int> {
                gate.acquire();
                return cancel.isCancelled() ? Result<int>(failCancelled()) : Result<int>(1);
            },
            note);
        queue.add<int>(&owner, [](const CancelToken &) -> Result<int> { return 2; }, note);
        first.cancel();
        gate.release();
        QTRY_VERIFY(!queue.isBusy());
        QCOMPARE(failed, QList<ErrorKind>{ErrorKind::Cancelled});
        QCOMPARE(done, QList<int>{2});
    }

    // A page that was closed while its write runs.
    void aWriteWhoseCallerIsGoneEndsAndTellsNobody()
    {
        TaskQueue queue;
        QSemaphore started, gate;
        std::atomic_bool hasEnded = false;
        bool isTold = false;
        int last = 0;
        auto caller = std::make_unique<QObject>();
        queue.add<int>(
            caller.get(),
            [&](const CancelToken &cancel) -> Result<int> {
                started.release();
                gate.acquire();
                hasEnded = !cancel.isCancelled();
                return 1;
            },
            [&](const Result<int> &) { isTold = true; });
        queue.add<int>(
            caller.get(), [](const CancelToken &) -> Result<int> { return 2; },
            [&](const Result<int> &) { isTold = true; });
        queue.add<int>(
            this, [](const CancelToken &) -> Result<int> { return 3; },
            [&](const Result<int> &result) { last = *result; });
        started.acquire();
        caller.reset();
        QVERIFY(queue.isBusy());
        gate.release();
        QTRY_VERIFY(!queue.isBusy());
        QVERIFY(hasEnded);
        QVERIFY(!isTold);
        QCOMPARE(last, 3);
    }

    void aQueueThatIsGoneTellsNobodyThatStays()
    {
        QObject stays;
        bool isTold = false;
        {
            TaskQueue queue;
            QSemaphore started;
            queue.add<int>(
                &stays,
                [&](const CancelToken &) -> Result<int> {
                    started.release();
                    return 1;
                },
                [&](const Result<int> &) { isTold = true; });
            started.acquire();
        }
        QCoreApplication::processEvents();
        QVERIFY(!isTold);
    }

    void aWriteThatDoesNotEndIsAskedToWhenTheQueueGoes()
    {
        QObject owner;
        std::atomic_bool wasAsked = false;
        QSemaphore started;
        {
            TaskQueue queue;
            queue.add<int>(
                &owner,
                [&](const CancelToken &cancel) -> Result<int> {
                    started.release();
                    while (!cancel.isCancelled())
                        QThread::msleep(5);
                    wasAsked = true;
                    return failCancelled();
                },
                [](const Result<int> &) {});
            started.acquire();
        }
        QVERIFY(wasAsked);
    }

    void whatRunsToItsEndIsEndedWhenTheQueueCannotWaitAnyMore()
    {
        QObject owner;
        std::atomic_bool wasCancelled = false, wasAbandoned = false;
        QSemaphore started;
        {
            TaskQueue queue(std::chrono::milliseconds(50));
            queue.add<int>(
                &owner,
                [&](const CancelToken &cancel) -> Result<int> {
                    started.release();
                    const CancelToken whole = cancel.whenAbandoned();
                    while (!whole.isCancelled()) {
                        wasCancelled = wasCancelled || cancel.isCancelled();
                        QThread::msleep(5);
                    }
                    wasAbandoned = true;
                    return failCancelled();
                },
                [](const Result<int> &) {});
            started.acquire();
        }
        QVERIFY(wasCancelled && wasAbandoned);
    }
};

QTEST_GUILESS_MAIN(TasksTest)
#include "tst_tasks.moc"
