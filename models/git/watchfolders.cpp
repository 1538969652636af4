// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/watchfolders.h"

#include "git/locate.h"
#include "git/repository.h"
#include "git/work/hooks.h"

#include <QSet>

#include <sys/stat.h>

#include <cerrno>
#include <dirent.h>

namespace Git {

namespace {

QByteArray indexFileOf(const RepoLocation &where)
{
    return where.indexFile.isEmpty() ? QByteArray(where.gitDir + "/index") : where.indexFile;
}

QByteArray folderOf(const QByteArray &path)
{
    return path.first(std::max<qsizetype>(path.lastIndexOf('/'), 0));
}

constexpr qsizetype kMostGitFolders = 20'000;
constexpr qsizetype kMostPrinted = 100'000; // folders of a work tree

struct stat inspected(const QByteArray &path)
{
    struct stat info = {};
    if (::lstat(path.constData(), &info) != 0)
        info = {};
    return info;
}

/// The entries of a folder that are folders, and whether there is a .git.
struct FolderEntries
{
    QList<QByteArray> folders;
    bool hasGit = false;
};

FolderEntries entriesOf(const QByteArray &folder)
{
    FolderEntries entries;
    const std::unique_ptr<DIR, decltype([](DIR *dir) { ::closedir(dir); })> dir(
        ::opendir(folder.constData()));
    while (const dirent *entry = dir ? ::readdir(dir.get()) : nullptr) {
        const QByteArrayView name(static_cast<const char *>(entry->d_name));
        if (name == "." || name == "..")
            continue;
        if (name == ".git") {
            entries.hasGit = true;
            continue;
        }
        const bool isFolder = entry->d_type == DT_DIR || (entry->d_type == DT_UNKNOWN &&
                                                          S_ISDIR(inspected(folder + '/' + name).st_mode));
        if (isFolder)
            entries.folders += QByteArray(folder + '/' + name);
    }
    return entries;
}

void addBelow(QList<QByteArray> &folders, const QByteArray &top, qsizetype most)
{
    if (!S_ISDIR(inspected(top).st_mode))
        return;
    qsizetype next = folders.size();
    for (folders += top; next < folders.size() && folders.size() < most; ++next)
        folders += entriesOf(folders[next]).folders;
}

QByteArray nestedGitFolder(const QByteArray &folder)
{
    const QByteArray entry = folder + "/.git";
    if (S_ISDIR(inspected(entry).st_mode))
        return entry;
    const QByteArray content = readSmallFile(entry);
    return content.startsWith("gitdir:") ? canonicalPath(joinPath(folder, content.sliced(7).trimmed()))
                                         : QByteArray();
}

/// Answers which paths of a work tree no status tells of.
class IgnoreCheck
{
public:
    explicit IgnoreCheck(OpenedIndex opened)
        : m_opened(std::move(opened))
    {}

