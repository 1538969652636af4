// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uitest.h"

#include <QEventLoop>
#include <QTimer>

#include <ctime>

namespace {

class Slow final : public QObject
{
    Q_OBJECT

public:
    std::function<void()> work;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::User)
            work();
        return QObject::event(event);
    }
};

void compute(int milliseconds)
{
    // By the thread's own time: a busy machine would cut a wait short of it.
    timespec start{}, now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start);
    do
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    while ((now.tv_sec - start.tv_sec) * 1000 + (now.tv_nsec - start.tv_nsec) / 1'000'000 < milliseconds);
}

} // namespace

class StallWatchTest final : public QObject
{
    Q_OBJECT

    void send(std::function<void()> work)
    {
        Slow slow;
        slow.work = std::move(work);
        QCoreApplication::postEvent(&slow, new QEvent(QEvent::User));
        QTest::qWait(1);
        QCoreApplication::sendPostedEvents(&slow);
    }

private Q_SLOTS:
    void init() { Tests::stallWatch().clear(); }

    void aLongEventIsReportedWithItsReceiver()
    {
        send([] { compute(120); });
        QVERIFY(!Tests::stallWatch().stalls().isEmpty());
        const auto stall = Tests::stallWatch().worst();
        QVERIFY(stall.took >= std::chrono::milliseconds(100));
        QVERIFY(stall.receiver.endsWith("Slow"));
        QCOMPARE(stall.event, QEvent::User);
        QVERIFY(!Tests::stallsLongerThan(std::chrono::milliseconds(50)).isEmpty());
    }

    void aShortEventIsNot()
    {
        send([] { compute(2); });
        QVERIFY(Tests::stallsLongerThan(std::chrono::milliseconds(50)).isEmpty());
    }

    void waitingInANestedLoopIsNoStallButItsEventsCount()
    {
        send([] {
            QEventLoop loop;
            QTimer::singleShot(120, &loop, &QEventLoop::quit);
            loop.exec();
        });
        QVERIFY(Tests::stallsLongerThan(std::chrono::milliseconds(0)).isEmpty());
        send([] {
            QEventLoop loop;
            QTimer::singleShot(0, &loop, [&loop] {
                compute(120);
                loop.quit();
            });
            loop.exec();
        });
        QVERIFY(!Tests::stallsLongerThan(std::chrono::milliseconds(50)).isEmpty());
    }
};

PLUMBLINE_UI_TEST_MAIN(StallWatchTest)
#include "tst_stallwatch.moc"
