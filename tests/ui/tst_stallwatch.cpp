// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uitest.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

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
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < milliseconds;) {
    }
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
