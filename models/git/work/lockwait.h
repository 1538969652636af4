// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

#include <chrono>

namespace Git {

/// Growing pauses that end after some seconds: how long a lock of another program is waited for.
class Backoff
{
public:
    bool isOver() const;
    bool wait(const CancelToken &cancel); ///< false: cancelled

private:
    std::chrono::milliseconds m_waited{0}, m_pause{100};
};

/// The file that holds what is staged in a work tree.
QByteArray indexPath(const RepoLocation &where);

/// Waits until nobody holds the index. Conflict: somebody does all the time.
Result<void> waitForIndexLock(const RepoLocation &where, const CancelToken &cancel);

/// Conflict: who holds a lock file, or that nobody does any more. errors: git's own words.
std::unexpected<Error> failLocked(const RepoLocation &where, const QByteArray &path,
                                  const QByteArray &errors);

} // namespace Git
