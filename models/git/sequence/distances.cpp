// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/distances.h"

#include "git/commitstore.h"

#include <limits>
#include <queue>

namespace Git {

namespace {

enum Reached : quint8 { Local = 1, Upstream = 2, Both = 3 };

struct Waiting
{
    quint64 generation = 0;
    quint64 date = 0;
    CommitPosition commit = kNoCommit;
    bool operator<(const Waiting &other) const
    {
        return std::tie(generation, date) < std::tie(other.generation, other.date);
    }
};

struct Mark
{
    quint8 sides = 0;
    quint8 counted = 0; ///< 0 while it waits
};

class Apart
{
public:
    explicit Apart(CommitSource &source)
        : m_source(source)
    {}

    void add(CommitPosition commit, quint8 sides)
    {
        Mark &mark = m_marks[commit];
        const quint8 now = mark.sides | sides;
        if (now == mark.sides)
            return;
        const bool isWaiting = mark.sides != 0 && mark.counted == 0;
        if (isWaiting && mark.sides != Both && now == Both)
            --m_single;
        mark.sides = now;
        if (isWaiting)
            return;
        if (mark.counted != 0) // a clock was wrong: it turned out to be reached by both
            count(mark.counted, -1);
        mark.counted = 0;
        if (now != Both)
            ++m_single;
        m_queue.push({m_source.generation(commit), m_source.date(commit), commit});
    }

    // What both reach leads to nothing new, unless it is newer than something that was counted.
    bool isOver() const { return m_queue.empty() || (m_single == 0 && !(m_oldest < m_queue.top())); }

    void takeNext()
    {
        const Waiting next = m_queue.top();
        m_queue.pop();
        Mark &mark = m_marks[next.commit];
        mark.counted = mark.sides;
        const quint8 sides = mark.sides;
        if (sides != Both) {
            --m_single;
            count(sides, 1);
            m_oldest = std::min(m_oldest, next);
        }
        m_source.parents(next.commit, m_parents);
        for (const CommitPosition parent : std::as_const(m_parents))
            add(parent, sides);
    }

    AheadBehind distance() const { return m_distance; }

private:
    void count(quint8 sides, int change)
    {
        if (sides == Local)
            m_distance.ahead += change;
        else if (sides == Upstream)
            m_distance.behind += change;
    }

    CommitSource &m_source;
    QHash<CommitPosition, Mark> m_marks;
    std::priority_queue<Waiting> m_queue;
    qsizetype m_single = 0; ///< waiting, and known to be reached by one side only
    Waiting m_oldest{std::numeric_limits<quint64>::max(), std::numeric_limits<qint64>::max(), kNoCommit};
    ParentPositions m_parents;
    AheadBehind m_distance;
};

} // namespace

Result<AheadBehind> countApart(CommitSource &source, CommitPosition local, CommitPosition upstream,
                               const CancelToken &cancel)
{
    if (local == upstream)
        return AheadBehind();
    Apart apart(source);
    apart.add(local, Local);
    apart.add(upstream, Upstream);
    while (!apart.isOver()) {
        if (cancel.isCancelled())
            return failCancelled();
        apart.takeNext();
    }
    return apart.distance();
}

Result<QList<std::optional<AheadBehind>>>
readDistances(const RepoLocation &where, const QList<Tracking> &pairs, const CancelToken &cancel,
              const std::function<void(qsizetype, std::optional<AheadBehind>)> &told)
{
    const auto store = CommitStore::open(where, {}, cancel);
    if (!store)
        return std::unexpected(store.error());
    const CommitStore::Job job(**store);
    QList<std::optional<AheadBehind>> distances;
    for (const Tracking &pair : pairs) {
        const auto ends = (*store)->positions({pair.local, pair.upstream}, cancel);
        if (!ends)
            return std::unexpected(ends.error());
        std::optional<AheadBehind> distance;
        if (!ends->contains(kNoCommit)) {
            const auto counted = countApart(**store, ends->first(), ends->last(), cancel);
            if (!counted)
                return std::unexpected(counted.error());
            distance = *counted;
        }
        if (told)
            told(distances.size(), distance);
        distances.append(distance);
    }
    return distances;
}

} // namespace Git
