// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/lanes.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace History {

using Git::CommitPosition;
using Git::kNoCommit;

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
    int &first = m_awaited[commit];
    if (first == kNone || column < first)
        lane.next = std::exchange(first, column);
    else // the leftmost stays first, the others have no order
        lane.next = std::exchange(m_lanes[static_cast<size_t>(first)].next, column);
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
    const int column = m_awaited.take(commit);
    if (column == kNone)
        return open();
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
            if (m_awaited.value(parent) == kNone)
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

int Lanes::openBefore(int column) const
{
    const auto end = m_lanes.begin() + std::min<qsizetype>(column, static_cast<qsizetype>(m_lanes.size()));
    return static_cast<int>(
        std::count_if(m_lanes.begin(), end, [](const Lane &lane) { return lane.awaited != kNoCommit; }));
}

// The lanes that come from above, those from the last column on as one of each kind. Returns how many are
// left of it.
int Lanes::drawAbove(CommitPosition commit, int last, Stroke *&out) const
{
    int drawn = 0, ending = 0;
    const int end = std::min(static_cast<int>(m_lanes.size()), last);
    for (int column = 0; column < end; ++column) {
        const CommitPosition awaited = m_lanes[static_cast<size_t>(column)].awaited;
        if (awaited == kNoCommit)
            continue;
        *out++ = {awaited == commit ? StrokeKind::Into : StrokeKind::Through, column, column};
        ++drawn;
    }
    if (drawn == m_openCount)
        return drawn;
    for (int at = m_awaited.value(commit); at != kNone; at = m_lanes[static_cast<size_t>(at)].next)
        ending += at >= last ? 1 : 0;
    if (m_openCount - drawn > ending)
        *out++ = {StrokeKind::Through, last, last};
    if (ending > 0)
        *out++ = {StrokeKind::Into, last, last};
    return drawn;
}

// Folds while it draws, as there can be far more lanes than columns; a row that turns out not to be wider
// than maxColumns has at most one lane in the last of them.
GraphRow Lanes::row(CommitPosition commit, std::span<const CommitPosition> parents, int maxColumns)
{
    GraphRow row;
    const int last = std::max(1, maxColumns) - 1;
    const int topWidth = static_cast<int>(m_lanes.size()), topOpen = m_openCount;
    row.strokes.resizeForOverwrite(std::min(topOpen, last) + std::ssize(parents) + 2);
    Stroke *out = row.strokes.data();
    const int drawnAbove = drawAbove(commit, last, out);

    const int dot = enter(commit);
    leave(dot, parents);
    row.width = std::max(topWidth, dot + 1);
    bool hasLast = false;
    for (size_t i = 0; i < parents.size(); ++i) {
        const int column = i == 0 ? dot : m_awaited.value(parents[i]);
        row.width = std::max(row.width, column + 1);
        if (column < last)
            *out++ = {StrokeKind::OutOf, column, column};
        else if (!std::exchange(hasLast, true))
            *out++ = {StrokeKind::OutOf, last, last};
    }
    row.strokes.resize(out - row.strokes.constData());
    row.column = row.color = std::min(dot, last);
    if (row.width > last + 1) {
        row.width = last + 1;
        row.fold = last;
        row.hiddenAbove = topOpen - drawnAbove;
        row.hiddenBelow = m_openCount - openBefore(last);
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
    m_awaited.clear();
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
