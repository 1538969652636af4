// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/tree.h"

#include "base/descriptor.h"
#include "base/text.h"
#include "git/repository.h"
#include "git/text.h"

#include <QTimeZone>

#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <fcntl.h>

namespace Git {

namespace {

bool isPlainPath(const QByteArray &path)
{
    const QList<QByteArray> parts = path.split('/');
    return !path.contains('\0') && std::ranges::none_of(parts, [](const QByteArray &part) {
        return part.isEmpty() || part == "." || part == "..";
    });
}

constexpr int kReadFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW; // a pipe must not make us wait

// Kernels before 5.6 and some sandboxes have no openat2: one component at a time then, following none.
Descriptor openStepwise(const Descriptor &root, const QByteArray &path, int flags)
{
    Descriptor folder(::dup(root.number()));
    const QList<QByteArray> parts = path.split('/');
    for (const QByteArray &part : parts.first(parts.size() - 1)) {
        folder = Descriptor(
            ::openat(folder.number(), part.constData(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!folder.isOpen())
            return folder;
    }
    return Descriptor(::openat(folder.number(), parts.last().constData(), flags));
}

Descriptor openBeneath(const QByteArray &workTree, const QByteArray &path, int flags)
{
    const Descriptor root(::open(workTree.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!root.isOpen())
        return Descriptor();
    struct open_how how = {};
    how.flags = static_cast<quint64>(flags);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    const auto number = ::syscall(SYS_openat2, root.number(), path.constData(), &how, sizeof how);
    if (number < 0 && (errno == ENOSYS || errno == EPERM))
        return openStepwise(root, path, flags);
    return Descriptor(static_cast<int>(number));
}

Error openError(const QByteArray &path, int reason = errno)
{
    const QString name = displayText(path);
    const QString detail = displayText(::strerror(reason));
    if (reason == ENOENT || reason == ENOTDIR)
        return {ErrorKind::NotFound, Text::tr("There is no file %1 in the work tree.").arg(name), detail, {}};
    if (reason == ELOOP || reason == EXDEV)
        return {ErrorKind::Denied,
                Text::tr("%1 is or lies behind a symbolic link, which is not followed.").arg(name),
                detail,
                {}};
    return {reason == EACCES ? ErrorKind::Denied : ErrorKind::Invalid,
            Text::tr("%1 cannot be read.").arg(name),
            detail,
            {}};
}

Result<QByteArray> readAll(const Descriptor &file, qint64 size, const QByteArray &path)
{
    QByteArray content(size, Qt::Uninitialized);
    qint64 filled = 0;
    while (filled < size) {
        const auto count = ::read(file.number(), content.data() + filled, static_cast<size_t>(size - filled));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(openError(path));
        if (count == 0)
            break;
        filled += count;
    }
    content.truncate(filled);
    return content;
}

struct OpenFile
{
    Descriptor descriptor;
    struct stat info = {};
};

Result<OpenFile> openRegular(const RepoLocation &where, const QByteArray &path, int flags)
{
    if (where.isBare())
        return failBare();
    if (!isPlainPath(path))
        return fail(ErrorKind::Invalid,
                    Text::tr("%1 is no path inside the work tree.").arg(displayText(path)));
    OpenFile file{.descriptor = openBeneath(where.workTree, path, flags)};
    if (!file.descriptor.isOpen() || ::fstat(file.descriptor.number(), &file.info) != 0)
        return std::unexpected(openError(path));
    if (S_ISLNK(file.info.st_mode)) // only O_PATH opens one
        return std::unexpected(openError(path, ELOOP));
    if (!S_ISREG(file.info.st_mode))
        return fail(ErrorKind::Invalid, Text::tr("%1 is not a file.").arg(displayText(path)));
    return file;
}

} // namespace

Result<QByteArray> readWorkFile(const RepoLocation &where, const QByteArray &path, qint64 limit)
{
    return readDatedWorkFile(where, path, limit).transform([](DatedFile &&file) {
        return std::move(file.content);
    });
}

Result<DatedFile> readDatedWorkFile(const RepoLocation &where, const QByteArray &path, qint64 limit)
{
    const auto file = openRegular(where, path, kReadFlags);
    if (!file)
        return std::unexpected(file.error());
    if (file->info.st_size > limit)
        return fail(ErrorKind::Invalid, Text::tr("%1 is too large to be read.").arg(displayText(path)));
    return readAll(file->descriptor, file->info.st_size, path).transform([&](QByteArray &&content) {
        return DatedFile{std::move(content),
                         QDateTime::fromSecsSinceEpoch(file->info.st_mtim.tv_sec, QTimeZone::UTC)};
    });
}

Result<void> checkWorkFile(const RepoLocation &where, const QByteArray &path)
{
    // What may not be read is there all the same: the reader says so in its own words.
    return openRegular(where, path, O_PATH | O_NOFOLLOW | O_CLOEXEC).transform([](const OpenFile &) {});
}

qint64 workFileSize(const RepoLocation &where, const QByteArray &path)
{
    struct stat info = {};
    const QByteArray whole = where.workTree + '/' + path;
    if (!isPlainPath(path) || ::lstat(whole.constData(), &info) != 0)
        return 0;
    return S_ISREG(info.st_mode) || S_ISLNK(info.st_mode) ? info.st_size : 0;
}

} // namespace Git
