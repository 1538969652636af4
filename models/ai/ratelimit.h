// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDateTime>

#include <chrono>

namespace Ai {

/// At most so many requests a minute to one provider, by all programs of this user together: a token bucket
/// (it may be emptied at once, and fills again evenly) in a file under a lock. Any thread.
class RateLimit
{
public:
    /// folder: of the user's state, made when needed. perMinute below 1: no limit.
    RateLimit(QString folder, int perMinute);

    /// Takes one request of a provider now. Zero: it is taken; else what to wait before asking again. Denied
    /// or External: the file cannot be kept. Blocking: waits for others' moment in the file.
    Result<std::chrono::milliseconds> take(const QByteArray &origin, const QDateTime &now) const;

private:
    QString m_folder;
    int m_perMinute;
};

} // namespace Ai
