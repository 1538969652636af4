// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/types.h"

namespace History {

/// Lays out the lanes of a commit graph one row at a time, so that the result does not depend on how many
/// rows are asked for at once. Pure. A first parent stays in its child's column; a lane keeps its column
/// until it ends; a new lane takes the leftmost free one. Several children wait for one parent each in their
/// own lane and meet in its dot. Cost per commit: the lanes that are open.
class Weaver
{
public:
    /// Commits must come children first. A repeated parent counts once.
    GraphRow add(const Git::ObjectId &commit, const QList<Git::ObjectId> &parents);

private:
    struct Lane
    {
        Git::ObjectId awaited; ///< null: free
        int color = 0;
    };

    int open(const Git::ObjectId &awaited, int notBefore);
    int find(const Git::ObjectId &awaited) const;

    QList<Lane> m_lanes;
    int m_nextColor = 0;
};

} // namespace History
