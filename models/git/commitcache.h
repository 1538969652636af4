// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

#include <QHash>

#include <memory>

namespace Git {

class CommitGraph;
class CommitStore;

/// The file in which the application keeps the commits of a repository that has no commit-graph of its own,
/// in Git's format. Named by where the repository is, and by what makes its history another than its commits
/// record (CommitOverrides::print()): such a file holds the history as it is shown.
QByteArray commitCacheFile(const QByteArray &folder, const RepoLocation &where, const QByteArray &overrides);

/// Files of graphs, by their paths, with their stamps: see CommitGraph::stamps().
using GraphStamps = QHash<QByteArray, QByteArray>;

struct OpenedGraph
{
    std::shared_ptr<const CommitGraph> graph; ///< null: none that can be read
    QStringList problems;
    GraphStamps damaged; ///< what was passed over because its checksum is known to be wrong
};

/// The repository's own commit-graph, or ours when it was written later. A damaged one is named and passed
/// over; ours is deleted. damaged: files whose checksums were found to be wrong.
OpenedGraph openNewestGraph(const RepoLocation &where, const QByteArray &cacheFile,
                            const GraphStamps &damaged, const CancelToken &cancel);

/// Ours, whenever it was written; null: none that can be read. A damaged one is deleted.
std::shared_ptr<const CommitGraph> openKeptGraph(const QByteArray &cacheFile, const GraphStamps &damaged,
                                                 const CancelToken &cancel);

/// Whether one of these files is not there any more, or another one.
bool isAnyReplaced(const GraphStamps &files);

/// All commits of the store, each of which must have been read. Keeps the files of the 20 repositories that
/// were written last, one of each, and deletes others.
Result<void> writeCommitCache(const QByteArray &cacheFile, const CommitStore &store,
                              const CancelToken &cancel);

} // namespace Git
