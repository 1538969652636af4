// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>

#include <array>
#include <vector>

namespace FaultTest {

enum class Kind { Write, Sync, Make, Rename, Remove };

struct Call
{
    long number;
    Kind kind;
    int file = -1;  ///< which argument is the descriptor that is written to; -1: none
    int flags = -1; ///< which argument has to have O_CREAT; -1: none
};

constexpr std::array kCalls = {
    Call{SYS_write, Kind::Write, 0},     Call{SYS_pwrite64, Kind::Write, 0},
    Call{SYS_writev, Kind::Write, 0},    Call{SYS_ftruncate, Kind::Write, 0},
    Call{SYS_sendfile, Kind::Write, 0},  Call{SYS_copy_file_range, Kind::Write, 2},
    Call{SYS_fsync, Kind::Sync, 0},      Call{SYS_fdatasync, Kind::Sync, 0},
    Call{SYS_openat, Kind::Make, -1, 2}, Call{SYS_mkdirat, Kind::Make},
    Call{SYS_symlinkat, Kind::Make},     Call{SYS_renameat, Kind::Rename},
    Call{SYS_renameat2, Kind::Rename},   Call{SYS_linkat, Kind::Rename},
    Call{SYS_unlinkat, Kind::Remove},
#ifdef SYS_open // newer architectures have the calls above only
    Call{SYS_open, Kind::Make, -1, 1},   Call{SYS_mkdir, Kind::Make},
    Call{SYS_symlink, Kind::Make},       Call{SYS_rename, Kind::Rename},
    Call{SYS_link, Kind::Rename},        Call{SYS_unlink, Kind::Remove},
    Call{SYS_rmdir, Kind::Remove},
#endif
};

/// Lets a supervisor decide about the calls above; all others go on.
std::vector<sock_filter> makeFilter();

} // namespace FaultTest
