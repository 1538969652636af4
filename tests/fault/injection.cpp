// SPDX-License-Identifier: GPL-3.0-or-later
#include "injection.h"

#include "base/descriptor.h"
#include "callfilter.h"

#include <QDeadlineTimer>
#include <QSet>
#include <QString>

#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace FaultTest {

namespace {

struct Child
{
    pid_t process = -1;
    Descriptor listener, output;
};

using Work = std::function<QByteArray()>;

// Calls of the filter wait for us, who wait for this until the listener is ours.
bool isFiltered(int link)
{
    std::vector<sock_filter> filter = makeFilter();
    const sock_fprog loaded{static_cast<unsigned short>(filter.size()), filter.data()};
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const auto listener = static_cast<int>(
        ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &loaded));
    char answer = 0;
    const bool isTaken =
        ::send(link, &listener, sizeof listener, 0) == sizeof listener && ::recv(link, &answer, 1, 0) == 1;
    ::close(listener);
    ::close(link);
    return isTaken;
}

[[noreturn]] void doAndEnd(const Work &work, bool isWatched, int link, int output)
{
    for (const int crash : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTERM, SIGINT, SIGQUIT})
        ::signal(crash, SIG_DFL); // the test's own say where it was
    ::setsid();
    if (isWatched && !isFiltered(link))
        ::_exit(126);
    const QByteArray said = work();
    ::_exit(::write(output, said.constData(), static_cast<size_t>(said.size())) == said.size() ? 0 : 1);
}

Child start(const Work &work, bool isWatched)
{
    std::array<int, 2> link{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, link.data()) != 0)
        return Child{-1, Descriptor(), Descriptor()};
    const Descriptor ours(link[0]);
    Descriptor theirs(link[1]);
    Child child{-1, Descriptor(), Descriptor(::memfd_create("output", MFD_CLOEXEC))};
    child.process = ::fork();
    if (child.process == 0)
        doAndEnd(work, isWatched, theirs.number(), child.output.number());
    theirs.close();
    int number = -1;
    if (!isWatched || ::recv(ours.number(), &number, sizeof number, MSG_WAITALL) != sizeof number ||
        number < 0)
        return child;
    const Descriptor process(static_cast<int>(::syscall(SYS_pidfd_open, child.process, 0)));
    child.listener.reset(static_cast<int>(::syscall(SYS_pidfd_getfd, process.number(), number, 0)));
    if (child.listener.isOpen() && ::send(ours.number(), "x", 1, 0) != 1)
        child.listener.reset(-1);
    return child;
}

