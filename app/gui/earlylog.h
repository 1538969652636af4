// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"

#include <QString>

#include <future>
#include <memory>

namespace History {
class Log;
}

/// Begins to read the history that will be looked at first while Qt starts, which leaves a core without
/// work for a tenth of a second. GUI thread; needs no application yet.
class EarlyLog
{
    Q_DISABLE_COPY_MOVE(EarlyLog)

public:
    EarlyLog() = default;
    ~EarlyLog(); ///< ends the reading

    void begin(const QString &path, const QByteArray &cacheFolder); ///< the first time only
    /// The log of that path, once; null: of another none was begun.
    std::shared_ptr<History::Log> take(const QString &path);

private:
    QString m_path;
    std::shared_ptr<History::Log> m_log;
    CancelSource m_cancel;
    std::future<Result<void>> m_reading;
};
