// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/lanes.h"
#include "randomhistory.h"

#include <map>

namespace Tests {

/// Follows what is drawn from edge to edge of the rows, knowing nothing of how it was laid out.
class DrawnEdges
{
public:
    /// What is wrong with the row below those that were added before; empty: nothing.
    QByteArray add(CommitPosition commit, std::span<const CommitPosition> parents, const GraphRow &row)
    {
        std::map<int, CommitPosition> below;
        bool isReached = false;
        qsizetype used = 0;
        for (const Stroke &stroke : row.strokes) {
            if (stroke.column < 0 || stroke.column >= row.width)
                return "a stroke outside the row";
            if (stroke.kind == StrokeKind::OutOf)
                continue;
            const auto lane = m_lanes.find(stroke.column);
            if (lane == m_lanes.end())
                return "a lane from nowhere";
            ++used;
            if ((stroke.kind == StrokeKind::Into) != (lane->second == commit))
                return "a lane ends in a dot that is not its parent, or passes the one that is";
            if (stroke.kind == StrokeKind::Through && stroke.column == row.column)
                return "a lane through a dot";
            if (stroke.kind == StrokeKind::Through && !below.insert(*lane).second)
                return "a lane drawn twice";
            isReached = isReached || stroke.kind == StrokeKind::Into;
        }
        if (used != static_cast<qsizetype>(m_lanes.size()))
            return "a lane that breaks off, or is drawn twice";
        if (!isReached && m_awaited.contains(commit))
            return "a dot that no child leads to";
        m_lanes = std::move(below);
        return addParents(parents, row);
    }

    /// After the last row.
    QByteArray atEnd() const
    {
        return m_lanes.empty() ? QByteArray() : QByteArray("lanes that end in no dot");
    }

private:
    QByteArray addParents(std::span<const CommitPosition> parents, const GraphRow &row)
    {
        size_t next = 0;
        for (const Stroke &stroke : row.strokes) {
            if (stroke.kind != StrokeKind::OutOf)
                continue;
            if (next == parents.size())
                return "more lines than parents";
            const CommitPosition parent = parents[next++];
            const auto [lane, isNew] = m_lanes.insert({stroke.column, parent});
            if (!isNew && lane->second != parent)
                return "a line that joins a lane to another parent";
            m_awaited += parent;
        }
        return next == parents.size() ? QByteArray() : QByteArray("a parent without a line");
    }

    std::map<int, CommitPosition> m_lanes; ///< column at the lower edge -> parent it leads to
    QSet<CommitPosition> m_awaited;
};

} // namespace Tests
