// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/earlylog.h"

#include "base/guarded.h"
#include "git/open.h"
#include "history/log.h"

EarlyLog::~EarlyLog()
{
    m_cancel.cancel();
}

void EarlyLog::begin(const QString &path, const QByteArray &cacheFolder)
{
    if (!m_path.isEmpty() || path.isEmpty())
        return;
    m_path = path;
    m_log = std::make_shared<History::Log>(cacheFolder);
    m_reading = std::async(std::launch::async, [path, log = m_log, cancel = m_cancel.token()] {
        return guarded([&]() -> Result<void> {
            const auto info = Git::openRepository(path);
            if (!info)
                return std::unexpected(info.error()); // whoever shows it finds that, too
            log->prepare(info->location, cancel);
            return {};
        });
    });
}

std::shared_ptr<History::Log> EarlyLog::take(const QString &path)
{
    return path == m_path ? std::exchange(m_log, nullptr) : nullptr;
}
