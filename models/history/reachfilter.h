// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitstore.h"
#include "history/search.h"

namespace History {

/// Which commits the refs of branch: and ref: lead to, wherever the rows start. A name is a short or a full
/// one; * and ? stand for anything. HEAD is meant only by its own name.
class ReachFilter
{
public:
    ReachFilter() = default; ///< allows all

    /// NotFound: no ref has such a name. Nothing without such a term, else one look at each commit that the
    /// refs lead to, by a store of its own: about 0.2 s a million, more where no graph file is.
    static Result<ReachFilter> make(const Git::RepoLocation &where, const Query &query,
                                    const SearchScope &scope, const CancelToken &cancel);

    bool allows(const Git::ObjectId &commit) const;

private:
    struct Reach
    {
        std::vector<bool> commits; ///< by position
        bool isNegated = false;
    };

    Result<void> mark(Reach &reach, const QList<Git::ObjectId> &targets, bool firstParentOnly,
                      const CancelToken &cancel);

    std::shared_ptr<Git::CommitStore> m_store;
    std::vector<Reach> m_reaches;
};

} // namespace History
