// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/pathfilter.h"

namespace History {

Result<PathFilter> PathFilter::open(const Git::RepoLocation &where, const Term &term,
                                    const SearchScope &scope)
{
    auto commits = Git::CommitReader::open(where);
    if (!commits)
        return std::unexpected(commits.error());
    auto paths = Git::PathLookup::open(where);
    if (!paths)
        return std::unexpected(paths.error());
    return PathFilter(*std::move(commits), *std::move(paths), term, scope);
}

PathFilter::PathFilter(Git::CommitReader commits, Git::PathLookup paths, const Term &term,
                       const SearchScope &scope)
    : m_commits(std::move(commits))
    , m_paths(std::move(paths))
    , m_term(term)
    , m_path(term.text.toUtf8())
    , m_scope(scope)
{}

std::optional<bool> PathFilter::changes(const Git::Commit &commit)
{
    const std::optional<Entry> known = takeKnown(commit.id);
    if (m_scope.mayHaveChanged && !m_scope.mayHaveChanged(commit.id, m_path)) {
        // Said of the first parent alone, which is enough to be none of those that differ from each.
        if (known && !commit.parents.isEmpty())
            m_entries.insert(commit.parents.first(), *known);
        return false;
    }
    const Entry own = known ? *known : lookUp(commit.tree);
    if (!own)
        return std::nullopt;
    if (commit.parents.isEmpty())
        return own->kind != Git::PathKind::Missing;
    const qsizetype count = m_scope.firstParentOnly ? 1 : commit.parents.size();
    bool differs = true;
    for (const Git::ObjectId &parent : commit.parents.first(count)) {
        const Entry before = entryOf(parent);
        if (!before)
            return std::nullopt;
        differs = differs && *before != *own;
    }
    return differs;
}

std::optional<PathFilter::Entry> PathFilter::takeKnown(const Git::ObjectId &commit)
{
    const auto known = m_entries.constFind(commit);
    if (known == m_entries.cend())
        return std::nullopt;
    const Entry entry = *known;
    m_entries.erase(known);
    return entry;
}

bool PathFilter::isTakenMerge(const Git::ObjectId &commit)
{
    const auto read = m_commits.read(commit);
    return read && read->parents.size() > 1 && !changes(*read).value_or(true);
}

PathFilter::Entry PathFilter::entryOf(const Git::ObjectId &commit)
{
    if (const auto known = m_entries.constFind(commit); known != m_entries.cend())
        return *known;
    const auto read = m_commits.read(commit);
    const Entry entry = read ? lookUp(read->tree) : std::nullopt;
    m_entries.insert(commit, entry);
    return entry;
}

PathFilter::Entry PathFilter::lookUp(const Git::ObjectId &tree)
{
    auto entry = m_paths.inTree(tree, m_path);
    return entry ? Entry(*entry) : std::nullopt;
}

} // namespace History
