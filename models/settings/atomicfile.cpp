// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/atomicfile.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AtomicFile)
};

std::unexpected<Error> failErrno(const QByteArray &path)
{
    const int code = errno;
    return fail(code == EACCES || code == EPERM || code == EROFS ? ErrorKind::Denied : ErrorKind::External,
                Text::tr("%1 cannot be written.").arg(QFile::decodeName(path)),
                QString::fromLocal8Bit(std::strerror(code)));
}

class Descriptor
{
    Q_DISABLE_COPY_MOVE(Descriptor)

public:
    explicit Descriptor(int number)
        : m_number(number)
    {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    int number() const { return m_number; }
    bool close() { return ::close(std::exchange(m_number, -1)) == 0; }

private:
    int m_number;
};

bool writeAll(int descriptor, const QByteArray &content)
{
    for (qsizetype at = 0; at < content.size();) {
        const ssize_t written = ::write(descriptor, content.constData() + at, size_t(content.size() - at));
        if (written < 0 && errno != EINTR)
            return false;
        at += std::max<ssize_t>(0, written);
    }
    return true;
}

// A rename is only kept once the folder is.
bool syncFolder(const QByteArray &path)
{
    const QByteArray folder = path.first(std::max<qsizetype>(1, path.lastIndexOf('/')));
    const Descriptor opened(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return opened.number() >= 0 && (::fsync(opened.number()) == 0 || errno == EINVAL);
}

} // namespace

Result<void> writeAtomically(const QByteArray &path, const QByteArray &content)
{
    QByteArray temporary = path + ".XXXXXX"; // made with mode 0600
    Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (file.number() < 0)
        return failErrno(path);
    const bool isWritten = writeAll(file.number(), content) && ::fsync(file.number()) == 0 && file.close() &&
                           ::rename(temporary.constData(), path.constData()) == 0;
    if (!isWritten) {
        auto failure = failErrno(path);
        ::unlink(temporary.constData());
        return failure;
    }
    if (!syncFolder(path))
        return failErrno(path);
    return {};
}
