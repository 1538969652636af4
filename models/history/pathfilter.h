// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitread.h"
#include "git/pathentry.h"
#include "history/search.h"

namespace History {

/// Which commits changed one path, found by comparing trees and starting nothing. A merge counts when it
/// differs from each parent. Commits have to come children first.
class PathFilter
{
public:
    static Result<PathFilter> open(const Git::RepoLocation &where, const Term &term,
                                   const SearchScope &scope);

    const Term &term() const { return m_term; }
    /// Nothing when it cannot be told, as at the edge of a shallow clone.
    std::optional<bool> changes(const Git::Commit &commit);
    /// True for a merge that has the path as one of its parents has it.
    bool isTakenMerge(const Git::ObjectId &commit);

private:
    using Entry = std::optional<Git::PathEntry>; ///< nothing: cannot be read

    PathFilter(Git::CommitReader commits, Git::PathLookup paths, const Term &term, const SearchScope &scope);
    std::optional<Entry> takeKnown(const Git::ObjectId &commit);
    Entry entryOf(const Git::ObjectId &commit);
    Entry lookUp(const Git::ObjectId &tree);

    Git::CommitReader m_commits;
    Git::PathLookup m_paths;
    Term m_term;
    QByteArray m_path;
    const SearchScope &m_scope;
    QHash<Git::ObjectId, Entry> m_entries; ///< of parents whose turn is still to come
};

} // namespace History
