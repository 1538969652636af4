// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

#include <functional>

namespace Git {

struct LogQuery
{
    QList<ObjectId> tips; ///< empty: HEAD and every branch, remote branch, tag and stash
    int limit = 0;        ///< 0: all
    bool firstParentOnly = false;
    int batchSize = 1000; ///< commits handed over at once; the first batch is smaller
};

using CommitSink = std::function<void(QList<Commit>)>;

/// Streams commits, children before parents, newest first where that leaves a choice. A missing or damaged
/// commit and the edge of a shallow clone end their line and are named in problems; parents stay as recorded.
/// Calls sink on the calling thread. All commits are read before the first batch, about 15 µs each; with a
/// limit only some hundred more than that, so that a clock off by more than those may bring a parent before
/// its child.
struct LogEnd
{
    qsizetype commits = 0;
    QStringList problems; ///< damaged or missing commits, one sentence each, at most 20
};
Result<LogEnd> readLog(const RepoLocation &where, const LogQuery &query, const CommitSink &sink,
                       const CancelToken &cancel);

/// The same, gathered.
Result<QList<Commit>> readCommits(const RepoLocation &where, const LogQuery &query,
                                  const CancelToken &cancel);

/// One commit in full. NotFound: no such commit in this clone.
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
