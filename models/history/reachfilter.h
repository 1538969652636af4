// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/search.h"

namespace History {

/// Which commits the refs of branch: and ref: can reach. Commits have to come children first.
class ReachFilter
{
public:
    /// NotFound: no ref has such a name. A name is a short or a full one; * and ? stand for anything.
    static Result<ReachFilter> make(const Query &query, const SearchScope &scope);

    /// Asked of each commit once, wanted or not, because it passes on to the parents.
    bool allows(const Git::Commit &commit);

private:
    struct Reach
    {
        QSet<Git::ObjectId> next; ///< reached, and not asked about yet
        bool isNegated = false;
    };

    QList<Reach> m_reaches;
    bool m_firstParentOnly = false;
};

} // namespace History
