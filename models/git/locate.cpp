// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/locate.h"

#include "base/text.h"
#include "git/text.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

std::optional<struct stat> inspect(const QByteArray &path, bool followsLinks = true)
{
    struct stat info = {};
    const int code = followsLinks ? ::stat(path.constData(), &info) : ::lstat(path.constData(), &info);
    return code == 0 ? std::optional(info) : std::nullopt;
}

bool isFolder(const QByteArray &path)
{
    const auto info = inspect(path);
    return info && S_ISDIR(info->st_mode);
}

QByteArray parentOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash <= 0 ? QByteArray("/") : path.first(slash);
}

// What git itself asks of a repository folder: HEAD, and in the common folder objects and refs.
bool isGitDir(const QByteArray &folder)
{
    const QByteArray common = readSmallFile(folder + "/commondir").trimmed();
    const QByteArray shared = common.isEmpty() ? folder : joinPath(folder, common);
    return inspect(folder + "/HEAD", false) && isFolder(shared + "/objects") && isFolder(shared + "/refs");
}

Result<Place> placeOf(const QByteArray &gitDir, const QByteArray &workTree)
{
    Place place{.gitDir = canonicalPath(gitDir), .workTree = workTree};
    const QByteArray common = readSmallFile(place.gitDir + "/commondir").trimmed();
    place.commonDir = common.isEmpty() ? place.gitDir : canonicalPath(joinPath(place.gitDir, common));
    return place;
}

Result<Place> placeOfGitFile(const QByteArray &file, const QByteArray &workTree)
{
    const QByteArray content = readSmallFile(file);
    const QByteArray target = content.startsWith("gitdir:") ? content.sliced(7).trimmed() : QByteArray();
    const QByteArray gitDir = target.isEmpty() ? QByteArray() : canonicalPath(joinPath(workTree, target));
    if (gitDir.isEmpty() || !isGitDir(gitDir)) {
        return fail(ErrorKind::Invalid,
                    Text::tr("The file %1 points to a repository that is not there.").arg(displayText(file)),
                    displayText(content.first(std::min<qsizetype>(content.size(), 200))));
    }
    auto place = placeOf(gitDir, workTree);
    place->gitFile = file;
    return place;
}

// The repository of exactly this folder as a work tree; nothing when there is none.
std::optional<Result<Place>> workTreeAt(const QByteArray &folder)
{
    const QByteArray dotGit = folder == "/" ? QByteArray("/.git") : QByteArray(folder + "/.git");
    const auto info = inspect(dotGit, false);
    if (!info)
        return std::nullopt;
    if (S_ISREG(info->st_mode))
        return placeOfGitFile(dotGit, folder);
    if (!isGitDir(dotGit))
        return std::nullopt;
    auto place = placeOf(dotGit, folder);
    if (S_ISLNK(info->st_mode))
        place->linkedGit = dotGit;
    return place;
}

Result<Place> placeOfGitDirItself(const QByteArray &folder)
{
    if (!folder.endsWith("/.git"))
        return placeOf(folder, {});
    return placeOf(folder, parentOf(folder)); // somebody chose the .git folder and means its work tree
}

// Whoever named it did not mean what lies around it, and may not know what it is.
std::unexpected<Error> failEmbedded(const QByteArray &bare, const QByteArray &workTree)
{
    return fail(ErrorKind::Invalid,
                Text::tr("%1 is a bare repository inside the work tree %2 and is not opened by chance. "
                         "Name %2, or set GIT_DIR to the bare one.")
                    .arg(displayText(bare), displayText(workTree)));
}

Result<Place> climb(const QByteArray &start, bool mayClimb)
{
    const auto first = inspect(start);
    std::optional<QByteArray> bare;
    for (QByteArray folder = start;; folder = parentOf(folder)) {
        if (auto found = workTreeAt(folder)) {
            if (bare == start)
                return failEmbedded(start, folder);
            return *std::move(found);
        }
        if (!bare && isGitDir(folder)) {
            if (folder.endsWith("/.git") || !mayClimb)
                return placeOfGitDirItself(folder);
            bare = folder; // only if no work tree lies around it
        }
        const auto above = inspect(parentOf(folder));
        if (!mayClimb || folder == "/" || !above || !first || above->st_dev != first->st_dev)
            break;
    }
    if (bare)
        return placeOf(*bare, {});
    return fail(ErrorKind::NotFound, Text::tr("There is no Git repository at %1.").arg(displayText(start)));
}

Result<Place> placeFromEnvironment(const QByteArray &start, const QByteArray &gitDir)
{
    const QByteArray folder = canonicalPath(joinPath(start, gitDir));
    if (folder.isEmpty() || !isGitDir(folder))
        return fail(ErrorKind::NotFound,
                    Text::tr("GIT_DIR names no repository: %1").arg(displayText(gitDir)));
    const QByteArray wanted = qgetenv("GIT_WORK_TREE");
    if (!wanted.isEmpty()) {
        const QByteArray workTree = canonicalPath(joinPath(start, wanted));
        if (workTree.isEmpty())
            return fail(ErrorKind::NotFound,
                        Text::tr("GIT_WORK_TREE names no folder: %1").arg(displayText(wanted)));
        return placeOf(folder, workTree);
    }
    // Hooks get GIT_DIR alone and start at the top of the work tree; below it the folders above tell where
    // that is.
    if (const auto around = climb(start, true); around && around->gitDir == folder)
        return around;
    return placeOfGitDirItself(folder);
}

} // namespace

QByteArray canonicalPath(const QByteArray &path)
{
    const std::unique_ptr<char, decltype([](char *text) { ::free(text); })> found(
        ::realpath(path.constData(), nullptr));
    return QByteArray(found.get());
}

QByteArray joinPath(const QByteArray &folder, const QByteArray &relative)
{
    return relative.startsWith('/') ? relative : QByteArray(folder + '/' + relative);
}

QByteArray readSmallFile(const QByteArray &path)
{
    const int file = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return {};
    QByteArray content(64 * 1024, Qt::Uninitialized);
    const auto count = ::read(file, content.data(), static_cast<size_t>(content.size()));
    ::close(file);
    content.truncate(std::max<qsizetype>(count, 0));
    return content;
}

bool pathExists(const QByteArray &path)
{
    return inspect(path, false).has_value();
}

Result<Place> locate(const QByteArray &path, const OpenOptions &options)
{
    QByteArray start = canonicalPath(path);
    if (start.isEmpty())
        return fail(ErrorKind::NotFound, Text::tr("There is no folder %1.").arg(displayText(path)));
    if (!isFolder(start))
        start = parentOf(start);
    const QByteArray gitDir = options.usesEnvironment ? qgetenv("GIT_DIR") : QByteArray();
    auto place = gitDir.isEmpty() ? climb(start, options.mayClimb) : placeFromEnvironment(start, gitDir);
    if (!place || !options.usesEnvironment)
        return place;
    if (const QByteArray index = qgetenv("GIT_INDEX_FILE"); !index.isEmpty())
        place->indexFile = joinPath(place->workTree.isEmpty() ? start : place->workTree, index);
    return place;
}

} // namespace Git
