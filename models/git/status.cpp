// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/status.h"

#include "git/compare.h"

#include <QSet>

namespace Git {

namespace {

StatusEntry entryOf(const git_diff_delta &delta)
{
    StatusEntry entry{.path = delta.new_file.path, .status = statusOf(delta.status)};
    if (entry.status == Diff::FileStatus::Renamed || entry.status == Diff::FileStatus::Copied)
        entry.oldPath = delta.old_file.path;
    entry.isFolder = entry.path.endsWith('/');
    entry.isSubmodule =
        delta.old_file.mode == GIT_FILEMODE_COMMIT || delta.new_file.mode == GIT_FILEMODE_COMMIT;
    return entry;
}

QSet<QByteArray> conflictedPaths(git_index *index)
{
    QSet<QByteArray> paths;
    if (!git_index_has_conflicts(index))
        return paths;
    const size_t count = git_index_entrycount(index);
    for (size_t at = 0; at < count; ++at) {
        const git_index_entry *entry = git_index_get_byindex(index, at);
        if (git_index_entry_stage(entry) > 0)
            paths.insert(entry->path);
    }
    return paths;
}

QList<StatusEntry> entriesOf(const Comparison &comparison, const QSet<QByteArray> &conflicts)
{
    QList<StatusEntry> entries;
    for (size_t at = 0; at < git_diff_num_deltas(comparison.diff()); ++at) {
        const git_diff_delta *delta = git_diff_get_delta(comparison.diff(), at);
        if (!comparison.isChange(*delta) || delta->status == GIT_DELTA_CONFLICTED ||
            conflicts.contains(delta->new_file.path))
            continue;
        entries.append(entryOf(*delta));
    }
    return entries;
}

} // namespace

Result<Status> readStatus(const RepoLocation &where, const StatusOptions &options, const CancelToken &cancel)
{
    if (where.isBare())
        return failBare();
    const auto opened = openIndex(where);
    if (!opened)
        return std::unexpected(opened.error());
    const QSet<QByteArray> conflicts = conflictedPaths(opened->index.get());

    Comparison staged(opened->repository.get(), where, cancel);
    if (const auto done = staged.headToIndex(); !done)
        return std::unexpected(done.error());
    staged.findRenames();
    Comparison unstaged(opened->repository.get(), where, cancel);
    unstaged.expandsUntrackedFolders = options.expandsUntrackedFolders;
    if (const auto done = unstaged.indexToWorkTree(); !done)
        return std::unexpected(done.error());
    if (cancel.isCancelled())
        return failCancelled();

    Status status{.staged = entriesOf(staged, conflicts), .unstaged = entriesOf(unstaged, conflicts)};
    for (const QByteArray &path : conflicts)
        status.unstaged.append({.path = path, .status = Diff::FileStatus::Conflicted});
    std::ranges::sort(status.staged, {}, &StatusEntry::path);
    std::ranges::sort(status.unstaged, {}, &StatusEntry::path);
    return status;
}

} // namespace Git
