// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/packwindows.h"

#include <git2.h>

#include <limits>
#include <mutex>

namespace Git {

namespace {

constexpr size_t kWindow = 32 * 1024 * 1024;     // bytes
constexpr size_t kMostMapped = 96 * 1024 * 1024; // bytes, of all packs
constexpr size_t kWhole = std::numeric_limits<size_t>::max() / 2;

std::mutex guard;
int wholeCount = 0;

// libgit2 takes a new size for the next part that it maps; what is mapped stays valid for its readers.
void setWindows(size_t window, size_t mostMapped)
{
    git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, window);
    git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, mostMapped);
}

} // namespace

void limitPackWindows()
{
    setWindows(kWindow, kMostMapped);
}

WholePacks::WholePacks()
{
    const std::lock_guard lock(guard);
    if (wholeCount++ == 0)
        setWindows(kWhole, kWhole);
}

WholePacks::~WholePacks()
{
    const std::lock_guard lock(guard);
    if (--wholeCount == 0)
        limitPackWindows();
}

} // namespace Git
