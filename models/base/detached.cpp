// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/detached.h"

#include "base/descriptor.h"

#include <QFile>
#include <QProcess>
#include <QSocketNotifier>
#include <QTemporaryFile>

#include <csignal>
#include <memory>

#include <fcntl.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr qint64 kMostOutput = 8 * 1024; // bytes

/// Runs in a session of its own, so that no terminal of ours ends it. 0: it was not started.
pid_t spawnProgram(const QString &program, const QStringList &arguments, const QString &folder, int output)
{
    QList<QByteArray> words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words += QFile::encodeName(argument);
    QList<char *> pointers;
    for (QByteArray &word : words)
        pointers += word.data();
    pointers += nullptr;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addchdir_np(&actions, QFile::encodeName(folder).constData());
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    sigset_t usual, none;
    sigemptyset(&none);
    sigemptyset(&usual);
    for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD})
        sigaddset(&usual, number);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setsigmask(&attributes, &none);
    pid_t child = 0;
    if (::posix_spawn(&child, words.first().constData(), &actions, &attributes, pointers.data(), environ) !=
        0)
        child = 0;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return child;
}

/// One program that runs.
class Watched final : public QObject
{
public:
    Watched(QObject *context, pid_t child, Descriptor descriptor, std::unique_ptr<QTemporaryFile> output,
            ProgramEnded ended)
        : QObject(context)
        , m_child(child)
        , m_descriptor(std::move(descriptor))
        , m_notifier(m_descriptor.number(), QSocketNotifier::Read)
        , m_output(std::move(output))
        , m_ended(std::move(ended))
    {
        connect(&m_notifier, &QSocketNotifier::activated, this, &Watched::finish);
    }

private:
    void finish()
    {
        m_notifier.setEnabled(false);
        int status = 0;
        if (::waitpid(m_child, &status, WNOHANG) != m_child)
            return;
        m_output->seek(std::max<qint64>(0, m_output->size() - kMostOutput));
        const QByteArray output = m_output->readAll();
        deleteLater();
        m_ended(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), output);
    }

    pid_t m_child;
    Descriptor m_descriptor;
    QSocketNotifier m_notifier;
    std::unique_ptr<QTemporaryFile> m_output;
    ProgramEnded m_ended;
};

} // namespace

bool startDetached(const QString &program, const QStringList &arguments, const QString &folder)
{
    return QProcess::startDetached(program, arguments, folder);
}

bool startWatched(const QString &program, const QStringList &arguments, const QString &folder,
                  QObject *context, ProgramEnded ended)
{
    auto output = std::make_unique<QTemporaryFile>();
    if (!output->open())
        return startDetached(program, arguments, folder);
    const pid_t child = spawnProgram(program, arguments, folder, output->handle());
    if (child == 0)
        return false;
    Descriptor descriptor(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
    if (descriptor.isOpen())
        new Watched(context, child, std::move(descriptor), std::move(output), std::move(ended));
    return true;
}
