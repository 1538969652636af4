// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/commitsource.h"
#include "git/largearray.h"

#include <algorithm>
#include <vector>

namespace Git {

/// The topological level of every commit: 1 for a root, else one more than the highest of its parents. The
/// callable parents(position, ParentPositions &out) must name positions below count only. Null: there is a
/// cycle, or it was cancelled. A walk in depth without recursion; linear in commits and edges.
template<class Parents>
LargeArray<quint32> topologicalLevels(CommitPosition count, const Parents &parents, const CancelToken &cancel)
{
    constexpr quint32 betweenLooks = 1 << 16; // steps
    constexpr quint32 unseen = 0, open = std::numeric_limits<quint32>::max();
    auto levels = makeLargeArray<quint32>(count);
    std::fill_n(levels.get(), count, unseen);
    std::vector<CommitPosition> stack;
    ParentPositions found;
    quint32 steps = 0;
    for (CommitPosition start = 0; start < count; ++start) {
        stack.push_back(start);
        while (!stack.empty()) {
            if (steps++ % betweenLooks == 0 && cancel.isCancelled())
                return nullptr;
            const CommitPosition commit = stack.back();
            quint32 &level = levels[commit];
            if (level != unseen && level != open) {
                stack.pop_back();
                continue;
            }
            level = open;
            parents(commit, found);
            quint32 highest = 0;
            for (const CommitPosition parent : found) {
                if (levels[parent] == unseen)
                    stack.push_back(parent);
                else if (levels[parent] == open)
                    return nullptr;
                else
                    highest = std::max(highest, levels[parent]);
            }
            if (stack.back() == commit)
                level = highest + 1;
        }
    }
    return levels;
}

} // namespace Git
