// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/layout.h"

#include "base/text.h"
#include "git/locate.h"
#include "git/text.h"
#include "git/work/configuredfiles.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>

namespace Git {

namespace {

constexpr int kMostRefSteps = 5; // from HEAD to a reference that is none to another, as in git
constexpr std::array kOwnFiles = {"commondir", "config.worktree"};
constexpr std::array kSharedFiles = {"config",
                                     "packed-refs",
                                     "shallow",
                                     "info/grafts",
                                     "info/exclude",
                                     "info/attributes",
                                     "objects/info/alternates"};

std::unexpected<Error> failKind(const QByteArray &path)
{
    return fail(
        ErrorKind::Invalid,
        Text::tr("%1 is neither a file nor a folder, so the repository is not read.").arg(displayPath(path)));
}

Result<void> checkFile(const QByteArray &path, qint64 most)
{
    struct stat info = {};
    if (::stat(path.constData(), &info) != 0 || S_ISDIR(info.st_mode))
        return {};
    if (!S_ISREG(info.st_mode))
        return failKind(path);
    if (info.st_size > most)
        return fail(
            ErrorKind::Invalid,
            Text::tr("The file %1 is too large, so the repository is not read.").arg(displayPath(path)));
    return {};
}

QByteArray linkTarget(const QByteArray &path)
{
    std::array<char, 4096> target = {};
    const auto size = ::readlink(path.constData(), target.data(), target.size());
    return size > 0 ? QByteArray(target.data(), size) : QByteArray();
}

Result<void> checkHead(const RepoLocation &where)
{
    QByteArray path = where.gitDir + "/HEAD";
    const QByteArray link = linkTarget(path);
    if (!link.isEmpty() && !link.startsWith("refs/"))
        return fail(ErrorKind::Invalid,
                    Text::tr("%1 is a link that leads to no reference, so the repository is not read.")
                        .arg(displayPath(path)));
    for (int step = 0; step < kMostRefSteps; ++step) {
        if (const auto checked = checkFile(path, kLargestList); !checked)
            return checked;
        const QByteArray content = readSmallFile(path);
        const QByteArray name = content.startsWith("ref:") ? content.sliced(4).trimmed() : QByteArray();
        if (!name.startsWith("refs/"))
            break;
        path = where.commonDir + '/' + name;
    }
    return {};
}

Result<void> checkRefs(const QByteArray &path)
{
    struct stat info = {};
    if (::lstat(path.constData(), &info) != 0 || S_ISDIR(info.st_mode))
        return {};
    if (!S_ISLNK(info.st_mode))
        return failKind(path);
    const QByteArray target = canonicalPath(path);
    const QByteArray around = target.endsWith("/refs") ? target.chopped(5) : QByteArray();
    if (!around.isEmpty() && pathExists(around + "/HEAD") && pathExists(around + "/objects"))
        return {};
    return fail(ErrorKind::Invalid,
                Text::tr("%1 is a link that leads to no Git folder, so the repository is not read.")
                    .arg(displayPath(path)));
}

} // namespace

Result<void> checkLayout(const RepoLocation &where)
{
    Result<void> checked = checkHead(where);
    for (const char *name : kOwnFiles) {
        if (checked)
            checked = checkFile(where.gitDir + '/' + name, kLargestList);
    }
    for (const char *name : kSharedFiles) {
        if (checked)
            checked = checkFile(where.commonDir + '/' + name, kLargestList);
    }
    if (checked)
        checked = checkConfiguredFiles(where);
    const QByteArray index =
        where.indexFile.isEmpty() ? QByteArray(where.gitDir + "/index") : where.indexFile;
    if (checked)
        checked = checkFile(index, std::numeric_limits<qint64>::max());
    if (checked && where.gitDir != where.commonDir)
        checked = checkRefs(where.gitDir + "/refs");
    return checked ? checkRefs(where.commonDir + "/refs") : checked;
}

} // namespace Git
