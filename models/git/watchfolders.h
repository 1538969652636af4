// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

#include <QFlags>

/// What of a repository is worth watching, and what a change there means. Everything but touchedBy() blocks
/// and may run on any thread; nothing takes a lock or writes.
namespace Git {

/// What an event in a watched folder says.
enum class Touch {
    Refs = 1,     ///< HEAD, branches, tags, the operation in progress, configuration, hooks
    Index = 2,    ///< what is staged
    Files = 4,    ///< an entry of the work tree
    Ignores = 8,  ///< which files are ignored
    Folders = 16, ///< a folder of the Git folder that is to be watched, too, may have appeared
    Nested = 32,  ///< the state of a repository in the work tree
};
Q_DECLARE_FLAGS(Touches, Touch)
Q_DECLARE_OPERATORS_FOR_FLAGS(Touches)

/// Nothing for what is noise: lock files, objects, reflogs, messages, what Git writes for itself. O(length).
Touches touchedBy(const RepoLocation &where, const QByteArray &folder, const QByteArray &name);

/// The folders with what makes the repository: those of HEAD and the index, refs with all below it, info,
/// hooks, worktrees and the stash's log. Absolute; the first is the location's gitDir. At most 20,000.
QList<QByteArray> listGitFolders(const RepoLocation &where);

struct WorkFolders
{
    QList<QByteArray> folders; ///< absolute, shallow ones first
    bool isCut = false;        ///< there are more than asked for
};

/// The folders of the work tree whose entries concern its status: real ones, no links, no .git, none that is
/// ignored unless it holds tracked files; of nested repositories also the Git folder. starts: absolute, where
/// to begin; empty: at the top. O(entries of these folders + index).
Result<WorkFolders> listWorkFolders(const RepoLocation &where, const QList<QByteArray> &starts,
                                    qsizetype most, const CancelToken &cancel);

/// Those of the paths (of the work tree, folders end with '/') that no status tells of: ignored and not
/// tracked.
Result<QList<QByteArray>> listSilent(const RepoLocation &where, const QList<QByteArray> &paths,
                                     const CancelToken &cancel);

/// Whether an entry of one of the folders was made, removed or replaced at or after a moment (milliseconds
/// since 1970). Content written in place is not noticed.
bool isAnyNewer(const QList<QByteArray> &folders, qint64 since);

/// Sizes and times of what listGitFolders() and listWorkFolders() lead to, as numbers to compare with
/// themselves later. For where the system tells of no changes.
struct WatchPrint
{
    size_t refs = 0, index = 0, files = 0;
    bool operator==(const WatchPrint &) const = default;
};
Result<WatchPrint> readWatchPrint(const RepoLocation &where, const CancelToken &cancel);

} // namespace Git
