// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QSet>

#include <sys/inotify.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <limits>

namespace Tests {

inline constexpr qsizetype kAnyWatches = std::numeric_limits<qsizetype>::max();

/// The folders that the system watches, and how many it would.
struct SystemWatches
{
    QMutex mutex;
    QSet<std::pair<int, int>> taken; ///< descriptor and watch
    qsizetype most = kAnyWatches;
};
inline SystemWatches systemWatches;

} // namespace Tests

// These two stand before the C library's, so that a test can be on a system whose watches are used up. As in
// the kernel, a folder that is watched already takes no more of them. For one source of a program.

extern "C" int inotify_add_watch(int descriptor, const char *path, uint32_t mask) noexcept
{
    Tests::SystemWatches &system = Tests::systemWatches;
    const QMutexLocker lock(&system.mutex);
    const auto watch = static_cast<int>(::syscall(SYS_inotify_add_watch, descriptor, path, mask));
    if (watch < 0 || system.taken.contains({descriptor, watch}))
        return watch;
    if (system.taken.size() >= system.most) {
        ::syscall(SYS_inotify_rm_watch, descriptor, watch);
        errno = ENOSPC;
        return -1;
    }
    system.taken.insert({descriptor, watch});
    return watch;
}

extern "C" int inotify_rm_watch(int descriptor, int watch) noexcept
{
    const QMutexLocker lock(&Tests::systemWatches.mutex);
    Tests::systemWatches.taken.remove({descriptor, watch});
    return static_cast<int>(::syscall(SYS_inotify_rm_watch, descriptor, watch));
}
