// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitsource.h"
#include "history/awaitedtable.h"
#include "history/types.h"

#include <span>
#include <vector>

namespace History {

/// The lanes that are open between two rows: all that the rows below depend on. Four bytes a column.
struct LaneFrame
{
    QList<Git::CommitPosition> awaited; ///< by column; kNoCommit: free. The last column is never free.
    bool operator==(const LaneFrame &) const = default;
};

/// Lays out the lanes of a commit graph one row at a time, so that the result does not depend on how many
/// rows are asked for at once. Pure. A first parent stays in its child's column; a lane keeps its column
/// until it ends; a new lane takes the leftmost free one. Several children wait for one parent each in their
/// own lane and meet in its dot, except that a merge's further parent that is already awaited joins the
/// waiting lane.
///
/// A lane's colour is its column: lanes side by side differ, and commits that are added on top do not shift
/// the colours of the lanes below, as a running number would.
///
/// As large as the graph is wide. Not thread-safe.
class Lanes
{
public:
    static constexpr int kUnlimited = std::numeric_limits<int>::max();

    /// Commits must come children first, each with its parents once. O(1) amortised in the graph's width, but
    /// for the logarithm of the number of free columns.
    void step(Git::CommitPosition commit, std::span<const Git::CommitPosition> parents);

    /// As step, and gives what to draw: folded(row, maxColumns) of the row in full. O(maxColumns + parents).
    GraphRow row(Git::CommitPosition commit, std::span<const Git::CommitPosition> parents,
                 int maxColumns = kUnlimited);

    int openCount() const { return m_openCount; }

    /// O(columns), both.
    LaneFrame frame() const;
    void restore(const LaneFrame &frame);

private:
    struct Lane
    {
        Git::CommitPosition awaited = Git::kNoCommit; ///< kNoCommit: free
        int next = kNone;                             ///< column of another lane that awaits the same
    };
    static constexpr int kNone = AwaitedTable::kNone;

    int open();
    void await(int column, Git::CommitPosition commit);
    void release(int column);
    int enter(Git::CommitPosition commit);
    void leave(int column, std::span<const Git::CommitPosition> parents);
    int openBefore(int column) const;
    int drawAbove(Git::CommitPosition commit, int last, Stroke *&out) const;

    std::vector<Lane> m_lanes;
    AwaitedTable m_awaited;  ///< the leftmost column that awaits a commit
    std::vector<int> m_free; ///< heap of free columns, leftmost first; stale from m_lanes.size() on
    int m_openCount = 0;
};

} // namespace History
