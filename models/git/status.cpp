// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/status.h"

#include "git/compare.h"
#include "git/linked/submoduleignore.h"
#include "git/scan/statusscope.h"

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

/// Compares in the paths, anywhere when they have no value.
Result<QList<StatusEntry>> entriesIn(Comparison &comparison, const std::optional<QList<QByteArray>> &paths,
                                     Result<void> (Comparison::*compare)(), const QSet<QByteArray> &conflicts)
{
    if (paths && paths->isEmpty())
        return QList<StatusEntry>();
    comparison.paths = paths.value_or(QList<QByteArray>());
    if (const auto done = (comparison.*compare)(); !done)
        return std::unexpected(done.error());
    if (compare == &Comparison::headToIndex)
        comparison.findRenames();
    return entriesOf(comparison, conflicts);
}

} // namespace

Result<Status> readStatus(const RepoLocation &where, const StatusOptions &options, const CancelToken &cancel)
{
    if (where.isBare())
        return failBare();
    const auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    const auto scope = findStatusScope(repository->get(), where, cancel);
    if (!scope)
        return std::unexpected(scope.error());
    const QSet<QByteArray> conflicts = conflictedPaths(scope->index.get());
    Comparison staged(repository->get(), where, cancel), unstaged(repository->get(), where, cancel);
    staged.useIndex(scope->index.get());
    unstaged.useIndex(scope->index.get());
    unstaged.expandsUntrackedFolders = options.expandsUntrackedFolders;
    unstaged.leavesSubmodulesOut = true;
    unstaged.ignoresSubmodules = options.ignoresSubmodules;
    auto listed = entriesIn(staged, scope->staged, &Comparison::headToIndex, conflicts);
    if (!listed)
        return std::unexpected(listed.error());
    auto changed = entriesIn(unstaged, scope->unstaged, &Comparison::indexToWorkTree, conflicts);
    if (!changed)
        return std::unexpected(changed.error());
    const auto modules =
        findChangedSubmodules(repository->get(), scope->index.get(), where, options.ignoresSubmodules,
                              options.looksIntoSubmodules, cancel);
    if (!modules)
        return std::unexpected(modules.error());
    for (const QByteArray &path : *modules)
        changed->append({.path = path, .status = Diff::FileStatus::Modified, .isSubmodule = true});
    if (options.ignoresSubmodules == SubmoduleIgnore::All)
        listed->removeIf([](const StatusEntry &entry) { return entry.isSubmodule; });
    if (cancel.isCancelled())
        return failCancelled();

    Status status{.staged = *std::move(listed), .unstaged = *std::move(changed) + scope->changed};
    for (const QByteArray &path : conflicts)
        status.unstaged.append({.path = path, .status = Diff::FileStatus::Conflicted});
    std::ranges::sort(status.staged, {}, &StatusEntry::path);
    std::ranges::sort(status.unstaged, {}, &StatusEntry::path);
    return status;
}

} // namespace Git
