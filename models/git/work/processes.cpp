// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/processes.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

#include <array>
#include <cerrno>
#include <functional>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

QByteArray readProcessFile(const QByteArray &path)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

RunningProcess lookAtProcess(qint64 id)
{
    RunningProcess process{.id = id, .name = {}, .place = {}};
    process.name = readProcessFile(process.folder() + "/comm").trimmed();
    const QByteArray place = process.folder() + "/cwd";
    std::array<char, 4096> target;
    const auto length = ::readlink(place.constData(), target.data(), target.size());
    if (length >= 0)
        process.place = QByteArray(target.data(), length);
    else
        process.isHidden = errno == EACCES;
    return process;
}

// The word that says what a git program does; options of git itself stand before it.
QByteArray subcommandOf(const RunningProcess &git)
{
    const QList<QByteArray> words = readProcessFile(git.folder() + "/cmdline").split('\0');
    for (qsizetype at = 1; at < words.size(); ++at) {
        if (words[at] == "-C" || words[at] == "-c")
            ++at;
        else if (!words[at].startsWith('-'))
            return words[at];
    }
    return {};
}

// An alias, and what is not known, may do anything.
bool mayChangeFiles(const RunningProcess &git)
{
    static const QSet<QByteArray> harmless = {"add",
                                              "blame",
                                              "branch",
                                              "bundle",
                                              "cat-file",
                                              "check-attr",
                                              "check-ignore",
                                              "commit",
                                              "commit-graph",
                                              "config",
                                              "count-objects",
                                              "credential",
                                              "describe",
                                              "diff",
                                              "diff-files",
                                              "diff-index",
                                              "diff-tree",
                                              "difftool",
                                              "fetch",
                                              "for-each-ref",
                                              "fsck",
                                              "fsmonitor--daemon",
                                              "gc",
                                              "grep",
                                              "hash-object",
                                              "help",
                                              "index-pack",
                                              "log",
                                              "ls-files",
                                              "ls-remote",
                                              "ls-tree",
                                              "maintenance",
                                              "merge-base",
                                              "mktree",
                                              "multi-pack-index",
                                              "name-rev",
                                              "pack-objects",
                                              "pack-refs",
                                              "prune",
                                              "push",
                                              "receive-pack",
                                              "reflog",
                                              "remote",
                                              "repack",
                                              "rev-list",
                                              "rev-parse",
                                              "shortlog",
                                              "show",
                                              "show-ref",
                                              "status",
                                              "symbolic-ref",
                                              "tag",
                                              "unpack-objects",
                                              "update-index",
                                              "update-ref",
                                              "upload-pack",
                                              "var",
                                              "version",
                                              "write-tree",
                                              "commit-tree"};
    return !harmless.contains(subcommandOf(git));
}

bool isGitAtWork(const RepoLocation &where, const std::function<bool(const RunningProcess &)> &isMeant)
{
    const QByteArray top = resolvedPath(where.workTree);
    const QList<RunningProcess> all = listProcesses();
    return std::ranges::any_of(all, [&](const RunningProcess &process) {
        return process.isGit() && liesIn(process.place, top) && isMeant(process);
    });
}

} // namespace

QByteArray RunningProcess::folder() const
{
    return "/proc/" + QByteArray::number(id);
}

QList<RunningProcess> listProcesses()
{
    QList<RunningProcess> found;
    QDirIterator each(u"/proc"_s, QDir::Dirs | QDir::NoDotAndDotDot);
    while (each.hasNext()) {
        if (const qint64 id = each.nextFileInfo().fileName().toLongLong(); id > 0)
            found += lookAtProcess(id);
    }
    return found;
}

QByteArray resolvedPath(const QByteArray &path)
{
    return QFile::encodeName(QFileInfo(QFile::decodeName(path)).canonicalFilePath());
}

bool liesIn(const QByteArray &path, const QByteArray &folder)
{
    return !folder.isEmpty() && path.startsWith(folder) &&
           (path.size() == folder.size() || path[folder.size()] == '/');
}

QList<QByteArray> foldersOf(const RepoLocation &where)
{
    return {resolvedPath(where.workTree), resolvedPath(where.gitDir), resolvedPath(where.commonDir)};
}

bool takesNoLock(const RunningProcess &git)
{
    static const QSet<QByteArray> readers = {
        "blame",      "cat-file",     "check-attr", "config",      "diff",   "diff-files",   "diff-index",
        "diff-tree",  "for-each-ref", "grep",       "hash-object", "log",    "ls-files",     "ls-tree",
        "merge-base", "rev-list",     "rev-parse",  "show",        "status", "symbolic-ref", "version"};
    return readers.contains(subcommandOf(git)) &&
           readProcessFile(git.folder() + "/environ").split('\0').contains("GIT_OPTIONAL_LOCKS=0");
}

bool isWorkTreeBeingChanged(const RepoLocation &where)
{
    return isGitAtWork(where, mayChangeFiles);
}

bool isCommitAtWork(const RepoLocation &where)
{
    return isGitAtWork(where, [](const RunningProcess &git) { return subcommandOf(git) == "commit"; });
}

} // namespace Git
