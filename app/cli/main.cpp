// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/common/catalogue.h"

#include "git/open.h"
#include "settings/truststore.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

#include <fcntl.h>
#include <langinfo.h>
#include <unistd.h>

#include <clocale>
#include <csignal>

using namespace Qt::StringLiterals;

namespace {

// The first file opened would take the place of a standard stream that the caller has closed, and get our
// results. What stands there instead can be read (nothing) and never written.
void occupyClosedStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0)
            std::ignore = ::open("/dev/null", O_RDONLY | O_NOCTTY);
    }
}

// Qt would switch to the same locale by itself, with four lines of warning in every hook that has LC_ALL=C.
void preferUtf8()
{
    std::setlocale(LC_ALL, "");
    if (QByteArrayView(::nl_langinfo(CODESET)) != "UTF-8")
        ::setenv("LC_ALL", "C.UTF-8", 1);
}

// Without a home Qt would name the root folder.
QString userCacheFolder()
{
    if (!qEnvironmentVariableIsSet("HOME") && !qEnvironmentVariableIsSet("XDG_CACHE_HOME"))
        return {};
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/plumbline"_s;
}

// https://no-color.org
bool isColorWanted()
{
    return ::isatty(STDOUT_FILENO) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR") &&
           qgetenv("TERM") != "dumb" && !qEnvironmentVariableIsEmpty("TERM");
}

} // namespace

int main(int argc, char *argv[])
{
    occupyClosedStreams();
    preferUtf8();
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error of the write, not a death
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"plumbline"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));
    installCatalogue(application);
    Git::initializeLibrary();

    // Descriptors, not stdout: what its buffer takes would fail after the exit code was chosen.
    QFile input, results, messages;
    std::ignore = input.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered);
    std::ignore = results.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);
    std::ignore = messages.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);

    const SystemProcessRunner processes;
    const SystemClock clock;
    const Cli::Services services{
        .processes = processes,
        .clock = clock,
        .input = input,
        .stateFolder = userStateFolder(),
        .cacheFolder = userCacheFolder(),
        .mayColor = isColorWanted(),
    };
    return Cli::runCommandLine(QCoreApplication::arguments().sliced(1), services, results, messages);
}
