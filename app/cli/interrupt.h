// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"

#include <array>
#include <csignal>
#include <thread>

namespace Cli {

/// While it lives, Ctrl+C and the wish that the program ends (SIGTERM, SIGHUP) cancel a token, so that what
/// runs can clean up. One at a time, on the main thread.
class Interrupt
{
    Q_DISABLE_COPY_MOVE(Interrupt)

public:
    Interrupt();
    ~Interrupt();
    CancelToken token() const { return m_source.token(); }

private:
    static constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};

    CancelSource m_source;
    std::array<int, 2> m_pipe{-1, -1};
    std::array<struct sigaction, kSignals.size()> m_before = {};
    std::thread m_listener;
};

} // namespace Cli
