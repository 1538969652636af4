// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

#include <functional>

namespace Git {

/// What reading a history came to.
struct LogEnd
{
    qsizetype commits = 0;
    QStringList problems; ///< damaged or missing commits, one sentence each
};

/// The newest commits by date that the tips lead to, at most limit. One that is missing or damaged is left
/// out. Reads no more than those, about 15 µs each.
Result<QList<Commit>> readRecentCommits(const RepoLocation &where, const QList<ObjectId> &tips,
                                        qsizetype limit, const CancelToken &cancel);

/// One commit in full, as Git shows it: replacements, grafts and the edge of a shallow clone are obeyed.
/// NotFound: no such commit in this clone.
Result<CommitDetails> readCommit(const RepoLocation &where, const ObjectId &id);

struct CommitChanges
{
    Commit commit;
    QList<FileChange> files; ///< against the first parent (or nothing, for a root); no rename detection
};

struct ChangesQuery
{
    ObjectId tip;
    QList<QByteArray> folders; ///< only paths at or below these (no trailing '/'); empty: all
    ObjectId stopAt;           ///< not included; null: to the root
    int limit = 0;             ///< commits visited; 0: all
};

/// Walks first parents from the tip and reports each commit that changed something in the folders. Trees with
/// equal ids are not descended into: cost is commits × depth of what changed. Newest first. Ends without a
/// report at the edge of a shallow clone, because what that commit changed is not known.
Result<void> walkChanges(const RepoLocation &where, const ChangesQuery &query,
                         const std::function<void(CommitChanges)> &sink, const CancelToken &cancel);

} // namespace Git
