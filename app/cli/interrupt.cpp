// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace Cli {

namespace {

constexpr char kInterrupted = 's', kInterruptOver = 'e';
std::atomic_int g_wake = -1; // the writing end of the pipe

void wakeListener(int)
{
    const int error = errno;
    std::ignore = ::write(g_wake.load(), &kInterrupted, 1);
    errno = error;
}

char readWakeByte(int from)
{
    char byte = kInterruptOver;
    while (::read(from, &byte, 1) < 0 && errno == EINTR) {
    }
    return byte;
}

} // namespace

// A handler may do next to nothing: it wakes a thread that cancels. What the caller ignores stays ignored.
Interrupt::Interrupt()
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC) != 0)
        return;
    g_wake = m_pipe[1];
    m_listener = std::thread([this] {
        while (readWakeByte(m_pipe[0]) == kInterrupted)
            m_source.cancel();
    });
    struct sigaction handler = {};
    handler.sa_handler = wakeListener;
    handler.sa_flags = SA_RESTART;
    for (size_t at = 0; at < kSignals.size(); ++at) {
        ::sigaction(kSignals.at(at), nullptr, &m_before.at(at));
        if (m_before.at(at).sa_handler != SIG_IGN)
            ::sigaction(kSignals.at(at), &handler, nullptr);
    }
}

Interrupt::~Interrupt()
{
    if (!m_listener.joinable())
        return;
    for (size_t at = 0; at < kSignals.size(); ++at)
        ::sigaction(kSignals.at(at), &m_before.at(at), nullptr);
    std::ignore = ::write(m_pipe[1], &kInterruptOver, 1);
    m_listener.join();
    for (const int end : m_pipe)
        ::close(end);
}

} // namespace Cli
