// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

namespace Git {

struct CommitRange
{
    QList<ObjectId> commits; ///< no commit before one that it is a parent of; newest first else
    bool isCutOff = false;   ///< the edge of a shallow clone is among them: there may be more
    QStringList problems;    ///< damaged or missing commits, one sentence each
};

/// The commits that `to` leads to and none of `without` does, as `git log to --not without`. Exact whatever
/// the clocks said. O(commits in between) where Git's graph file knows generations, else O(history).
/// NotFound: `to` is not in this clone. Blocking.
Result<CommitRange> readCommitRange(const RepoLocation &where, const ObjectId &to,
                                    const QList<ObjectId> &without, const CancelToken &cancel);

} // namespace Git
