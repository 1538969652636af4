// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/largefiles.h"

#include "git/repository.h"
#include "git/status.h"
#include "git/tree.h"

namespace Git {

namespace {

Result<QList<QByteArray>> filesOf(const RepoLocation &where, const QList<QByteArray> &paths,
                                  const CancelToken &cancel)
{
    QList<QByteArray> files, folders;
    for (const QByteArray &path : paths)
        (path.endsWith('/') ? folders : files) += path;
    if (folders.isEmpty())
        return files;
    const auto status = readStatus(where, {.expandsUntrackedFolders = true}, cancel);
    if (!status)
        return std::unexpected(status.error());
    for (const StatusEntry &entry : status->unstaged) {
        const bool isBelow = std::ranges::any_of(
            folders, [&](const QByteArray &folder) { return entry.path.startsWith(folder); });
        if (isBelow && !entry.isFolder)
            files += entry.path;
    }
    return files;
}

bool isKeptElsewhere(git_repository *repository, const QByteArray &path)
{
    const char *value = nullptr;
    return git_attr_get(&value, repository, GIT_ATTR_CHECK_FILE_THEN_INDEX, path.constData(), "filter") ==
               0 &&
           git_attr_value(value) == GIT_ATTR_VALUE_STRING && QByteArrayView(value) == "lfs";
}

} // namespace

Result<QList<LargeFile>> findLargeFiles(const RepoLocation &where, const QList<QByteArray> &paths,
                                        qint64 limit, const CancelToken &cancel)
{
    const auto files = filesOf(where, paths, cancel);
    if (!files)
        return std::unexpected(files.error());
    QList<LargeFile> large;
    for (const QByteArray &path : *files) {
        if (const qint64 size = workFileSize(where, path); size > limit)
            large += {path, size};
    }
    if (large.isEmpty())
        return large;
    const auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    large.removeIf([&](const LargeFile &file) { return isKeptElsewhere(repository->get(), file.path); });
    return large;
}

} // namespace Git
