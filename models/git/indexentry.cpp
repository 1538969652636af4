// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/indexentry.h"

#include "git/repository.h"
#include "git/scan/indexfile.h"

#include <algorithm>
#include <vector>

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

namespace {

/// Where the paths stand among entries that are in order.
std::vector<size_t> placesOf(std::span<const git_index_entry> entries, const QList<QByteArray> &paths)
{
    std::vector<size_t> places;
    const auto pathOf = [](const git_index_entry &entry) { return QByteArrayView(entry.path); };
    for (const QByteArray &path : paths) {
        const bool isFolder = path.endsWith('/');
        auto at = std::ranges::lower_bound(entries, QByteArrayView(path), {}, pathOf);
        for (; at != entries.end() && (isFolder ? pathOf(*at).startsWith(path) : pathOf(*at) == path); ++at)
            places.push_back(size_t(at - entries.begin()));
    }
    std::ranges::sort(places);
    const auto twice = std::ranges::unique(places);
    places.erase(twice.begin(), twice.end());
    return places;
}

// Of the sides of a conflict the first stands for all.
void appendEntry(QList<IndexEntry> *entries, const git_index_entry &entry)
{
    const bool isConflicted = git_index_entry_is_conflict(&entry) != 0;
    if (isConflicted && !entries->isEmpty() && entries->last().path == entry.path)
        return;
    entries->append({.path = entry.path,
                     .id = toId(&entry.id),
                     .mode = entry.mode,
                     .isConflicted = isConflicted,
                     .isIntentToAdd = (entry.flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0});
}

} // namespace

Result<QList<IndexEntry>> readIndexEntries(const RepoLocation &where, const QList<QByteArray> &paths)
{
    QList<IndexEntry> entries;
    if (const auto file = IndexFile::read(where, {}); file && file->isPlain() && file->isWhole()) {
        for (const size_t place : placesOf(file->entries(), paths))
            appendEntry(&entries, file->entries()[place]);
        return entries;
    }
    const auto opened = openIndex(where);
    if (!opened)
        return std::unexpected(opened.error());
    git_index *index = opened->index.get();
    const PathSet wanted(paths);
    const size_t count = git_index_entrycount(index);
    for (size_t at = 0; at < count; ++at) {
        const git_index_entry *entry = git_index_get_byindex(index, at);
        if (wanted.contains(entry->path))
            appendEntry(&entries, *entry);
    }
    return entries;
}

} // namespace Git
