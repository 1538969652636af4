// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/stallwatch.h"
#include "ui/theme/apply.h"

#include <QFile>
#include <QTest>

/// Runs a test class like QTEST_MAIN, under the watch for stalls, in a fixed style. Of an event only the
/// thread's own computing is judged: what else the machine does at the time must not fail a test.
#define PLUMBLINE_UI_TEST_MAIN(TestClass)                                                                    \
    int main(int argc, char *argv[])                                                                         \
    {                                                                                                        \
        WatchedApplication application(argc, argv);                                                          \
        Theme::applyFixed(Qt::ColorScheme::Light);                                                           \
        TestClass test;                                                                                      \
        return QTest::qExec(&test, argc, argv);                                                              \
    }

namespace Tests {

inline StallWatch &stallWatch()
{
    return static_cast<WatchedApplication *>(qApp)->stallWatch();
}

/// Empty when no event since clear() computed for longer than allowed; else what did.
inline QByteArray stallsLongerThan(std::chrono::milliseconds allowed)
{
    for (const StallWatch::Stall &stall : stallWatch().stalls())
        if (stall.busy > allowed)
            return stall.receiver + " event " + QByteArray::number(int(stall.event)) + " took " +
                   QByteArray::number(qint64(stall.busy.count() / 1'000'000)) + " ms";
    return {};
}

} // namespace Tests

#define VERIFY_NO_STALL()                                                                                    \
    do {                                                                                                     \
        const QByteArray stall = Tests::stallsLongerThan(std::chrono::milliseconds(50));                     \
        QVERIFY2(stall.isEmpty(), stall.constData());                                                        \
    } while (false)
