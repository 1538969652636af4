// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitrange.h"

#include "git/commitstore.h"

#include <QHash>

#include <queue>
#include <tuple>

namespace Git {

namespace {

enum Mark : quint8 { Wanted = 1, Unwanted = 2, Queued = 4 };

/// Children have higher generations than their parents, so that all marks of a commit are there when it
/// comes.
struct Place
{
    quint64 generation = 0;
    quint64 date = 0;
    CommitPosition commit = kNoCommit;

    bool operator<(const Place &other) const
    {
        return std::tie(generation, date, commit) < std::tie(other.generation, other.date, other.commit);
    }
};

class Painter
{
public:
    explicit Painter(CommitStore &store)
        : m_store(store)
    {}

    void start(CommitPosition commit, Mark mark) { add(commit, mark); }

    QList<CommitPosition> paint(const CancelToken &cancel)
    {
        QList<CommitPosition> found;
        while (m_wantedInQueue > 0 && !cancel.isCancelled()) {
            const CommitPosition commit = m_queue.top().commit;
            m_queue.pop();
            const quint8 marks = m_marks[commit];
            const bool isWanted = (marks & Unwanted) == 0;
            if (isWanted) {
                --m_wantedInQueue;
                found += commit;
            }
            m_store.parents(commit, m_parents);
            for (const CommitPosition parent : m_parents) {
                if (parent != kNoCommit)
                    add(parent, isWanted ? Wanted : Unwanted);
            }
        }
        return found;
    }

private:
    void add(CommitPosition commit, Mark mark)
    {
        quint8 &marks = m_marks[commit];
        const bool wasQueued = (marks & Queued) != 0, wasWanted = wasQueued && (marks & Unwanted) == 0;
        marks |= mark | Queued;
        const bool isWanted = (marks & Unwanted) == 0;
        m_wantedInQueue += int(isWanted) - int(wasWanted);
        if (!wasQueued)
            m_queue.push({m_store.generation(commit), m_store.date(commit), commit});
    }

    CommitStore &m_store;
    std::priority_queue<Place> m_queue;
    QHash<CommitPosition, quint8> m_marks;
    ParentPositions m_parents;
    qsizetype m_wantedInQueue = 0;
};

} // namespace

Result<CommitRange> readCommitRange(const RepoLocation &where, const ObjectId &to,
                                    const QList<ObjectId> &without, const CancelToken &cancel)
{
    const auto store = CommitStore::open(where, {}, cancel);
    if (!store)
        return std::unexpected(store.error());
    const CommitStore::Job job(**store);
    const auto tips = (*store)->positions(QList<ObjectId>{to} + without, cancel);
    if (!tips)
        return std::unexpected(tips.error());
    if (tips->first() == kNoCommit)
        return fail(ErrorKind::NotFound, (*store)->problems().value(0));
    if (const auto read = (*store)->readAll(cancel); !read)
        return std::unexpected(read.error());
    Painter painter(**store);
    painter.start(tips->first(), Wanted);
    for (const CommitPosition tip : tips->sliced(1)) {
        if (tip != kNoCommit)
            painter.start(tip, Unwanted);
    }
    CommitRange range;
    for (const CommitPosition commit : painter.paint(cancel))
        range.commits += (*store)->id(commit);
    if (cancel.isCancelled())
        return failCancelled();
    range.isCutOff = (*store)->shallowEnds() > 0;
    range.problems = (*store)->problems();
    return range;
}

} // namespace Git
