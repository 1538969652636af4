// SPDX-License-Identifier: GPL-3.0-or-later
// Operations of ours as a process: faultdriver REPOSITORY. Each line of standard input is one, and gets one
// line of JSON.
#include "driver.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto driver = FaultTest::driverOf(QCoreApplication::arguments().value(1));
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 1;
    for (QByteArray line = input.readLine(); !line.isEmpty(); line = input.readLine()) {
        std::fputs(driver(line.trimmed().split(' ')).constData(), stdout);
        std::fflush(stdout);
    }
    return 0;
}
