// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/worktree.h"

#include "base/descriptor.h"
#include "base/text.h"
#include "git/filemodes.h"
#include "git/text.h"

#include <QRandomGenerator>

#include <array>

#include <unistd.h>

#include <cerrno>
#include <fcntl.h>

namespace Git {

namespace {

std::unexpected<Error> failAt(const QByteArray &path, int reason)
{
    const QString name = displayText(path);
    const QString detail = displayText(::strerror(reason));
    if (reason == ELOOP || reason == ENOTDIR || reason == EXDEV)
        return fail(ErrorKind::Denied, Text::tr("%1 lies behind something that is not a folder.").arg(name),
                    detail);
    if (reason == EACCES || reason == EPERM || reason == EROFS)
        return fail(ErrorKind::Denied, Text::tr("%1 may not be changed.").arg(name), detail);
    return fail(ErrorKind::External, Text::tr("%1 could not be changed.").arg(name), detail);
}

/// The folder that holds a path and the last part of it.
struct HeldName
{
    Descriptor folder;
    QByteArray name;
    int problem = 0; ///< errno when the folder could not be opened
};

enum class Parents { MustExist, AreMade };

HeldName hold(int root, const QByteArray &path, Parents parents)
{
    QList<QByteArray> parts = path.split('/');
    HeldName place{Descriptor(::dup(root)), parts.takeLast()};
    for (const QByteArray &part : std::as_const(parts)) {
        const int from = place.folder.number();
        if (parents == Parents::AreMade && ::mkdirat(from, part.constData(), 0777) != 0 && errno != EEXIST) {
            place.problem = errno;
            return place;
        }
        const int next = ::openat(from, part.constData(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (next < 0) {
            place.problem = errno;
            return place;
        }
        place.folder.reset(next);
    }
    return place;
}

bool writeAll(int file, const QByteArray &content)
{
    for (qsizetype done = 0; done < content.size();) {
        const auto count =
            ::write(file, content.constData() + done, static_cast<size_t>(content.size() - done));
        if (count < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(0, count);
    }
    return ::fsync(file) == 0;
}

mode_t withExecution(mode_t permissions, bool isExecutable)
{
    const mode_t plain = permissions & 0666U;
    return isExecutable ? plain | (permissions & 0444U) >> 2 : plain;
}

/// Where a file or link comes to stand, and where it is made before.
struct Replacement
{
    int from, folder; ///< open folders
    QByteArray name;  ///< in folder
};

// The permissions of what it will stand for are taken over.
bool makeFile(const Replacement &place, const QByteArray &name, const QByteArray &content, quint32 mode)
{
    const bool isExecutable = (mode & 0100U) != 0;
    const Descriptor file(::openat(place.from, name.constData(),
                                   O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                   isExecutable ? 0777 : 0666));
    if (!file.isOpen())
        return false;
    struct stat info = {};
    if (::fstatat(place.folder, place.name.constData(), &info, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISREG(info.st_mode) && ::fchmod(file.number(), withExecution(info.st_mode, isExecutable)) != 0)
        return false;
    return writeAll(file.number(), content);
}

bool isOnSameDevice(int one, int other)
{
    struct stat first = {}, second = {};
    return one >= 0 && ::fstat(one, &first) == 0 && ::fstat(other, &second) == 0 &&
           first.st_dev == second.st_dev;
}

/// errno; 0: done.
int replaceFile(const Replacement &place, const QByteArray &content, quint32 mode)
{
    const QByteArray name =
        ".plumbline-" + QByteArray::number(QRandomGenerator::system()->generate64(), 36) + ".tmp";
    const bool isMade = mode == kLinkMode
                            ? ::symlinkat(content.constData(), place.from, name.constData()) == 0
                            : makeFile(place, name, content, mode);
    if (isMade && ::renameat(place.from, name.constData(), place.folder, place.name.constData()) == 0)
        return 0;
    const int problem = errno;
    ::unlinkat(place.from, name.constData(), 0);
    return problem;
}

// Code points that HFS+ leaves out when it compares names, in UTF-8.
bool takeIgnored(QByteArrayView &text)
{
    static const std::array<QByteArray, 3> starts = {"\xe2\x80", "\xe2\x81", "\xef\xbb"};
    const auto last = text.size() < 3 ? 0 : static_cast<uchar>(text[2]);
    const auto start =
        std::ranges::find_if(starts, [&](const QByteArray &each) { return text.startsWith(each); });
    const auto which = start - starts.begin();
    const bool isIgnored =
        (which == 0 && ((last >= 0x8c && last <= 0x8f) || (last >= 0xaa && last <= 0xae))) ||
        (which == 1 && last >= 0xaa && last <= 0xaf) || (which == 2 && last == 0xbf);
    if (isIgnored)
        text = text.sliced(3);
    return isIgnored;
}

// As git's is_hfs_dotgit() and is_ntfs_dotgit() do: a work tree may lie on any file system.
bool standsForGitFolder(QByteArrayView part)
{
    QByteArray plain;
    for (QByteArrayView rest = part; !rest.isEmpty();) {
        if (takeIgnored(rest))
            continue;
        plain += rest.front();
        rest = rest.sliced(1);
    }
    plain = plain.first(plain.indexOf(':') < 0 ? plain.size() : plain.indexOf(':')).toLower();
    while (plain.endsWith(' ') || plain.endsWith('.'))
        plain.chop(1);
    return plain == ".git" || plain == "git~1";
}

} // namespace

bool isInnerPath(QByteArrayView path)
{
    if (path.endsWith('/'))
        path.chop(1);
    if (path.contains('\0'))
        return false;
    for (qsizetype start = 0; start <= path.size();) {
        const qsizetype slash = path.indexOf('/', start);
        const qsizetype end = slash < 0 ? path.size() : slash;
        const QByteArrayView part = path.sliced(start, end - start);
        if (part.isEmpty() || part == "." || part == ".." || standsForGitFolder(part))
            return false;
        start = end + 1;
    }
    return true;
}

Result<WorkTree> WorkTree::open(const RepoLocation &where)
{
    if (where.isBare())
        return fail(ErrorKind::Invalid, Text::tr("A bare repository has no work tree."));
    const int root = ::open(where.workTree.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (root < 0)
        return failAt(where.workTree, errno);
    return WorkTree(root, ::open(where.gitDir.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

WorkTree::~WorkTree()
{
    for (const int folder : {m_root, m_gitDir})
        if (folder >= 0)
            ::close(folder);
}

Result<std::optional<struct stat>> WorkTree::status(const QByteArray &path) const
{
    const HeldName place = hold(m_root, path, Parents::MustExist);
    struct stat info = {};
    int problem = place.problem;
    if (problem == 0 &&
        ::fstatat(place.folder.number(), place.name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0)
        problem = errno;
    if (problem == ENOENT)
        return std::nullopt;
    if (problem != 0)
        return failAt(path, problem);
    return info;
}

Result<QByteArray> WorkTree::readLink(const QByteArray &path) const
{
    const HeldName place = hold(m_root, path, Parents::MustExist);
    QByteArray target(64 * 1024, Qt::Uninitialized);
    const auto length = place.problem != 0 ? -1
                                           : ::readlinkat(place.folder.number(), place.name.constData(),
                                                          target.data(), static_cast<size_t>(target.size()));
    if (length < 0)
        return failAt(path, place.problem != 0 ? place.problem : errno);
    target.truncate(length);
    return target;
}

Result<void> WorkTree::write(const QByteArray &path, const QByteArray &content, quint32 mode) const
{
    if (!isInnerPath(path))
        return failAt(path, EPERM);
    const HeldName place = hold(m_root, path, Parents::AreMade);
    if (place.problem != 0)
        return failAt(path, place.problem);
    const int folder = place.folder.number();
    int problem = EXDEV;
    if (isOnSameDevice(m_gitDir, folder))
        problem = replaceFile({m_gitDir, folder, place.name}, content, mode);
    const bool isElsewhere = problem == EXDEV; // also a mount of the same device
    if (isElsewhere || problem == EACCES || problem == EROFS)
        problem = replaceFile({folder, folder, place.name}, content, mode);
    return problem == 0 ? Result<void>() : failAt(path, problem);
}

Result<void> WorkTree::remove(const QByteArray &path) const
{
    if (!isInnerPath(path))
        return failAt(path, EPERM);
    const HeldName place = hold(m_root, path, Parents::MustExist);
    if (place.problem == ENOENT)
        return {};
    if (place.problem != 0)
        return failAt(path, place.problem);
    if (::unlinkat(place.folder.number(), place.name.constData(), 0) != 0 && errno != ENOENT)
        return failAt(path, errno);
    return {};
}

void WorkTree::removeFolderIfEmpty(const QByteArray &path) const
{
    const HeldName place = hold(m_root, path.endsWith('/') ? path.chopped(1) : path, Parents::MustExist);
    if (place.problem == 0)
        ::unlinkat(place.folder.number(), place.name.constData(), AT_REMOVEDIR);
}

} // namespace Git
