// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/search.h"

namespace History {

/// What git is asked for one or two terms of a query: the commits that changed a path, that added or removed
/// a text, or that did so in a path.
struct GitFilter
{
    std::optional<Term> content, path;
    bool isNegated = false;
};

/// In the order of the query. One content: and one path: are asked together.
QList<GitFilter> makeGitFilters(const Query &query);

/// True for a path: that names no single path but has * or ? or [ in it.
bool isPathPattern(const Term &term);

/// Streams the ids that pass, whether negated or not, in the order of scope. Ids come in batches as git finds
/// them. Trusted only.
Result<void> readFiltered(const Git::Program &git, const GitFilter &filter, const SearchScope &scope,
                          const std::function<void(QList<Git::ObjectId>)> &sink, const CancelToken &cancel);

} // namespace History
