// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QProcess>

namespace Tests {

struct Run
{
    int exitCode = -1;
    QByteArray output, errors;
};

/// The program itself, which the environment names.
inline Run runWindow(const QStringList &arguments, const QString &folder = QDir::tempPath())
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(qEnvironmentVariable("PLUMBLINE"), arguments);
    const bool isOver = process.waitForFinished(60'000); // else it is ended with the object
    return {isOver && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace Tests
