// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "git/open.h"
#include "settings/truststore.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

#include <csignal>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error of the write, not a death
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"plumbline"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));
    Git::initializeLibrary();

    // A stream that the caller has closed is an error only once it is written to.
    QFile input, results, messages;
    std::ignore = input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered);
    std::ignore = results.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered);
    std::ignore = messages.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered);

    const SystemProcessRunner processes;
    const SystemClock clock;
    const Cli::Services services{
        .processes = processes,
        .clock = clock,
        .input = input,
        .stateFolder = userStateFolder(),
        .cacheFolder =
            QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/plumbline"_s,
    };
    return Cli::runCommandLine(QCoreApplication::arguments().sliced(1), services, results, messages);
}
