// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/commitsource.h"
#include "git/types.h"

namespace Git {

/// The commits that writeCommitGraph() writes, by position in any order. Called from the writing thread only.
class CommitGraphInput
{
public:
    virtual ~CommitGraphInput() = default;
    virtual CommitPosition count() const = 0;
    virtual ObjectId id(CommitPosition commit) const = 0;
    virtual ObjectId tree(CommitPosition commit) const = 0;
    virtual quint64 date(CommitPosition commit) const = 0;
    virtual void parents(CommitPosition commit, ParentPositions &out) const = 0; ///< replaces out
};

/// Writes one file in Git's commit-graph format, version 1, with both kinds of generation numbers; whole or
/// not at all. Every parent must be among the commits. Invalid: a parent that is not, an id of another size
/// or twice, a cycle. Denied: the file cannot be written. About 0.5 s and 20 MB per million commits.
Result<void> writeCommitGraph(const QByteArray &file, int hashSize, const CommitGraphInput &commits,
                              const CancelToken &cancel);

} // namespace Git
