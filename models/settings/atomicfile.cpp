// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/atomicfile.h"

#include "base/descriptor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace {

struct AtomicFileText
{
    Q_DECLARE_TR_FUNCTIONS(AtomicFile)
};

std::unexpected<Error> failErrno(const QByteArray &path)
{
    const int code = errno;
    return fail(code == EACCES || code == EPERM || code == EROFS ? ErrorKind::Denied : ErrorKind::External,
                AtomicFileText::tr("%1 cannot be written.").arg(QFile::decodeName(path)),
                QString::fromLocal8Bit(std::strerror(code)));
}

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

Result<void> makePrivateFolder(const QString &folder)
{
    const QString above = QFileInfo(folder).absolutePath();
    const QString problem = AtomicFileText::tr("The folder %1 cannot be made.");
    if (!QDir().mkpath(above))
        return fail(ErrorKind::Denied, problem.arg(above));
    if (::mkdir(QFile::encodeName(folder).constData(), 0700) != 0 && errno != EEXIST)
        return fail(ErrorKind::Denied, problem.arg(folder));
    return {};
}
