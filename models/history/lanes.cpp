// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/lanes.h"

#include <algorithm>
#include <functional>

namespace History {

using Git::CommitPosition;
using Git::kNoCommit;

int Lanes::firstAwaiting(CommitPosition commit) const
{
    return static_cast<int>(m_heads.value(commit)) - 1;
}

int Lanes::open()
{
    ++m_openCount;
    // The heap holds columns that were cut off since only if nothing to their left is free.
    if (!m_free.empty() && m_free.front() < static_cast<int>(m_lanes.size())) {
        std::ranges::pop_heap(m_free, std::greater());
        const int column = m_free.back();
        m_free.pop_back();
        return column;
    }
    m_free.clear();
    m_lanes.emplace_back();
    return static_cast<int>(m_lanes.size()) - 1;
}

void Lanes::await(int column, CommitPosition commit)
{
    Lane &lane = m_lanes[static_cast<size_t>(column)];
    lane.awaited = commit;
    quint32 &head = m_heads[commit];
    const int first = static_cast<int>(head) - 1;
    if (first == kNone || column < first) {
        lane.next = first;
        head = static_cast<quint32>(column + 1);
    } else { // the leftmost stays first, the others have no order
        lane.next = std::exchange(m_lanes[static_cast<size_t>(first)].next, column);
    }
}

void Lanes::release(int column)
{
    --m_openCount;
    m_lanes[static_cast<size_t>(column)] = {};
    m_free.push_back(column);
    std::ranges::push_heap(m_free, std::greater());
}

// The column of the commit's dot, which stays taken; all other lanes that awaited it end.
int Lanes::enter(CommitPosition commit)
{
    const int column = firstAwaiting(commit);
    if (column == kNone)
        return open();
    m_heads[commit] = 0;
    int other = std::exchange(m_lanes[static_cast<size_t>(column)].next, kNone);
    while (other != kNone) {
        const int next = m_lanes[static_cast<size_t>(other)].next;
        release(other);
        other = next;
    }
    return column;
}

void Lanes::leave(int column, std::span<const CommitPosition> parents)
{
    if (parents.empty()) {
        release(column);
    } else {
        await(column, parents.front());
        for (const CommitPosition parent : parents.subspan(1)) {
            if (firstAwaiting(parent) == kNone)
                await(open(), parent);
        }
    }
    while (!m_lanes.empty() && m_lanes.back().awaited == kNoCommit)
        m_lanes.pop_back();
}

void Lanes::step(CommitPosition commit, std::span<const CommitPosition> parents)
{
    leave(enter(commit), parents);
}

// Lanes beyond maxColumns are not listed one by one: a single stroke of each kind stands for them, as they
// would be one after folding.
GraphRow Lanes::row(CommitPosition commit, std::span<const CommitPosition> parents, int maxColumns)
{
    GraphRow row;
    const int limit = std::max(1, maxColumns);
    const int topWidth = static_cast<int>(m_lanes.size());
    row.strokes.reserve(std::min(m_openCount, limit) + static_cast<qsizetype>(parents.size()) + 2);
    int beyond = m_openCount, endingBeyond = 0;
    for (int column = 0; column < std::min(topWidth, limit); ++column) {
        const CommitPosition awaited = m_lanes[static_cast<size_t>(column)].awaited;
        if (awaited == kNoCommit)
            continue;
        row.strokes += Stroke{awaited == commit ? StrokeKind::Into : StrokeKind::Through, column, column};
        --beyond;
    }
    if (beyond > 0) {
        for (int at = firstAwaiting(commit); at != kNone; at = m_lanes[static_cast<size_t>(at)].next)
            endingBeyond += at >= limit ? 1 : 0;
        if (beyond > endingBeyond)
            row.strokes += Stroke{StrokeKind::Through, limit, limit};
        if (endingBeyond > 0)
            row.strokes += Stroke{StrokeKind::Into, limit, limit};
    }

    row.column = row.color = enter(commit);
    row.width = std::max(topWidth, row.column + 1);
    leave(row.column, parents);
    for (size_t i = 0; i < parents.size(); ++i) {
        const int column = i == 0 ? row.column : firstAwaiting(parents[i]);
        row.strokes += Stroke{StrokeKind::OutOf, column, column};
        row.width = std::max(row.width, column + 1);
    }
    return row.width <= limit ? row : foldedAt(std::move(row), limit, beyond);
}

// In: a row whose strokes say nothing of how many lanes lie beyond the limit, of which there were so many
// above.
GraphRow Lanes::foldedAt(GraphRow row, int limit, int beyondAbove) const
{
    const bool isOpenAtFold = std::ranges::any_of(row.strokes, [&](const Stroke &stroke) {
        return stroke.column == limit - 1 && stroke.kind != StrokeKind::OutOf;
    });
    row = folded(std::move(row), limit);
    row.hiddenAbove = beyondAbove + (isOpenAtFold ? 1 : 0);
    row.hiddenBelow = m_openCount;
    for (int column = 0; column < std::min(row.fold, static_cast<int>(m_lanes.size())); ++column) {
        if (m_lanes[static_cast<size_t>(column)].awaited != kNoCommit)
            --row.hiddenBelow;
    }
    return row;
}

LaneFrame Lanes::frame() const
{
    LaneFrame frame;
    frame.awaited.reserve(static_cast<qsizetype>(m_lanes.size()));
    for (const Lane &lane : m_lanes)
        frame.awaited += lane.awaited;
    return frame;
}

void Lanes::restore(const LaneFrame &frame)
{
    for (const Lane &lane : m_lanes) {
        if (lane.awaited != kNoCommit)
            m_heads[lane.awaited] = 0;
    }
    m_lanes.assign(static_cast<size_t>(frame.awaited.size()), Lane());
    m_free.clear();
    m_openCount = 0;
    for (int column = 0; column < static_cast<int>(frame.awaited.size()); ++column) {
        if (const CommitPosition awaited = frame.awaited[column]; awaited != kNoCommit) {
            ++m_openCount;
            await(column, awaited);
        } else {
            m_free.push_back(column); // ascending: a heap as it is
        }
    }
}

} // namespace History
