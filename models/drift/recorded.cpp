// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/recorded.h"

#include "base/text.h"
#include "drift/text.h"
#include "git/tree.h"

#include <QFile>

#include <sys/stat.h>

#include <dirent.h>
#include <fcntl.h>

namespace Drift {

namespace {

constexpr QByteArrayView kFolder(".plumbline/snapshots/");

enum class Links { AreFollowed, AreNot };

// A replaced file is another one even with the same time.
size_t printOf(const QByteArray &path, Links links = Links::AreNot)
{
    struct stat info = {};
    if (::fstatat(AT_FDCWD, path.constData(), &info, links == Links::AreNot ? AT_SYMLINK_NOFOLLOW : 0) != 0)
        return qHash(path);
    return qHashMulti(0, path, quint64(info.st_ino), qint64(info.st_size), qint64(info.st_mtim.tv_sec),
                      qint64(info.st_mtim.tv_nsec), qint64(info.st_ctim.tv_sec), qint64(info.st_ctim.tv_nsec),
                      quint32(info.st_mode));
}

} // namespace

Result<QString> recordedSnapshot(const Git::RepoLocation &where, const QByteArray &environment)
{
    for (const QByteArrayView suffix : {".yaml", ".json"}) {
        if (where.isBare())
            break;
        const QByteArray path = kFolder + environment + suffix;
        const auto standing = Git::checkWorkFile(where, path);
        if (standing)
            return QFile::decodeName(QByteArray(where.workTree + '/' + path));
        if (standing.error().kind == ErrorKind::Denied)
            return fail(ErrorKind::Denied, standing.error().message, standing.error().detail,
                        Text::tr("Put the snapshot itself there."));
    }
    return fail(ErrorKind::NotFound,
                Text::tr("No snapshot of %1 is recorded.").arg(displayText(environment)));
}

Result<Snapshot> readSnapshotFor(const Git::RepoLocation &where, const QString &file,
                                 const CancelToken &cancel)
{
    const QByteArray name = QFile::encodeName(file), top = where.workTree + '/';
    if (where.isBare() || !name.startsWith(QByteArray(top + kFolder)))
        return readSnapshot(file, cancel);
    const auto read = Git::readDatedWorkFile(where, name.sliced(top.size()), kLargestSnapshot);
    if (!read)
        return fail(ErrorKind::NotFound, read.error().message, read.error().detail);
    Result<Snapshot> snapshot = parseSnapshot(read->content, file, cancel);
    if (snapshot)
        snapshot->written = read->written;
    return snapshot;
}

size_t readSnapshotPrint(const Git::RepoLocation &where, const QStringList &more)
{
    size_t print = 0;
    for (const QString &file : more)
        print ^= printOf(QFile::encodeName(file), Links::AreFollowed);
    if (where.isBare())
        return print;
    for (const QByteArray &folder : {QByteArray(where.workTree + "/.plumbline"),
                                     QByteArray(where.workTree + '/' + kFolder.chopped(1))}) {
        struct stat info = {};
        if (::lstat(folder.constData(), &info) != 0 || !S_ISDIR(info.st_mode))
            return print ^ printOf(folder);
    }
    const QByteArray folder = where.workTree + '/' + kFolder;
    const std::unique_ptr<DIR, int (*)(DIR *)> entries(::opendir(folder.constData()), ::closedir);
    while (const dirent *entry = entries ? ::readdir(entries.get()) : nullptr)
        if (qstrcmp(entry->d_name, ".") != 0 && qstrcmp(entry->d_name, "..") != 0)
            print ^= printOf(folder + entry->d_name);
    return print;
}

} // namespace Drift
