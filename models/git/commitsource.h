// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVarLengthArray>

#include <limits>

namespace Git {

/// A commit's place in a CommitSource: stable for the life of the source, so that millions of commits are
/// named by four bytes each.
using CommitPosition = quint32;
inline constexpr CommitPosition kNoCommit = std::numeric_limits<CommitPosition>::max();
inline constexpr quint64 kNoGeneration = std::numeric_limits<quint64>::max();

using ParentPositions = QVarLengthArray<CommitPosition, 4>;

/// The shape of a history, by position. What walks and lays out a graph sees nothing else of a repository.
class CommitSource
{
public:
    virtual ~CommitSource() = default;

    /// One more than the highest position given out so far; grows while parents() meets new commits.
    virtual CommitPosition count() const = 0;
    /// The parents that there are, in the commit's order, each once; one that is missing, damaged or cut off
    /// is left out. May read the object database.
    virtual void parents(CommitPosition commit, ParentPositions &out) = 0;
    /// What Git sorts by, see CommitHeader.
    virtual quint64 date(CommitPosition commit) = 0;
    /// Greater than that of every parent; kNoGeneration when it is not known, which must then hold for every
    /// descendant too. See gitformat-commit-graph(5), "reachability".
    virtual quint64 generation(CommitPosition commit) = 0;
    /// A hint that parents() will soon be asked of it: where memory is slow, it may be fetched meanwhile.
    virtual void prefetch(CommitPosition) const {}
};

} // namespace Git
