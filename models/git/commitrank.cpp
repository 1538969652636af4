// SPDX-License-Identifier: GPL-3.0-or-later
// The generations of commits that no graph file holds.
#include "git/commitgraph.h"
#include "git/commitgraphfile.h"
#include "git/commitstore.h"
#include "git/loadedcommits.h"

namespace Git {

namespace {

constexpr quint64 kOnStack = kNoGeneration - 1;

} // namespace

// Whoever was read has only parents that were read too, or none.
Result<void> CommitStore::rank(const CancelToken &cancel)
{
    if (!areRanksKnown())
        return {};
    const size_t before = m_generations.size();
    m_generations.resize(m_loaded->size(), kNoGeneration);
    std::vector<quint32> stack;
    ParentPositions above;
    for (size_t start = before; start < m_generations.size(); ++start) {
        if (start % 4096 == 0 && cancel.isCancelled()) {
            m_generations.resize(before);
            return failCancelled();
        }
        stack.assign(1, static_cast<quint32>(start));
        while (!stack.empty()) {
            const quint32 at = stack.back();
            if (!rankFrom(at, stack, above))
                continue;
            stack.pop_back();
        }
    }
    return {};
}

// False: parents were put on the stack that must be ranked first.
bool CommitStore::rankFrom(quint32 at, std::vector<quint32> &stack, ParentPositions &above)
{
    if (m_generations[at] < kOnStack)
        return true;
    const bool isSecondLook = m_generations[at] == kOnStack;
    m_generations[at] = kOnStack;
    m_loaded->parents(at, above);
    quint64 highest = 0;
    bool isReady = true;
    for (const CommitPosition parent : above) {
        if (parent < m_graphCount) {
            highest = std::max(highest, m_graph->generation(parent));
            continue;
        }
        const quint64 generation = m_generations[parent - m_graphCount];
        if (generation < kOnStack) {
            highest = std::max(highest, generation);
        } else if (!isSecondLook) {
            stack.push_back(parent - m_graphCount);
            isReady = false;
        }
    }
    if (!isReady)
        return false;
    const bool byDate = !m_graph || m_graph->hasCorrectedDates();
    const quint64 least = byDate ? m_loaded->date(at) & CommitGraphFile::kDateMask : 0;
    m_generations[at] = std::max(highest + 1, least);
    return true;
}

} // namespace Git
