// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/lockremoval.h"

#include "base/text.h"
#include "items/when.h"

namespace {

bool isNamedIn(const Error &error, const QByteArray &path)
{
    const QString name = displayText(path);
    return error.message.contains(name) || error.detail.contains(name);
}

} // namespace

LockRemoval::LockRemoval(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_look(this, repository.services().reads)
{}

void LockRemoval::find(const Error &error)
{
    m_lock.reset();
    if (error.kind != ErrorKind::Conflict || !m_repository.canWrite())
        return;
    auto work = [where = m_repository.location(),
                 error](const CancelToken &) -> Result<std::optional<Git::HeldLock>> {
        const auto locks = Git::findLocks(where);
        if (!locks)
            return std::unexpected(locks.error());
        const auto named = std::ranges::find_if(
            *locks, [&](const Git::HeldLock &lock) { return lock.isStale() && isNamedIn(error, lock.path); });
        return named == locks->end() ? std::nullopt : std::optional(*named);
    };
    m_look.start(std::move(work), [this](const Result<std::optional<Git::HeldLock>> &lock) {
        if (!lock || !*lock)
            return; // the error stands for itself
        m_lock = *lock;
        Q_EMIT found();
    });
}

QString LockRemoval::question() const
{
    if (!m_lock)
        return {};
    //: %1: path of a lock file; %2: a moment
    return tr("%1 was last written at %2. No program on this computer has it open, and no Git program is at "
              "work in this repository.\n\nA program that works there from elsewhere, in a container or on "
              "another computer, is not seen from here. If there is one, removing its lock lets two programs "
              "write the same file, and what one of them writes is lost.")
        .arg(displayText(m_lock->path), exactTime(m_lock->since));
}

void LockRemoval::remove()
{
    if (!m_lock || m_isRemoving)
        return;
    m_isRemoving = true;
    m_repository.writes().add<void>(
        this,
        [where = m_repository.location(), lock = *m_lock](const CancelToken &) {
            return Git::removeStaleLock(where, lock);
        },
        [this](const Result<void> &result) {
            m_isRemoving = false;
            m_repository.note(kEverything);
            if (result)
                Q_EMIT removed();
            else if (result.error().kind != ErrorKind::Cancelled)
                Q_EMIT failed(result.error());
        });
}
