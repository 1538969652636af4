// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/lockwait.h"

#include "base/text.h"
#include "git/text.h"
#include "git/work/lockfile.h"

#include <QDateTime>
#include <QFile>
#include <QThread>

#include <limits>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr std::chrono::milliseconds kPatience{5'000};
constexpr std::chrono::milliseconds kLongestPause{800};

bool pauseUnlessCancelled(std::chrono::milliseconds pause, const CancelToken &cancel)
{
    for (; pause.count() > 0 && !cancel.isCancelled(); pause -= std::chrono::milliseconds(50))
        QThread::sleep(std::chrono::milliseconds(50));
    return !cancel.isCancelled();
}

} // namespace

bool Backoff::isOver() const
{
    return m_waited >= kPatience;
}

bool Backoff::wait(const CancelToken &cancel)
{
    m_waited += m_pause;
    const bool mayGoOn = pauseUnlessCancelled(m_pause, cancel);
    m_pause = std::min(m_pause * 2, kLongestPause);
    return mayGoOn;
}

QByteArray indexPath(const RepoLocation &where)
{
    return where.indexFile.isEmpty() ? QByteArray(where.gitDir + "/index") : where.indexFile;
}

Result<void> waitForIndexLock(const RepoLocation &where, const CancelToken &cancel)
{
    const QByteArray lock = indexPath(where) + ".lock";
    for (Backoff backoff; QFile::exists(QFile::decodeName(lock));) {
        if (backoff.isOver())
            return failLocked(where, lock, {});
        if (!backoff.wait(cancel))
            return failCancelled();
    }
    return {};
}

std::unexpected<Error> failLocked(const RepoLocation &where, const QByteArray &path, const QByteArray &errors)
{
    const auto lock = lookAtLock(where, path);
    const QString name = displayText(path);
    const qint64 seconds = lock ? std::max<qint64>(0, lock->since.secsTo(QDateTime::currentDateTime())) : 0;
    const int count = static_cast<int>(std::min<qint64>(seconds, std::numeric_limits<int>::max()));
    if (lock && lock->isStale())
        return fail(
            ErrorKind::Conflict,
            //: %1: path of a lock file
            Text::tr("A program that ended left %1 behind, %n second(s) ago.", nullptr, count).arg(name),
            displayText(errors),
            Text::tr("No program on this computer holds it any more. Remove that file, then try again."));
    if (lock && lock->holder)
        return fail(ErrorKind::Conflict,
                    //: %1: path of a lock file; %2: such as "git (process 1234)"
                    Text::tr("%1 is held by %2, for %n second(s) now.", nullptr, count)
                        .arg(name, lock->holder->displayName()),
                    displayText(errors), Text::tr("Wait for it to end and try again."));
    return fail(
        ErrorKind::Conflict,
        //: %1: path of a lock file
        Text::tr("Another Git program holds %1, for %n second(s) now.", nullptr, count).arg(name),
        displayText(errors),
        Text::tr("Wait for it to end and try again. If no Git program runs any more, remove that file."));
}

} // namespace Git