    bool isIgnored(const QByteArray &path) const
    {
        int ignored = 0;
        return git_ignore_path_is_ignored(&ignored, m_opened.repository.get(), path.constData()) == 0 &&
               ignored != 0;
    }
    bool isTracked(const QByteArray &path) const
    {
        size_t at = 0;
        return path.endsWith('/') ? git_index_find_prefix(&at, m_opened.index.get(), path.constData()) == 0
                                  : git_index_find(&at, m_opened.index.get(), path.constData()) == 0;
    }
    bool isSilent(const QByteArray &path) const { return !isTracked(path) && isIgnored(path); }
    git_index *index() const { return m_opened.index.get(); }

private:
    OpenedIndex m_opened;
};

Result<IgnoreCheck> openIgnoreCheck(const RepoLocation &where)
{
    auto opened = openIndex(where);
    if (!opened)
        return std::unexpected(opened.error());
    return IgnoreCheck(*std::move(opened));
}

Result<WorkFolders> listWith(const IgnoreCheck &check, const RepoLocation &where,
                             const QList<QByteArray> &starts, qsizetype most, const CancelToken &cancel)
{
    const qsizetype top = where.workTree.size() + 1;
    const auto isWanted = [&](const QByteArray &folder) {
        return folder != where.gitDir && folder != where.commonDir &&
               (folder.size() < top || !check.isSilent(QByteArray(folder.sliced(top) + '/')));
    };
    WorkFolders found;
    QList<QByteArray> nested;
    for (const QByteArray &start : starts) {
        if (start.startsWith(where.workTree) && S_ISDIR(inspected(start).st_mode) && isWanted(start))
            found.folders += start;
    }
    for (qsizetype next = 0; next < found.folders.size(); ++next) {
        if (cancel.isCancelled())
            return failCancelled();
        const QByteArray folder = found.folders[next]; // the list grows
        FolderEntries entries = entriesOf(folder);
        if (entries.hasGit && folder != where.workTree)
            nested += nestedGitFolder(folder);
        for (QByteArray &entry : entries.folders) {
            if (found.folders.size() >= most) {
                found.isCut = true;
                break;
            }
            if (isWanted(entry))
                found.folders += std::move(entry);
        }
    }
    nested.removeAll(QByteArray());
    found.folders += nested;
    return found;
}

size_t printOf(const QByteArray &path, size_t seed)
{
    const struct stat info = inspected(path);
    return qHashMulti(seed, quint64(info.st_ino), qint64(info.st_size), qint64(info.st_mtim.tv_sec),
                      qint64(info.st_mtim.tv_nsec), quint32(info.st_mode));
}

} // namespace

QList<QByteArray> listGitFolders(const RepoLocation &where)
{
    QList<QByteArray> folders{where.gitDir};
    const auto add = [&](const QByteArray &folder) {
        if (!folders.contains(folder) && S_ISDIR(inspected(folder).st_mode))
            folders += folder;
    };
    add(where.commonDir);
    add(folderOf(indexFileOf(where)));
    for (const QByteArray &git : {where.commonDir, where.gitDir})
        add(git + "/info");
    add(where.commonDir + "/logs");
    add(where.commonDir + "/logs/refs");
    const QByteArray worktrees = where.commonDir + "/worktrees";
    add(worktrees);
    for (const QByteArray &folder : entriesOf(worktrees).folders)
        add(folder);
    add(where.commonDir + "/hooks");
    add(readHooksFolder(where));
    addBelow(folders, where.commonDir + "/refs", kMostGitFolders);
    if (where.gitDir != where.commonDir)
        addBelow(folders, where.gitDir + "/refs", kMostGitFolders);
    return folders;
}

Result<WorkFolders> listWorkFolders(const RepoLocation &where, const QList<QByteArray> &starts,
                                    qsizetype most, const CancelToken &cancel)
{
    if (where.isBare())
        return WorkFolders{};
    const auto check = openIgnoreCheck(where);
    if (!check)
        return std::unexpected(check.error());
    return listWith(*check, where, starts.isEmpty() ? QList<QByteArray>{where.workTree} : starts, most,
                    cancel);
}

Result<QList<QByteArray>> listSilent(const RepoLocation &where, const QList<QByteArray> &paths,
                                     const CancelToken &cancel)
{
    const auto check = openIgnoreCheck(where);
    if (!check)
        return std::unexpected(check.error());
    QList<QByteArray> silent;
    for (const QByteArray &path : paths) {
        if (cancel.isCancelled())
            return failCancelled();
        if (check->isSilent(path))
            silent += path;
    }
    return silent;
}

bool isAnyNewer(const QList<QByteArray> &folders, qint64 since)
{
    return std::ranges::any_of(folders, [since](const QByteArray &folder) {
        const struct stat info = inspected(folder);
        return qint64(info.st_mtim.tv_sec) * 1000 + info.st_mtim.tv_nsec / 1'000'000 >= since;
    });
}

Result<WatchPrint> readWatchPrint(const RepoLocation &where, const CancelToken &cancel)
{
    WatchPrint print;
    for (const QByteArray &folder : listGitFolders(where)) {
        if (folder != where.gitDir && folder != where.commonDir) // these change with every lock
            print.refs = printOf(folder, print.refs);
    }
    for (const char *name : {"HEAD", "packed-refs", "shallow", "config", "MERGE_HEAD", "REVERT_HEAD",
                             "CHERRY_PICK_HEAD", "BISECT_START", "rebase-merge", "rebase-apply", "refs"}) {
        print.refs = printOf(QByteArray(where.gitDir + '/' + name), print.refs);
        print.refs = printOf(QByteArray(where.commonDir + '/' + name), print.refs);
    }
    for (const Executable &hook : readHooks(readHooksFolder(where)))
        print.refs = qHash(hook.command, print.refs);
    print.index = printOf(indexFileOf(where), 0);
    if (where.isBare())
        return print;
    const auto check = openIgnoreCheck(where);
    if (!check)
        return std::unexpected(check.error());
    const auto folders = listWith(*check, where, {where.workTree}, kMostPrinted, cancel);
    if (!folders)
        return std::unexpected(folders.error());
    for (const QByteArray &folder : folders->folders)
        print.files = printOf(folder, print.files);
    const size_t count = git_index_entrycount(check->index());
    for (size_t at = 0; at < count && !cancel.isCancelled(); ++at)
        print.files =
            printOf(where.workTree + '/' + git_index_get_byindex(check->index(), at)->path, print.files);
    return cancel.isCancelled() ? Result<WatchPrint>(failCancelled()) : print;
}

} // namespace Git
