// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QThread>

#include <csignal>
#include <sys/types.h>

using namespace Qt::StringLiterals;

namespace {

struct ProcessText
{
    Q_DECLARE_TR_FUNCTIONS(Process)
};

bool isGuiThread()
{
    const auto *application = QCoreApplication::instance();
    return application && application->inherits("QGuiApplication") &&
           QThread::currentThread() == application->thread();
}

// The child leads a session of its own, so its group holds whatever it started.
void endGroup(QProcess &process)
{
    const auto group = static_cast<pid_t>(process.processId());
    if (group <= 0)
        return;
    QDeadlineTimer patience(2000);
    ::kill(-group, SIGTERM);
    process.waitForFinished(2000);
    // It may have ended while something it started (a hook) ignores the request.
    while (::kill(-group, 0) == 0 && !patience.hasExpired())
        QThread::msleep(20);
    if (::kill(-group, 0) == 0)
        ::kill(-group, SIGKILL);
    process.waitForFinished(2000);
}

struct Capture
{
    const ProcessRequest &request;
    ProcessResult result = {};
    bool isOverCap = false;

    void take(QProcess &process)
    {
        append(OutputChannel::Output, process.readAllStandardOutput(), result.output);
        append(OutputChannel::Errors, process.readAllStandardError(), result.errors);
    }

    void append(OutputChannel channel, const QByteArray &piece, QByteArray &whole)
    {
        if (piece.isEmpty())
            return;
        if (request.onOutput)
            request.onOutput(channel, piece);
        if (channel == OutputChannel::Output && !request.keepsOutput)
            return;
        whole += piece;
        isOverCap = isOverCap || whole.size() > request.outputCap;
    }
};

} // namespace

Result<ProcessResult> SystemProcessRunner::run(const ProcessRequest &request, const CancelToken &cancel) const
{
    Q_ASSERT(!isGuiThread());
    const QString name = QFileInfo(request.program).fileName();
    if (!QDir::isAbsolutePath(request.program))
        return fail(ErrorKind::NotFound, ProcessText::tr("A program is not installed"), request.program);

    QProcess process;
    process.setProgram(request.program);
    process.setArguments(request.arguments);
    process.setWorkingDirectory(request.workingDirectory.isEmpty() ? u"/"_s : request.workingDirectory);
    process.setProcessEnvironment(request.environment);
    process.setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession |
                                     QProcess::UnixProcessFlag::CloseFileDescriptors |
                                     QProcess::UnixProcessFlag::ResetSignalHandlers);
    process.start();
    if (!process.waitForStarted(5000))
        return fail(ErrorKind::External, ProcessText::tr("%1 could not be started").arg(name),
                    process.errorString());
    process.write(request.input);
    process.closeWriteChannel();

    const QDeadlineTimer deadline = request.timeout.count() > 0 ? QDeadlineTimer(request.timeout)
                                                                : QDeadlineTimer(QDeadlineTimer::Forever);
    Capture capture{request};
    while (process.state() != QProcess::NotRunning) {
        if (request.onOutput)
            process.waitForReadyRead(50); // comes back with the first bytes
        else
            process.waitForFinished(50);
        capture.take(process);
        if (cancel.isCancelled()) {
            endGroup(process);
            return failCancelled();
        }
        if (deadline.hasExpired()) {
            endGroup(process);
            return fail(ErrorKind::Timeout,
                        ProcessText::tr("%1 did not finish in time and was ended").arg(name),
                        displayText(capture.result.errors));
        }
        if (capture.isOverCap) {
            endGroup(process);
            return fail(ErrorKind::External,
                        ProcessText::tr("%1 printed more than can be taken in").arg(name));
        }
    }
    capture.take(process);
    if (process.exitStatus() == QProcess::CrashExit)
        return fail(ErrorKind::External, ProcessText::tr("%1 ended unexpectedly").arg(name),
                    displayText(capture.result.errors));
    capture.result.exitCode = process.exitCode();
    return std::move(capture.result);
}

QString findProgram(const QString &name)
{
    const QStringList folders = qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts);
    for (const QString &folder : folders) {
        if (!QDir::isAbsolutePath(folder))
            continue;
        const QFileInfo candidate(folder + u'/' + name);
        if (candidate.isFile() && candidate.isExecutable())
            return candidate.absoluteFilePath();
    }
    return {};
}

QProcessEnvironment scrubbedEnvironment()
{
    static const QStringList kept = {
        u"HOME"_s,
        u"USER"_s,
        u"LOGNAME"_s,
        u"TMPDIR"_s,
        u"XDG_CONFIG_HOME"_s,
        u"XDG_CACHE_HOME"_s,
        u"XDG_DATA_HOME"_s,
        u"XDG_STATE_HOME"_s,
        u"XDG_RUNTIME_DIR"_s,
        u"SSH_AUTH_SOCK"_s,
        u"GPG_AGENT_INFO"_s,
        u"GNUPGHOME"_s,
        u"DBUS_SESSION_BUS_ADDRESS"_s,
        u"DISPLAY"_s,
        u"WAYLAND_DISPLAY"_s,
        u"XAUTHORITY"_s,
        u"TZ"_s,
    };
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment result;
    for (const QString &name : kept) {
        if (own.contains(name))
            result.insert(name, own.value(name));
    }
    QStringList folders = own.value(u"PATH"_s).split(u':', Qt::SkipEmptyParts);
    folders.removeIf([](const QString &folder) { return !QDir::isAbsolutePath(folder); });
    result.insert(u"PATH"_s, folders.join(u':'));
    result.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return result;
}
