// SPDX-License-Identifier: GPL-3.0-or-later
#include "shellrun.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace CliTest {

const QString &program()
{
    static const QString path = qEnvironmentVariable("PLUMBLINE_AI_CLI");
    return path;
}

Run shell(const QString &line, const QString &folder, const QMap<QString, QString> &variables)
{
    QProcessEnvironment environment = scrubbedEnvironment();
    environment.insert(u"AI"_s, program());
    for (const auto &[name, value] : variables.asKeyValueRange())
        environment.insert(name, value);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(u"/bin/sh"_s, {u"-c"_s, line});
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        qFatal("%s does not end", qPrintable(line));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace CliTest
