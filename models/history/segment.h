// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/lanes.h"
#include "history/timeline.h"

namespace History {

/// A stretch of a timeline's rows and what has to be known above its first row to go on from there.
struct Timeline::Segment
{
    LaneFrame frame;
    quint64 queued = 0; ///< WalkState::queued
    QList<Git::CommitPosition> commits;
    QList<Git::CommitPosition> parents; ///< of all rows, one after the other, see kLast

    /// Marks the last parent of a row; a row without parents has kNoCommit there, which has it too. Graph
    /// files hold fewer than 2^31 commits.
    static constexpr Git::CommitPosition kLast = 1U << 31;

    void append(Git::CommitPosition commit, std::span<const Git::CommitPosition> rowParents)
    {
        Q_ASSERT(commit < kLast);
        commits += commit;
        for (const Git::CommitPosition parent : rowParents)
            parents += parent;
        if (rowParents.empty())
            parents += Git::kNoCommit;
        else
            parents.last() |= kLast;
    }
};

/// Reads a segment's rows from the first one on.
class Timeline::Rows
{
public:
    explicit Rows(const Segment &segment)
        : m_segment(segment)
    {}

    bool isAtEnd() const { return m_row == m_segment.commits.size(); }
    Git::CommitPosition commit() const { return m_segment.commits[m_row]; }

    /// Of the row that commit() names; goes on to the next one. Valid until called again.
    std::span<const Git::CommitPosition> takeParents()
    {
        ++m_row;
        m_parents.clear();
        Git::CommitPosition parent = 0;
        do {
            parent = m_segment.parents[m_at++];
            if (parent != Git::kNoCommit)
                m_parents.push_back(parent & ~Segment::kLast);
        } while ((parent & Segment::kLast) == 0);
        return {m_parents.data(), static_cast<size_t>(m_parents.size())};
    }

private:
    const Segment &m_segment;
    Git::ParentPositions m_parents;
    qsizetype m_row = 0, m_at = 0;
};

} // namespace History
