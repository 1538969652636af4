// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/walk.h"

#include <algorithm>

namespace History {

using Git::CommitPosition;
using Git::kNoCommit;
using Git::kNoGeneration;

namespace {

// The finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
quint64 mix(quint64 value)
{
    value += 0x9e3779b97f4a7c15;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

constexpr quint64 kTipsFollow = kNoCommit; // a mark between two lists; no position has this value

} // namespace

Walk::Walk(Git::CommitSource &source, std::span<const CommitPosition> tips, Order order, bool firstParentOnly,
           CancelToken cancel)
    : m_source(source)
    , m_order(order)
    , m_firstParentOnly(firstParentOnly)
    , m_cancel(std::move(cancel))
{
    addTips(tips);
}

void Walk::addTips(std::span<const CommitPosition> tips)
{
    for (const CommitPosition tip : tips) {
        if (tip == kNoCommit)
            continue;
        quint32 &mark = m_marks[tip];
        if (mark != 0)
            continue;
        see(tip, mark);
        m_tips.push_back({m_source.date(tip), 0, tip});
    }
    std::ranges::stable_sort(m_tips, std::greater(), &Dated::date);
    std::ranges::reverse(m_tips);
}

void Walk::see(CommitPosition commit, quint32 &mark)
{
    mark |= kSeen;
    ++m_seen;
    m_source.prefetch(commit);
    const quint64 generation = m_source.generation(commit);
    if (generation == kNoGeneration) {
        m_unranked.push_back(commit);
        return;
    }
    m_heap.push_back({generation, commit});
    std::ranges::push_heap(m_heap, Waiting());
}

std::span<const CommitPosition> Walk::parentsOf(CommitPosition commit)
{
    m_source.parents(commit, m_parents);
    const auto size = static_cast<size_t>(m_parents.size());
    return {m_parents.data(), m_firstParentOnly ? std::min<size_t>(size, 1) : size};
}

void Walk::explore(CommitPosition commit)
{
    m_marks[commit] |= kExplored;
    for (const CommitPosition parent : parentsOf(commit)) {
        quint32 &mark = m_marks[parent];
        mark = (mark + 1) | kHasChild;
        if ((mark & kSeen) == 0)
            see(parent, mark);
    }
}

bool Walk::exploreTo(quint64 generation)
{
    while (!m_unranked.empty() || (!m_heap.empty() && m_heap.front().generation >= generation)) {
        if (++m_steps % 4096 == 0 && m_cancel.isCancelled()) {
            m_isCancelled = true;
            return false;
        }
        CommitPosition commit = kNoCommit;
        if (!m_unranked.empty()) {
            commit = m_unranked.back();
            m_unranked.pop_back();
        } else {
            commit = m_heap.front().commit;
            std::ranges::pop_heap(m_heap, Waiting());
            m_heap.pop_back();
        }
        explore(commit);
    }
    m_depth = std::min(m_depth, generation);
    return true;
}

CommitPosition Walk::next()
{
    settle();
    while (!m_isCancelled) {
        const bool isTip = isTipDue();
        const CommitPosition commit = isTip ? takeTip() : takeQueued();
        if (commit != kNoCommit) {
            m_isAtHead = isTip;
            return yielded(commit);
        }
        if (!isTip) {
            m_isAtEnd = true;
            break;
        }
    }
    return kNoCommit;
}

// A tip that stands in the queue from the start comes before what is added later, among equal dates too; as
// the stack is last in, first out, there it comes after.
bool Walk::isTipDue() const
{
    if (m_tips.empty())
        return false;
    if (m_order == Order::Topological)
        return m_stack.empty();
    return m_queue.empty() || m_tips.back().date >= m_queue.front().date;
}

// kNoCommit: it has a child, which will lead to it, or did.
CommitPosition Walk::takeTip()
{
    const CommitPosition tip = m_tips.back().commit;
    m_tips.pop_back();
    quint32 &mark = m_marks[tip];
    if ((mark & (kExplored | kHasChild)) == 0 && !exploreTo(m_source.generation(tip)))
        return kNoCommit;
    if ((mark & (kQueued | kHasChild)) != 0)
        return kNoCommit;
    mark |= kQueued;
    return tip;
}

CommitPosition Walk::takeQueued()
{
    CommitPosition commit = kNoCommit;
    if (m_order == Order::Topological && !m_stack.empty()) {
        commit = m_stack.back();
        m_stack.pop_back();
    } else if (!m_queue.empty()) {
        commit = m_queue.front().commit;
        std::ranges::pop_heap(m_queue, Waiting());
        m_queue.pop_back();
    }
    return commit;
}

// What follows from it waits for the next call: until then the caller works with the commit, and memory
// brings what will be needed of its parents, which lie anywhere.
CommitPosition Walk::yielded(CommitPosition commit)
{
    ++m_size;
    m_emittedHash += mix(commit);
    m_source.parents(commit, m_yieldedParents);
    for (const CommitPosition parent : m_yieldedParents) {
        m_marks.prefetch(parent);
        m_source.prefetch(parent);
    }
    return commit;
}

void Walk::settle()
{
    for (const CommitPosition parent : m_yieldedParents) {
        quint32 &mark = m_marks[parent];
        // One that is explored had the highest generation left: all of its children are counted.
        if ((mark & kExplored) == 0 && !exploreTo(m_source.generation(parent)))
            break;
        if ((mark & kWaiting) != 0)
            --mark;
        if ((mark & (kWaiting | kQueued)) == 0) {
            mark |= kQueued;
            enqueue(parent);
        }
        if (m_firstParentOnly)
            break;
    }
    m_yieldedParents.clear();
}

void Walk::enqueue(CommitPosition commit)
{
    if (m_order == Order::Topological) {
        m_stack.push_back(commit);
        return;
    }
    m_queue.push_back({m_source.date(commit), m_turn++, commit});
    std::ranges::push_heap(m_queue, Waiting());
}

quint64 Walk::queued()
{
    settle();
    quint64 hash = 0;
    for (const CommitPosition commit : m_stack)
        hash = mix(hash ^ commit);
    auto queue = m_queue;
    std::ranges::sort(queue, Waiting());
    for (const Dated &waiting : queue)
        hash = mix(hash ^ waiting.commit);
    return hash;
}

WalkState Walk::state()
{
    WalkState state{
        .queued = queued(), .emitted = m_emittedHash, .lowestGeneration = m_depth, .size = m_size};
    state.pending = mix(state.queued ^ kTipsFollow);
    // Together with the stack, the tips that are not out lead to all that is still to come; hence they alone
    // decide which of them are no tips but parents.
    for (const Dated &tip : m_tips) {
        if ((m_marks.value(tip.commit) & kQueued) == 0)
            state.pending = mix(state.pending ^ tip.commit);
    }
    return state;
}

QList<CommitPosition> Walk::waitingTips() const
{
    QList<CommitPosition> tips;
    for (auto tip = m_tips.crbegin(); tip != m_tips.crend(); ++tip) {
        if ((m_marks.value(tip->commit) & (kQueued | kHasChild)) == 0)
            tips += tip->commit;
    }
    return tips;
}

} // namespace History
