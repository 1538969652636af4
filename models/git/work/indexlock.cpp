// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/indexlock.h"

#include "base/text.h"
#include "git/text.h"
#include "git/work/lockwait.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

bool copyContent(int from, int to)
{
    std::array<char, 65536> piece;
    for (;;) {
        const ssize_t length = ::read(from, piece.data(), piece.size());
        if (length == 0)
            return true;
        if (length < 0 && errno != EINTR)
            return false;
        for (ssize_t done = 0; done < length;) {
            const ssize_t count = ::write(to, piece.data() + done, static_cast<size_t>(length - done));
            if (count < 0 && errno != EINTR)
                return false;
            done += std::max<ssize_t>(0, count);
        }
    }
}

// Of the same time: git looks closer at files that were changed when the index was written, or later.
int copyIndex(const QByteArray &index, const QByteArray &lock)
{
    const Descriptor from(::open(index.constData(), O_RDONLY | O_CLOEXEC));
    struct stat info = {};
    if (!from.isOpen() || ::fstat(from.number(), &info) != 0)
        return errno;
    const Descriptor to(
        ::open(lock.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, info.st_mode & 0777U));
    if (!to.isOpen())
        return errno;
    const std::array<timespec, 2> times{info.st_atim, info.st_mtim};
    if (copyContent(from.number(), to.number()) && ::futimens(to.number(), times.data()) == 0)
        return 0;
    const int problem = errno;
    ::unlink(lock.constData());
    return problem;
}

/// errno; 0: done. Git never writes into an index, so a second name of it is as good as a copy.
int lockIndex(const QByteArray &index, const QByteArray &lock)
{
    if (::link(index.constData(), lock.constData()) == 0)
        return 0;
    const bool hasNoLinks =
        errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EMLINK || errno == EXDEV;
    return hasNoLinks ? copyIndex(index, lock) : errno;
}

std::unexpected<Error> failWriting(const QByteArray &path, int reason)
{
    const bool isDenied = reason == EACCES || reason == EPERM || reason == EROFS;
    return fail(isDenied ? ErrorKind::Denied : ErrorKind::External,
                //: %1: a path
                Text::tr("%1 could not be written.").arg(displayText(path)), displayText(::strerror(reason)));
}

} // namespace

Result<IndexLock> IndexLock::take(const Program &git, const CancelToken &cancel)
{
    IndexLock held(git);
    const RepoLocation &where = git.location();
    const QByteArray index = indexPath(where), lock = index + ".lock";
    struct stat info = {};
    if (where.trust != Trust::Trusted || where.isBare() || ::lstat(index.constData(), &info) != 0 ||
        !S_ISREG(info.st_mode))
        return held;
    for (Backoff backoff;;) {
        const int problem = lockIndex(index, lock);
        if (problem == 0)
            break;
        if (problem != EEXIST)
            return failWriting(lock, problem);
        if (backoff.isOver())
            return failLocked(where, lock, {});
        if (!backoff.wait(cancel))
            return failCancelled();
    }
    held.m_lock = lock;
    held.look();
    held.m_isWritten = false;
    return held;
}

IndexLock::IndexLock(IndexLock &&other) noexcept
    : m_git(other.m_git)
    , m_lock(std::exchange(other.m_lock, {}))
    , m_open(std::move(other.m_open))
    , m_file(other.m_file)
    , m_isWritten(other.m_isWritten)
{}

IndexLock::~IndexLock()
{
    release();
}

void IndexLock::look()
{
    struct stat info = {};
    const quint64 file = ::lstat(m_lock.constData(), &info) == 0 ? info.st_ino : 0;
    if (file == m_file)
        return;
    m_file = file;
    m_isWritten = true;
    m_open.reset(::open(m_lock.constData(), O_RDONLY | O_CLOEXEC));
}

// What a git that was killed left is ours: who does not hold the one has no business with the other.
void IndexLock::release()
{
    if (m_lock.isEmpty())
        return;
    ::unlink(QByteArray(m_lock + ".lock").constData());
    ::unlink(std::exchange(m_lock, {}).constData());
    m_open.reset(-1);
}

Result<ProcessResult> IndexLock::run(Program::Run run, const CancelToken &cancel)
{
    if (m_lock.isEmpty())
        return m_git->run(run, cancel);
    run.environment += u"GIT_INDEX_FILE="_s + QFile::decodeName(m_lock);
    auto result = m_git->run(run, cancel);
    look();
    return result;
}

Result<void> IndexLock::put()
{
    if (m_lock.isEmpty())
        return {};
    if (!m_isWritten) {
        release();
        return {};
    }
    const QByteArray index = m_lock.chopped(5);
    if (::rename(m_lock.constData(), index.constData()) != 0) {
        const int reason = errno;
        release();
        return failWriting(index, reason);
    }
    m_lock.clear(); // it may be another's by now
    m_open.reset(-1);
    return {};
}

} // namespace Git
