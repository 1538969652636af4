// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/regularfile.h"

#include "base/text.h"
#include "git/text.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>

namespace Git {

namespace {

constexpr size_t kPiece = 8 * 1024 * 1024; ///< between two looks at the cancel token

std::unexpected<Error> failReading(const QByteArray &path, int code)
{
    const ErrorKind kind = code == ENOENT || code == ENOTDIR ? ErrorKind::NotFound : ErrorKind::Denied;
    return fail(kind, Text::tr("The file %1 cannot be read.").arg(displayPath(path)),
                QString::fromLocal8Bit(std::strerror(code)));
}

} // namespace

Result<RegularFile> RegularFile::open(const QByteArray &path)
{
    const int descriptor = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return failReading(path, errno);
    RegularFile file(descriptor, 0, path);
    struct stat info = {};
    if (::fstat(descriptor, &info) != 0)
        return failReading(path, errno);
    if (!S_ISREG(info.st_mode))
        return fail(ErrorKind::Invalid, Text::tr("%1 is not a file.").arg(displayPath(path)));
    file.m_size = info.st_size;
    for (const auto number : {qint64(info.st_dev), qint64(info.st_ino), qint64(info.st_size),
                              qint64(info.st_mtim.tv_sec), qint64(info.st_mtim.tv_nsec)})
        file.m_stamp += QByteArray::number(number) + ' ';
    return file;
}

RegularFile::~RegularFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> RegularFile::read(qint64 offset, std::span<uchar> bytes, const CancelToken &cancel) const
{
    while (!bytes.empty()) {
        if (cancel.isCancelled())
            return failCancelled();
        const ssize_t count =
            ::pread(m_descriptor, bytes.data(), std::min(bytes.size(), kPiece), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failReading(m_path, errno);
        if (count == 0)
            return fail(ErrorKind::Invalid, Text::tr("The file %1 ends too soon.").arg(displayPath(m_path)));
        bytes = bytes.subspan(static_cast<size_t>(count));
        offset += count;
    }
    return {};
}

Result<QByteArray> readRegularFile(const QByteArray &path, qint64 most, const CancelToken &cancel)
{
    const auto file = RegularFile::open(path);
    if (!file)
        return std::unexpected(file.error());
    if (file->size() > most)
        return fail(ErrorKind::Invalid, Text::tr("The file %1 is too large.").arg(displayPath(path)));
    QByteArray content(file->size(), Qt::Uninitialized);
    const auto read = file->read(
        0, {reinterpret_cast<uchar *>(content.data()), static_cast<size_t>(content.size())}, cancel);
    return read ? Result<QByteArray>(content) : std::unexpected(read.error());
}

} // namespace Git
