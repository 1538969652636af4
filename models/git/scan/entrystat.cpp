// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/scan/entrystat.h"

#include "git/filemodes.h"

namespace Git {

namespace {

bool isSameTime(const git_index_time &indexed, const timespec &found)
{
    return indexed.seconds == static_cast<qint32>(found.tv_sec) &&
           indexed.nanoseconds == static_cast<quint32>(found.tv_nsec);
}

quint32 modeOf(const struct stat &info)
{
    if (S_ISLNK(info.st_mode))
        return kLinkMode;
    return S_ISREG(info.st_mode) ? ((info.st_mode & 0100U) != 0 ? 0100755U : 0100644U) : 0U;
}

} // namespace

bool isSame(const git_index_entry &entry, const struct stat &info)
{
    return entry.mode == modeOf(info) && entry.file_size == static_cast<quint32>(info.st_size) &&
           isSameTime(entry.mtime, info.st_mtim) && isSameTime(entry.ctime, info.st_ctim) &&
           entry.ino == static_cast<quint32>(info.st_ino) && entry.uid == info.st_uid &&
           entry.gid == info.st_gid;
}

bool isOtherSize(const git_index_entry &entry, const struct stat &info)
{
    return entry.mode == modeOf(info) && entry.file_size != 0 &&
           entry.file_size != static_cast<quint32>(info.st_size);
}

bool isPlainFile(const git_index_entry &entry)
{
    return git_index_entry_stage(&entry) == 0 && entry.mode != kSubmoduleMode &&
           (entry.flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) == 0;
}

} // namespace Git
