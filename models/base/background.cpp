// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/background.h"

#include <sys/resource.h>
#include <unistd.h>

namespace {

constexpr int kNiceness = 5; // about a third of the processor beside a thread without one

} // namespace

void stayInBackground()
{
    // On Linux this is a value of the thread, not of the process (setpriority(2), "C library/kernel
    // differences").
    static thread_local const int once =
        ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kNiceness);
    Q_UNUSED(once);
}