/// False: a minute went by.
bool waitForEnd(pid_t child)
{
    const Descriptor process(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
    pollfd waiting{process.number(), POLLIN, 0};
    return ::poll(&waiting, 1, 60'000) > 0;
}

QByteArray linkTarget(const QByteArray &path)
{
    std::array<char, 4096> target;
    const auto length = ::readlink(path.constData(), target.data(), target.size());
    return length < 0 ? QByteArray() : QByteArray(target.data(), length);
}

class Decision
{
public:
    explicit Decision(const Injection &injection)
        : m_injection(injection)
    {}

    int calls() const { return m_calls; }
    const QSet<pid_t> &processes() const { return m_processes; }

    seccomp_notif_resp decide(const seccomp_notif &asked)
    {
        const auto process = static_cast<pid_t>(asked.pid);
        m_processes.insert(process);
        seccomp_notif_resp answer{asked.id, 0, 0, SECCOMP_USER_NOTIF_FLAG_CONTINUE};
        const auto call = std::ranges::find(kCalls, asked.data.nr, &Call::number);
        const bool isStopped = m_injection.fault == Fault::AllKilled && m_calls >= m_injection.at;
        if (call == kCalls.end() || !(isStopped || isMeant(*call, asked)))
            return answer;
        ++m_calls;
        const bool lasts = m_injection.fault == Fault::DiskStaysFull || m_injection.fault == Fault::AllKilled;
        if (m_calls == m_injection.at || (lasts && m_calls > m_injection.at))
            strike(process, answer);
        return answer;
    }

private:
    bool isMeant(const Call &call, const seccomp_notif &asked) const
    {
        if (!isAbout(call.kind))
            return false;
        if (call.file < 0)
            return true;
        const QByteArray file = "/proc/" + QByteArray::number(asked.pid) + "/fd/" +
                                QByteArray::number(static_cast<int>(asked.data.args[call.file]));
        return linkTarget(file).startsWith(m_injection.folder);
    }

    bool isAbout(Kind kind) const
    {
        switch (m_injection.fault) {
        case Fault::None:
            return false;
        case Fault::AllKilled:
            return true;
        case Fault::DiskFull:
        case Fault::DiskStaysFull:
            return kind == Kind::Write || kind == Kind::Make;
        case Fault::SyncFails:
            return kind == Kind::Sync;
        case Fault::Refused:
            return kind == Kind::Make || kind == Kind::Rename || kind == Kind::Remove;
        case Fault::Killed:
            return kind == Kind::Rename;
        case Fault::Meanwhile:
            return kind == Kind::Make || kind == Kind::Rename;
        }
        return false;
    }

    void strike(pid_t process, seccomp_notif_resp &answer) const
    {
        const auto failWith = [&](int reason) {
            answer.error = -reason;
            answer.flags = 0;
        };
        switch (m_injection.fault) {
        case Fault::None:
            break;
        case Fault::Meanwhile:
            m_injection.meanwhile();
            break;
        case Fault::DiskFull:
        case Fault::DiskStaysFull:
            failWith(ENOSPC);
            break;
        case Fault::SyncFails:
            failWith(EIO);
            break;
        case Fault::Refused:
            failWith(EACCES);
            break;
        case Fault::Killed:
        case Fault::AllKilled:
            ::kill(process, SIGKILL);
            failWith(EINTR);
            break;
        }
    }

    const Injection &m_injection;
    int m_calls = 0;
    QSet<pid_t> m_processes;
};

/// Until all are gone; false: a minute went by.
bool superviseAll(int listener, Decision &decision)
{
    const QDeadlineTimer deadline(60'000);
    while (!deadline.hasExpired()) {
        pollfd waiting{listener, POLLIN, 0};
        if (::poll(&waiting, 1, 200) <= 0)
            continue;
        if ((waiting.revents & POLLIN) == 0)
            return true;
        seccomp_notif asked = {};
        if (::ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &asked) != 0)
            continue; // whoever asked was killed
        seccomp_notif_resp answer = decision.decide(asked);
        ::ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
    }
    for (const pid_t process : decision.processes())
        ::kill(process, SIGKILL);
    return false;
}

QByteArray readAll(const Descriptor &file)
{
    QByteArray content(::lseek(file.number(), 0, SEEK_END), '\0');
    const auto length = ::pread(file.number(), content.data(), static_cast<size_t>(content.size()), 0);
    return length < 0 ? QByteArray() : content.first(length);
}

} // namespace

Outcome runInjected(const Work &work, const Injection &injection)
{
    Outcome outcome;
    const bool isWatched = injection.fault != Fault::None;
    const Child child = start(work, isWatched);
    if (child.process < 0)
        return outcome;
    Decision decision(injection);
    if (child.listener.isOpen())
        outcome.isOver = superviseAll(child.listener.number(), decision);
    else
        outcome.isOver = !isWatched && waitForEnd(child.process);
    if (!outcome.isOver)
        ::kill(child.process, SIGKILL);
    int status = 0;
    ::waitpid(child.process, &status, 0);
    outcome.wasKilled = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    outcome.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    outcome.output = readAll(child.output);
    outcome.calls = decision.calls();
    return outcome;
}

QByteArray injectionProblem()
{
    const Outcome outcome = runInjected([] { return "works"_ba; },
                                        {.fault = Fault::Meanwhile, .folder = "/", .meanwhile = [] {}});
    return outcome.output == "works" ? QByteArray()
                                     : "the system does not let a process decide about the calls of another";
}

} // namespace FaultTest
