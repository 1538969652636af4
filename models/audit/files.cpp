// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/files.h"

#include "audit/text.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Audit {

namespace {

constexpr qint64 kPatience = 5'000; // milliseconds
constexpr mode_t kOthers = S_IRWXG | S_IRWXO;

std::unexpected<Error> failForeign(const QByteArray &path)
{
    return fail(ErrorKind::Denied,
                Text::tr("%1 is not used for the audit trail: it is a link or belongs to somebody else.")
                    .arg(QFile::decodeName(path)));
}

bool isOurs(const struct stat &info)
{
    return info.st_uid == ::geteuid() || ::geteuid() == 0;
}

bool isSameFile(int file, const QByteArray &path)
{
    struct stat open = {}, named = {};
    return ::fstat(file, &open) == 0 && ::lstat(path.constData(), &named) == 0 &&
           open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

} // namespace

QByteArray trailFile(const QString &folder)
{
    return QFile::encodeName(folder) + "/trail.jsonl";
}

QByteArray headFile(const QString &folder)
{
    return QFile::encodeName(folder) + "/head";
}

std::unexpected<Error> failOnFile(const QByteArray &path)
{
    const int code = errno;
    const bool isRefused = code == EACCES || code == EPERM || code == EROFS;
    return fail(isRefused ? ErrorKind::Denied : ErrorKind::External,
                Text::tr("The audit trail cannot be written."),
                QFile::decodeName(path) + u": "_s + QString::fromLocal8Bit(std::strerror(code)),
                Text::tr("What is not recorded is not done. XDG_STATE_HOME says where the trail is."));
}

Result<void> preparePrivateFolder(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    if (!QDir().mkpath(QFileInfo(folder).absolutePath()) ||
        (::mkdir(path.constData(), S_IRWXU) != 0 && errno != EEXIST))
        return failOnFile(path);
    struct stat info = {};
    if (::lstat(path.constData(), &info) != 0)
        return failOnFile(path);
    if (!S_ISDIR(info.st_mode) || !isOurs(info))
        return failForeign(path);
    if ((info.st_mode & kOthers) != 0 && ::chmod(path.constData(), S_IRWXU) != 0)
        return failOnFile(path);
    return {};
}

Result<Descriptor> openOwnFile(const QByteArray &path, int flags)
{
    Descriptor file(
        ::open(path.constData(), flags | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, S_IRUSR | S_IWUSR));
    if (!file.isOpen())
        return errno == ELOOP ? Result<Descriptor>(failForeign(path)) : failOnFile(path);
    struct stat info = {};
    if (::fstat(file.number(), &info) != 0)
        return failOnFile(path);
    if (!S_ISREG(info.st_mode) || !isOurs(info))
        return failForeign(path);
    if ((info.st_mode & (kOthers | S_IXUSR)) != 0 && ::fchmod(file.number(), S_IRUSR | S_IWUSR) != 0)
        return failOnFile(path);
    return file;
}

Result<Descriptor> openToRead(const QByteArray &path)
{
    Descriptor file(::open(path.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    if (!file.isOpen() && errno != ENOENT && errno != ENOTDIR)
        return fail(errno == EACCES || errno == ELOOP ? ErrorKind::Denied : ErrorKind::External,
                    Text::tr("The audit trail cannot be read."),
                    QFile::decodeName(path) + u": "_s + QString::fromLocal8Bit(std::strerror(errno)));
    struct stat info = {};
    if (file.isOpen() && (::fstat(file.number(), &info) != 0 || !S_ISREG(info.st_mode)))
        return failForeign(path);
    return file;
}

Result<void> lockFile(int file, int kind)
{
    QElapsedTimer waited;
    waited.start();
    while (::flock(file, kind | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return failOnFile("flock");
        if (waited.elapsed() > kPatience)
            return fail(ErrorKind::Conflict, Text::tr("Another program holds the audit trail."), {},
                        Text::tr("Try again when it is done."));
        std::this_thread::sleep_for(300us); // an append takes little longer
    }
    return {};
}

// Whoever waited may have got the lock of a file that was removed meanwhile.
Result<Descriptor> openLocked(const QByteArray &path)
{
    for (int attempt = 0; attempt < 10; ++attempt) {
        auto file = openOwnFile(path, O_RDWR | O_APPEND);
        if (!file)
            return file;
        if (const auto locked = lockFile(file->number(), LOCK_EX); !locked)
            return std::unexpected(locked.error());
        if (isSameFile(file->number(), path))
            return file;
    }
    return fail(ErrorKind::Conflict, Text::tr("The audit trail is being replaced all the time."));
}

Result<QByteArray> readAll(int file)
{
    QByteArray content(static_cast<qsizetype>(std::min<qint64>(sizeOf(file), 64 * 1024)), Qt::Uninitialized);
    const ssize_t got = ::pread(file, content.data(), static_cast<size_t>(content.size()), 0);
    if (got < 0)
        return fail(ErrorKind::External, Text::tr("The audit trail cannot be read."),
                    QString::fromLocal8Bit(std::strerror(errno)));
    content.truncate(got);
    return content;
}

bool writeWhole(int file, QByteArrayView bytes, qint64 at)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const auto size = static_cast<size_t>(bytes.size() - done);
        const ssize_t part = at < 0 ? ::write(file, bytes.data() + done, size)
                                    : ::pwrite(file, bytes.data() + done, size, at + done);
        if (part < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(0, part);
    }
    return true;
}

bool syncFolderOf(const QByteArray &path)
{
    const QByteArray folder = path.first(std::max<qsizetype>(1, path.lastIndexOf('/')));
    const Descriptor opened(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return opened.isOpen() && (::fsync(opened.number()) == 0 || errno == EINVAL);
}

qint64 sizeOf(int file)
{
    struct stat info = {};
    return ::fstat(file, &info) == 0 ? qint64(info.st_size) : 0;
}

bool isOpenToOthers(int file)
{
    struct stat info = {};
    return ::fstat(file, &info) == 0 && (info.st_mode & kOthers) != 0;
}

} // namespace Audit
