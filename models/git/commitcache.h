// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

#include <memory>

namespace Git {

class CommitGraph;
class CommitStore;

/// The file in which the application keeps the commits of a repository that has no commit-graph of its own,
/// in Git's format. Named by where the repository is.
QByteArray commitCacheFile(const QByteArray &folder, const RepoLocation &where);

struct OpenedGraph
{
    std::shared_ptr<const CommitGraph> graph; ///< null: none that can be read
    QStringList problems;
};

/// The repository's own commit-graph, or ours when it was written later. A damaged one is named and passed
/// over; ours is deleted.
OpenedGraph openNewestGraph(const RepoLocation &where, const QByteArray &cacheFile,
                            const CancelToken &cancel);

/// All commits of the store, each of which must have been read. Keeps the files of the 20 repositories that
/// were written last and deletes others.
Result<void> writeCommitCache(const QByteArray &cacheFile, const CommitStore &store,
                              const CancelToken &cancel);

} // namespace Git
