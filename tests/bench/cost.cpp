// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost.h"

#include <QFile>
#include <QTemporaryFile>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(const timeval &time)
{
    return double(time.tv_sec) * 1000 + double(time.tv_usec) / 1000;
}

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Words as a program takes them, ended by a null pointer.
class Words
{
    Q_DISABLE_COPY_MOVE(Words)

public:
    Words() = default;
    void add(QByteArray word) { m_words += std::move(word); }
    char **data()
    {
        m_pointers.clear();
        for (QByteArray &word : m_words)
            m_pointers.push_back(word.data());
        m_pointers.push_back(nullptr);
        return m_pointers.data();
    }

private:
    QList<QByteArray> m_words;
    std::vector<char *> m_pointers;
};

void addEnvironment(Words &words, const QStringList &ours)
{
    for (char **entry = environ; *entry; ++entry) {
        const QByteArray inherited(*entry);
        const QByteArray name = inherited.first(inherited.indexOf('=') + 1);
        const bool isReplaced = std::ranges::any_of(
            ours, [&](const QString &own) { return QFile::encodeName(own).startsWith(name); });
        if (!isReplaced)
            words.add(inherited);
    }
    for (const QString &own : ours)
        words.add(QFile::encodeName(own));
}

/// pid; 0: it did not start.
pid_t start(const Command &command, int output)
{
    Words arguments, environment;
    for (const QString &word : command.words)
        arguments.add(QFile::encodeName(word));
    addEnvironment(environment, command.environment);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (output >= 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    else
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addchdir_np(&actions, QFile::encodeName(command.folder).constData());
    pid_t child = 0;
    char **words = arguments.data();
    const int failure = posix_spawn(&child, words[0], &actions, nullptr, words, environment.data());
    posix_spawn_file_actions_destroy(&actions);
    return failure == 0 ? child : 0;
}

/// When the first byte came, in milliseconds after the start; -1: none did.
double drain(int pipe, Clock::time_point start)
{
    double first = -1;
    char buffer[65536];
    for (ssize_t size = 0; (size = ::read(pipe, buffer, sizeof buffer)) > 0;) {
        if (first < 0)
            first = millisecondsSince(start);
    }
    ::close(pipe);
    return first;
}

/// True: it still ran after so many seconds, and is killed.
bool stoppedAfter(int seconds, pid_t child)
{
    const int handle = int(::syscall(SYS_pidfd_open, child, 0));
    if (handle < 0)
        return false;
    pollfd ended{.fd = handle, .events = POLLIN, .revents = 0};
    const bool isLate = ::poll(&ended, 1, seconds * 1000) == 0;
    ::close(handle);
    return isLate && ::kill(child, SIGKILL) == 0;
}

} // namespace

Cost runOnce(const Command &command, OutputUse use)
{
    QTemporaryFile kept;
    int ends[2] = {-1, -1};
    if (command.words.isEmpty() || (use == OutputUse::Kept && !kept.open()) ||
        (use == OutputUse::Timed && ::pipe2(ends, O_CLOEXEC) != 0))
        return {};
    const Clock::time_point begin = Clock::now();
    const pid_t child = start(command, use == OutputUse::Kept ? kept.handle() : ends[1]);
    Cost cost;
    if (use == OutputUse::Timed) {
        ::close(ends[1]);
        cost.first = drain(ends[0], begin);
    }
    if (child != 0 && command.mostSeconds > 0)
        cost.isStopped = stoppedAfter(command.mostSeconds, child);
    int status = 0;
    rusage usage{};
    if (child == 0 || ::wait4(child, &status, 0, &usage) != child)
        return {};
    cost.wall = millisecondsSince(begin);
    cost.cpu = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    cost.peak = usage.ru_maxrss;
    cost.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (use == OutputUse::Kept) {
        kept.seek(0);
        cost.output = kept.readAll();
    }
    return cost;
}

double middle(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}
