// SPDX-License-Identifier: GPL-3.0-or-later
#include "difffiles.h"

#include "ui/diff/diffview.h"

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

template<class Work> qint64 leastOfThree(Work work)
{
    return std::min({measured(work), measured(work), measured(work)});
}

qint64 median(QList<qint64> times)
{
    std::ranges::sort(times);
    return times.value(times.size() / 2);
}

constexpr int kTimesAsMuch = 20; // the large one beside the small one

/// In microseconds.
struct Cost
{
    qint64 opening = 0;
    qint64 painting = 0;
    qint64 event = 0;
};

QByteArray told(const Cost &small, const Cost &large)
{
    return u"opening %1 and %2, painting %3 and %4, an event %5 and %6 µs"_s.arg(small.opening)
        .arg(large.opening)
        .arg(small.painting)
        .arg(large.painting)
        .arg(small.event)
        .arg(large.event)
        .toUtf8();
}

/// Twenty times as much to show costs no more to paint and to move in, and what goes through all of it is not
/// quadratic: what can be told from noise is told. Sanitizers keep freed memory, whose cost grows by itself.
bool growsAsPromised([[maybe_unused]] const Cost &small, [[maybe_unused]] const Cost &large)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return true;
#else
    constexpr qint64 few = 20'000; // laying out all of it would take a second
    return large.opening <= small.opening * kTimesAsMuch * 5 + few &&
           large.painting <= small.painting * 4 + few && large.event <= small.event * 4 + few;
#endif
}

void paintNow(DiffView &view)
{
    view.viewport()->repaint();
}

} // namespace

/// What a difference view does for one event does not grow with what it shows. Times are compared with times
/// of the same run, and printed; bench_changes holds them against the bars.
class TestDiffViewSpeed : public QObject
{
    Q_OBJECT

    QThreadPool m_pool;

    Cost costOfLines(int lines, bool isSplit, bool wraps)
    {
        const QList<Diff::FileDiff> files{DiffFiles::makeLong("deploy.yaml"_ba, lines)};
        DiffView view(&m_pool);
        view.setLook({.wraps = wraps, .isSplit = isSplit});
        view.resize(wraps ? 400 : 1200, 900); // so narrow that each line is several
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            return {};
        paintNow(view);
        Cost cost{.opening = leastOfThree([&] { view.setFiles(files); }),
                  .painting = leastOfThree([&] { paintNow(view); })};
        constexpr int frames = 80;
        QScrollBar *bar = view.verticalScrollBar();
        QList<qint64> times;
        for (int frame = 0; frame < frames; ++frame) {
            times += measured([&] {
                bar->setValue(frame % 4 == 3 ? int(qint64(bar->maximum()) * frame / frames)
                                             : bar->value() + 90);
                paintNow(view);
            });
            QCoreApplication::processEvents();
        }
        cost.event = median(times);
        return cost;
    }

    Cost costOfLine(const QByteArray &line)
    {
        const QList<Diff::FileDiff> files{DiffFiles::make("app.min.js"_ba, {"-" + line, "+" + line + "x"})};
        DiffView view(&m_pool);
        view.resize(1200, 400);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            return {};
        paintNow(view);
        Cost cost{.opening = leastOfThree([&] { view.setFiles(files); }),
                  .painting = leastOfThree([&] { paintNow(view); })};
        QScrollBar *bar = view.horizontalScrollBar();
        if (bar->maximum() <= 10'000)
            return {};
        QList<qint64> times;
        for (int frame = 0; frame <= 40; ++frame) {
            times += measured([&] {
                bar->setValue(int(qint64(bar->maximum()) * frame / 40));
                paintNow(view);
            });
            QCoreApplication::processEvents();
        }
        cost.event = median(times);
        const auto marks = view.content().marks({Diff::RowKind::Line, 0, 0, 1});
        if (!QTest::qWaitFor([&] { return marks->isComplete(); }))
            return {};
        view.setCurrentRow(2);
        return view.selectedBytes() == line ? cost : Cost{};
    }

private Q_SLOTS:
    void aHundredThousandLinesOpenAndScroll_data()
    {
        QTest::addColumn<bool>("isSplit");
        QTest::addColumn<bool>("wraps");
        QTest::newRow("unified") << false << false;
        QTest::newRow("wrapped") << false << true;
        QTest::newRow("split") << true << false;
        QTest::newRow("split and wrapped") << true << true;
    }

    void aHundredThousandLinesOpenAndScroll()
    {
        QFETCH(bool, isSplit);
        QFETCH(bool, wraps);
        const Cost small = costOfLines(100'000 / kTimesAsMuch, isSplit, wraps);
        const Cost large = costOfLines(100'000, isSplit, wraps);
        QVERIFY(small.painting > 0 && large.painting > 0);
        qInfo("%s", told(small, large).constData());
        QVERIFY2(growsAsPromised(small, large), told(small, large).constData());
    }

    void keysOnAHundredThousandLines()
    {
        const QList<std::pair<Qt::Key, Qt::KeyboardModifiers>> keys = {
            {Qt::Key_End, {}},  {Qt::Key_Up, {}}, {Qt::Key_PageUp, {}},   {Qt::Key_Home, {}},
            {Qt::Key_Down, {}}, {Qt::Key_N, {}},  {Qt::Key_PageDown, {}}, {Qt::Key_A, Qt::ControlModifier}};
        QList<qint64> small;
        for (const int lines : {100'000 / kTimesAsMuch, 100'000}) {
            DiffView view(&m_pool);
            view.resize(1200, 900);
            view.setFiles({DiffFiles::makeLong("deploy.yaml"_ba, lines)});
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
            QList<qint64> times;
            for (const auto &[key, modifiers] : keys) {
                times += leastOfThree([&] {
                    QTest::keyClick(&view, key, modifiers);
                    paintNow(view);
                });
            }
            if (small.isEmpty())
                small = times;
            for (qsizetype at = 0; at < keys.size(); ++at) {
                qInfo("key %lld: %lld and %lld us", qint64(at), small.at(at), times.at(at));
                if (keys.at(at).first == Qt::Key_A) // goes through all lines
                    QVERIFY(growsAsPromised({.opening = small.at(at)}, {.opening = times.at(at)}));
                else
                    QVERIFY(growsAsPromised({.event = small.at(at)}, {.event = times.at(at)}));
            }
        }
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
        const qsizetype units = 5 * 1'024 * 1'024 / unit.size();
        const Cost small = costOfLine(unit.repeated(units / kTimesAsMuch));
        const Cost large = costOfLine(unit.repeated(units));
        QVERIFY(small.painting > 0 && large.painting > 0);
        qInfo("%s", told(small, large).constData());
        QVERIFY2(growsAsPromised(small, large), told(small, large).constData());
    }
};

QTEST_MAIN(TestDiffViewSpeed)
#include "tst_diffview_speed.moc"
