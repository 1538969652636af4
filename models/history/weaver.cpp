// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/weaver.h"

namespace History {

int Weaver::find(const Git::ObjectId &awaited) const
{
    for (int column = 0; column < m_lanes.size(); ++column) {
        if (m_lanes[column].awaited == awaited)
            return column;
    }
    return -1;
}

int Weaver::open(const Git::ObjectId &awaited, int notBefore)
{
    int column = notBefore;
    while (column < m_lanes.size() && !m_lanes[column].awaited.isNull())
        ++column;
    if (column >= m_lanes.size())
        m_lanes.resize(column + 1);
    m_lanes[column] = {awaited, m_nextColor++};
    return column;
}

GraphRow Weaver::add(const Git::ObjectId &commit, const QList<Git::ObjectId> &parents)
{
    GraphRow row;
    const bool isTip = find(commit) < 0;
    row.column = isTip ? open(commit, 0) : find(commit);
    row.color = m_lanes[row.column].color;

    for (int column = 0; column < m_lanes.size(); ++column) {
        Lane &lane = m_lanes[column];
        if (lane.awaited == commit) {
            if (!isTip)
                row.strokes += Stroke{StrokeKind::Into, column, lane.color};
            lane.awaited = {};
        } else if (!lane.awaited.isNull()) {
            row.strokes += Stroke{StrokeKind::Through, column, lane.color};
        }
    }

    QList<Git::ObjectId> seen;
    for (const Git::ObjectId &parent : parents) {
        if (seen.contains(parent))
            continue;
        seen += parent;
        int column = row.column;
        if (seen.size() == 1) {
            m_lanes[column] = {parent, row.color};
        } else if (const int waiting = find(parent); waiting >= 0) {
            column = waiting;
        } else {
            column = open(parent, 0);
        }
        row.strokes += Stroke{StrokeKind::OutOf, column, m_lanes[column].color};
    }

    row.width = static_cast<int>(m_lanes.size());
    while (!m_lanes.isEmpty() && m_lanes.last().awaited.isNull())
        m_lanes.removeLast();
    return row;
}

} // namespace History
