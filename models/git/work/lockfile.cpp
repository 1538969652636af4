// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/lockfile.h"

#include "base/folderwatch.h"
#include "base/text.h"
#include "git/text.h"
#include "git/work/processes.h"

#include <QDirIterator>
#include <QFile>
#include <QThread>

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr auto kBetweenLooks = std::chrono::milliseconds(500);

QByteArray readOpenFile(const QByteArray &path)
{
    std::array<char, 4096> target;
    const auto length = ::readlink(path.constData(), target.data(), target.size());
    return length < 0 ? QByteArray() : QByteArray(target.data(), length);
}

/// What runs on this computer, as far as /proc lets us see.
class ProcessLook
{
public:
    ProcessLook(const RepoLocation &where, const QByteArray &lock)
        : m_folders(foldersOf(where))
        , m_lock(resolvedPath(lock))
    {
        const QList<RunningProcess> all = listProcesses();
        for (const RunningProcess &process : all)
            look(process);
        m_isWhole = m_isWhole && !all.isEmpty();
    }

    std::optional<LockHolder> holder() const { return m_holder; }
    bool isWhole() const { return m_isWhole; }

private:
    void look(const RunningProcess &process)
    {
        if (process.isGit() && process.isHidden)
            m_isWhole = false;
        const bool isOpen = !process.isHidden && hasLockOpen(process.folder());
        const bool isAtWork = process.isGit() && std::ranges::any_of(m_folders, [&](const QByteArray &each) {
                                  return liesIn(process.place, each);
                              });
        if (!isOpen && isAtWork && takesNoLock(process))
            return;
        if (isOpen || (isAtWork && !m_holder))
            m_holder = LockHolder{process.id, QString::fromUtf8(process.name), isOpen};
    }

    bool hasLockOpen(const QByteArray &folder) const
    {
        QDirIterator each(QFile::decodeName(folder + "/fd"),
                          QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
        while (each.hasNext())
            if (readOpenFile(QFile::encodeName(each.next())) == m_lock)
                return true;
        return false;
    }

    QList<QByteArray> m_folders;
    QByteArray m_lock;
    std::optional<LockHolder> m_holder;
    bool m_isWhole = true;
};

void addLocksIn(const RepoLocation &where, const QByteArray &folder, QDirIterator::IteratorFlag depth,
                QList<HeldLock> &locks)
{
    QDirIterator each(QFile::decodeName(folder), {u"*.lock"_s}, QDir::Files | QDir::Hidden | QDir::System,
                      depth);
    while (each.hasNext()) {
        const auto lock = lookAtLock(where, QFile::encodeName(each.next()));
        if (lock && !std::ranges::contains(locks, lock->path, &HeldLock::path))
            locks.append(*lock);
    }
}

std::unexpected<Error> failHeld(const HeldLock &lock)
{
    if (lock.holder)
        return fail(ErrorKind::Conflict,
                    //: %1: path of a lock file; %2: such as "git (process 1234)"
                    Text::tr("%1 was not removed: it may belong to %2.")
                        .arg(displayText(lock.path), lock.holder->displayName()),
                    {}, Text::tr("Wait for that program to end, or end it."));
    return fail(
        ErrorKind::Conflict,
        //: %1: path of a lock file
        Text::tr("%1 was not removed: who holds it cannot be told from here.").arg(displayText(lock.path)),
        {}, Text::tr("Another user, or another computer on a share, may be at work in this repository."));
}

} // namespace

QString LockHolder::displayName() const
{
    //: %1: name of a program; %2: number of a process
    return Text::tr("%1 (process %2)").arg(displayText(name.toUtf8()), QString::number(process));
}

std::optional<HeldLock> lookAtLock(const RepoLocation &where, const QByteArray &path)
{
    struct stat info = {};
    if (::lstat(path.constData(), &info) != 0 || !S_ISREG(info.st_mode))
        return std::nullopt;
    const ProcessLook look(where, path);
    return HeldLock{.path = path,
                    .since = QDateTime::fromSecsSinceEpoch(info.st_ctim.tv_sec),
                    .holder = look.holder(),
                    .isWholeLook = look.isWhole() && FolderWatch::tellsOf(where.commonDir),
                    .stamp = QByteArray::number(info.st_ino) + ' ' + QByteArray::number(info.st_ctim.tv_sec) +
                             ' ' + QByteArray::number(info.st_ctim.tv_nsec)};
}

Result<QList<HeldLock>> findLocks(const RepoLocation &where)
{
    QList<HeldLock> locks;
    addLocksIn(where, where.gitDir, QDirIterator::NoIteratorFlags, locks);
    addLocksIn(where, where.commonDir, QDirIterator::NoIteratorFlags, locks);
    addLocksIn(where, where.commonDir + "/refs", QDirIterator::Subdirectories, locks);
    for (const char *name : {"/refs", "/rebase-merge", "/rebase-apply", "/sequencer"})
        addLocksIn(where, where.gitDir + name, QDirIterator::Subdirectories, locks);
    std::ranges::sort(locks, {}, &HeldLock::path);
    return locks;
}

Result<void> removeStaleLock(const RepoLocation &where, const HeldLock &seen)
{
    if (!seen.path.endsWith(".lock") || seen.path.contains("/../") ||
        !(liesIn(seen.path, where.gitDir) || liesIn(seen.path, where.commonDir)))
        return fail(ErrorKind::Denied,
                    Text::tr("%1 is no lock file of this repository.").arg(displayText(seen.path)));
    for (int looks = 0; looks < 2; ++looks) {
        if (looks > 0)
            QThread::sleep(kBetweenLooks);
        const auto lock = lookAtLock(where, seen.path);
        if (!lock)
            return {};
        if (!lock->isStale())
            return failHeld(*lock);
        if (lock->stamp != seen.stamp)
            return fail(
                ErrorKind::Conflict,
                Text::tr("%1 was not removed: it is another one by now.").arg(displayText(seen.path)));
    }
    if (::unlink(seen.path.constData()) == 0 || errno == ENOENT)
        return {};
    return fail(ErrorKind::Denied, Text::tr("%1 may not be removed.").arg(displayText(seen.path)),
                displayText(::strerror(errno)));
}

} // namespace Git
