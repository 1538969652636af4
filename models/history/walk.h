// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/commitsource.h"
#include "history/zeroedarray.h"

#include <QList>

#include <span>
#include <vector>

namespace History {

enum class Order {
    Topological, ///< no line is left before it joins another, as `git log --graph`
    Date,        ///< newest committer date first where that leaves a choice, as `git rev-list --date-order`
};

/// What decides everything that a walk will still yield. Two walks over the same positions in the same order
/// whose `pending` are equal yield the same from here on, and so do those whose `queued` are equal and whose
/// tips differ by some that have a child still to come; `emitted` and `size` then tell whether they have
/// yielded the same commits so far.
struct WalkState
{
    quint64 pending = 0;          ///< of the commits and tips waiting to come out, in order
    quint64 queued = 0;           ///< of these but for the tips whose turn has not come
    quint64 emitted = 0;          ///< of the set of commits that came out, in any order
    quint64 lowestGeneration = 0; ///< children are counted for every commit at or above it
    quint32 size = 0;             ///< commits that came out
    bool operator==(const WalkState &) const = default;
};

/// Yields every commit that is reachable from the tips, children before parents, in exactly the order of
/// `git rev-list`. Looks ahead only as far as generation numbers demand, so that the first commits do not
/// wait for the last one; without them (kNoGeneration) it looks at all such commits first. It looks at a tip
/// only when its turn comes. O(1) a commit but for a queue that is as long as the history is wide; four bytes
/// for each position touched. Not thread-safe.
///
/// Kahn's topological sort over counts of children that are made from the highest generation down, see the
/// commit-graph design notes in Git's Documentation/technical.
class Walk
{
    Q_DISABLE_COPY_MOVE(Walk)

public:
    /// tips: in the order Git would be given them (all: refs by name, then HEAD); kNoCommit and repeats are
    /// skipped. They are taken newest first. The source must outlive this.
    Walk(Git::CommitSource &source, std::span<const Git::CommitPosition> tips, Order order,
         bool firstParentOnly = false, CancelToken cancel = {});

    /// kNoCommit: the end, or cancelled.
    Git::CommitPosition next();

    /// O(commits and tips waiting), by date times their logarithm.
    WalkState state();
    /// WalkState::queued alone: O(commits waiting), the same.
    quint64 queued();
    /// Tips that are not out, in the order of their turns. Left out are those that are known to have a child
    /// here: their turn changes nothing.
    QList<Git::CommitPosition> waitingTips() const;
    /// Whether what next() gave was a tip that no other commit leads to.
    bool isAtHead() const { return m_isAtHead; }

    /// Whether the tips lead to a commit. Known for commits at or above state().lowestGeneration, and for all
    /// at the end.
    bool isReachable(Git::CommitPosition commit) const { return (m_marks.value(commit) & kSeen) != 0; }

    /// Commits that were found but have no first one among them, because their parents go round in a circle
    /// (by replace refs or a hostile graph file). Known at the end, 0 before.
    quint32 leftOver() const { return m_isAtEnd ? m_seen - m_size : 0; }

private:
    // A mark holds the number of children that are not out yet and these.
    static constexpr quint32 kSeen = 1U << 31;     ///< in m_unexplored, or was
    static constexpr quint32 kExplored = 1U << 30; ///< counted among the children of its parents
    static constexpr quint32 kQueued = 1U << 29;   ///< waits to come out, or is out
    static constexpr quint32 kHasChild = 1U << 28;
    static constexpr quint32 kWaiting = kHasChild - 1;

    struct Unexplored
    {
        quint64 generation = 0;
        Git::CommitPosition commit = Git::kNoCommit;
    };
    struct Dated
    {
        quint64 date = 0;
        quint32 turn = 0;
        Git::CommitPosition commit = Git::kNoCommit;
    };
    struct Waiting
    {
        bool operator()(const Unexplored &a, const Unexplored &b) const
        {
            return a.generation < b.generation;
        }
        bool operator()(const Dated &a, const Dated &b) const
        {
            return a.date != b.date ? a.date < b.date : a.turn > b.turn;
        }
    };

    void addTips(std::span<const Git::CommitPosition> tips);
    void see(Git::CommitPosition commit, quint32 &mark);
    void explore(Git::CommitPosition commit);
    bool exploreTo(quint64 generation);
    std::span<const Git::CommitPosition> parentsOf(Git::CommitPosition commit);
    void enqueue(Git::CommitPosition commit);
    Git::CommitPosition takeTip();
    Git::CommitPosition takeQueued();
    bool isTipDue() const;
    Git::CommitPosition yielded(Git::CommitPosition commit);
    void settle();

    Git::CommitSource &m_source;
    Order m_order;
    bool m_firstParentOnly;
    CancelToken m_cancel;
    ZeroedArray m_marks;
    std::vector<Unexplored> m_heap;              ///< by generation
    std::vector<Git::CommitPosition> m_unranked; ///< to explore, without a generation: before all others
    std::vector<Dated> m_tips;                   ///< last first
    std::vector<Git::CommitPosition> m_stack;    ///< Order::Topological
    std::vector<Dated> m_queue;                  ///< Order::Date: a heap
    Git::ParentPositions m_parents;
    Git::ParentPositions m_yieldedParents; ///< of the commit that came out last, until settle()
    quint64 m_emittedHash = 0;
    quint64 m_depth = Git::kNoGeneration;
    quint32 m_turn = 0, m_size = 0, m_seen = 0, m_steps = 0;
    bool m_isCancelled = false, m_isAtEnd = false, m_isAtHead = false;
};

} // namespace History
