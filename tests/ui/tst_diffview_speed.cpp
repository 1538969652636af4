// SPDX-License-Identifier: GPL-3.0-or-later
#include "difffiles.h"

#include "ui/diff/diffview.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;

namespace {

// Of this thread, so that other work on the machine does not count.
qint64 threadMicroseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1'000;
}

template<class Work> qint64 measured(Work work)
{
    const qint64 start = threadMicroseconds();
    work();
    return threadMicroseconds() - start;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr qint64 kStall = 250'000;
#else
constexpr qint64 kStall = 50'000;
#endif

} // namespace

/// No event of a difference view takes the GUI thread longer than 50 ms.
class TestDiffViewSpeed : public QObject
{
    Q_OBJECT

    QThreadPool m_pool;

    static void paintNow(DiffView &view) { view.viewport()->repaint(); }

private Q_SLOTS:
    void aHundredThousandLinesOpenAndScroll()
    {
        const QList<Diff::FileDiff> files{DiffFiles::makeLong("deploy.yaml"_ba, 100'000)};
        DiffView view(&m_pool);
        view.resize(1200, 900);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        paintNow(view);
        const qint64 opening = measured([&] { view.setFiles(files); });
        const qint64 first = measured([&] { paintNow(view); });
        qint64 worst = 0;
        qint64 total = 0;
        constexpr int frames = 200;
        QScrollBar *bar = view.verticalScrollBar();
        for (int frame = 0; frame < frames; ++frame) {
            const qint64 time = measured([&] {
                bar->setValue(frame % 4 == 3 ? int(qint64(bar->maximum()) * frame / frames)
                                             : bar->value() + 90);
                paintNow(view);
            });
            worst = std::max(worst, time);
            total += time;
            QCoreApplication::processEvents();
        }
        qInfo("open %lld us, first paint %lld us, frame %lld us, worst %lld us", opening, first,
              total / frames, worst);
        QVERIFY(opening < kStall);
        QVERIFY(first < kStall);
        QVERIFY(worst < kStall);
        QVERIFY(total / frames < kStall / 5);
    }

    void keysOnAHundredThousandLines()
    {
        DiffView view(&m_pool);
        view.resize(1200, 900);
        view.setFiles({DiffFiles::makeLong("deploy.yaml"_ba, 100'000)});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        qint64 worst = 0;
        for (Qt::Key key : {Qt::Key_End, Qt::Key_Up, Qt::Key_PageUp, Qt::Key_Home, Qt::Key_Down, Qt::Key_N,
                            Qt::Key_PageDown}) {
            worst = std::max(worst, measured([&] {
                                 QTest::keyClick(&view, key);
                                 paintNow(view);
                             }));
        }
        worst = std::max(worst, measured([&] {
                             QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
                             paintNow(view);
                         }));
        const qint64 refresh = measured([&] { view.setFiles({DiffFiles::makeLong("other.yaml"_ba, 10)}); });
        qInfo("worst key %lld us, refresh %lld us", worst, refresh);
        QVERIFY(worst < kStall);
        QVERIFY(refresh < kStall);
    }

    void aLineOfFiveMegabytes_data()
    {
        QTest::addColumn<QByteArray>("unit");
        QTest::newRow("minified") << "var a=function(b){return b+1};"_ba;
        QTest::newRow("wide") << "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e, "_ba;
        QTest::newRow("marks") << "\xcc\x81"_ba;
        QTest::newRow("not text") << "\xff\xfe"_ba;
    }

    void aLineOfFiveMegabytes()
    {
        QFETCH(QByteArray, unit);
        const QByteArray line = unit.repeated(5 * 1'024 * 1'024 / unit.size());
        const QList<Diff::FileDiff> files{DiffFiles::make("app.min.js"_ba, {"-" + line, "+" + line + "x"})};
        DiffView view(&m_pool);
        view.resize(1200, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        paintNow(view);
        const qint64 opening = measured([&] { view.setFiles(files); });
        qint64 worst = measured([&] { paintNow(view); });
        QScrollBar *bar = view.horizontalScrollBar();
        QVERIFY(bar->maximum() > 1'000'000);
        for (int frame = 0; frame <= 40; ++frame) {
            worst = std::max(worst, measured([&] {
                                 bar->setValue(int(qint64(bar->maximum()) * frame / 40));
                                 paintNow(view);
                             }));
            QCoreApplication::processEvents();
        }
        qInfo("open %lld us, worst frame %lld us", opening, worst);
        QVERIFY(opening < kStall);
        QVERIFY(worst < kStall);
        const auto marks = view.content().marks({Diff::RowKind::Line, 0, 0, 1});
        QTRY_VERIFY(marks->isComplete());
        view.setCurrentRow(2);
        QVERIFY(view.selectedBytes() == line);
    }
};

QTEST_MAIN(TestDiffViewSpeed)
#include "tst_diffview_speed.moc"
