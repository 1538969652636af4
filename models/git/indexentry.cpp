// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/indexentry.h"

#include "git/repository.h"

namespace Git {

PathSet::PathSet(const QList<QByteArray> &paths)
    : m_paths(paths.begin(), paths.end())
    , m_hasFolders(std::ranges::any_of(paths, [](const QByteArray &path) { return path.endsWith('/'); }))
{}

bool PathSet::contains(const QByteArray &path) const
{
    if (m_paths.contains(path))
        return true;
    for (qsizetype slash = path.indexOf('/'); m_hasFolders && slash >= 0;
         slash = path.indexOf('/', slash + 1)) {
        if (m_paths.contains(path.first(slash + 1)))
            return true;
    }
    return false;
}

Result<QList<IndexEntry>> readIndexEntries(const RepoLocation &where, const QList<QByteArray> &paths)
{
    const auto opened = openIndex(where);
    if (!opened)
        return std::unexpected(opened.error());
    git_index *index = opened->index.get();
    const PathSet wanted(paths);
    QList<IndexEntry> entries;
    const size_t count = git_index_entrycount(index);
    for (size_t at = 0; at < count; ++at) {
        const git_index_entry *entry = git_index_get_byindex(index, at);
        const QByteArray path(entry->path);
        if (!wanted.contains(path))
            continue;
        const bool isConflicted = git_index_entry_is_conflict(entry) != 0;
        if (isConflicted && !entries.isEmpty() && entries.last().path == path)
            continue;
        entries.append({.path = path,
                        .id = toId(&entry->id),
                        .mode = entry->mode,
                        .isConflicted = isConflicted,
                        .isIntentToAdd = (entry->flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0});
    }
    return entries;
}

} // namespace Git
