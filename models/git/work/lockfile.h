// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

/// A program that a lock may belong to.
struct LockHolder
{
    qint64 process = 0;
    QString name;                ///< as the system lists it; not made visible
    bool hasItOpen = false;      ///< false: it is a git program at work in this repository
    QString displayName() const; ///< "git (process 1234)"
    bool operator==(const LockHolder &) const = default;
};

/// A lock file as it was when it was looked at. Git makes one beside the file that it is about to write, and
/// leaves it behind when it is killed.
struct HeldLock
{
    QByteArray path;                  ///< absolute
    QDateTime since;                  ///< when it was made or last written
    std::optional<LockHolder> holder; ///< one of them
    bool isWholeLook = true; ///< false: somebody's git could not be looked into, or the folder is on a
                             ///< share, where others may hold it
    QByteArray stamp;        ///< tells it from a later one at the same path

    /// Whoever held it is gone.
    bool isStale() const { return !holder && isWholeLook; }
    bool operator==(const HeldLock &) const = default;
};

/// Looks at one lock file and at what runs on this computer; nothing when there is no such file. A git that
/// waits for a hook has closed its lock, so every git program whose folder is in the repository counts.
/// Blocking: some milliseconds.
std::optional<HeldLock> lookAtLock(const RepoLocation &where, const QByteArray &path);

/// Those that there are for the index, HEAD, refs, configuration and the operation in progress of a work tree
/// and its repository. No link is followed.
Result<QList<HeldLock>> findLocks(const RepoLocation &where);

/// Removes a lock that was shown to somebody who then said so: looks a second time, and once more after a
/// moment. Gone already is fine. Conflict: it is another one by now, somebody holds it, or that cannot be
/// told; with the holder. Denied: no lock file of this repository, or it may not be removed. Blocking: a
/// second.
Result<void> removeStaleLock(const RepoLocation &where, const HeldLock &seen);

} // namespace Git
