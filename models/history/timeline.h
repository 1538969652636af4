// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "history/lanes.h"
#include "history/walk.h"

#include <QMutex>

#include <functional>
#include <memory>

namespace History {

struct TimelineQuery
{
    QList<Git::CommitPosition> tips; ///< in the order that Walk wants
    Order order = Order::Topological;
    bool firstParentOnly = false;
};

/// The order and the lanes of a history, row by row. Lanes are not kept: they are woven again from the
/// nearest frame above, of which there is one for each segment of about 1024 rows. About nine bytes a commit.
///
/// One worker loads while others ask for the rows there are. What readers see is never taken back: rows are
/// only added. All functions but load may be called from any thread at any time and wait for nothing.
class Timeline
{
    Q_DISABLE_COPY_MOVE(Timeline)

public:
    /// Told on the loading thread after each batch, with the number of rows there are.
    using Progress = std::function<void(qsizetype rows)>;

    /// Rows in the first segment, which is told of by itself so that a screen comes at once, and in all
    /// others (more if there are more lanes than that, so that frames take no more memory than commits).
    struct Batches
    {
        qsizetype first = 200;
        qsizetype segment = 1024;
    };

    Timeline() = default;
    explicit Timeline(Batches batches)
        : m_batches(batches)
    {}

    /// Once, on a worker. The result is the same for every `old`; but if old is complete, in the same order
    /// and over the same source, then only the rows above the first place from where on both go the same way
    /// are walked and woven, and the rest is shared: its cost does not depend on the length of the history,
    /// but for one look at the old order when tips lie inside it (a tag that was fetched; about 2 ms a
    /// million rows). Where only the columns differ below, the order is shared and the frames alone are made
    /// anew.
    Result<> load(Git::CommitSource &source, const TimelineQuery &query, const Timeline *old,
                  const Progress &progress, const CancelToken &cancel);

    /// Whether load came to the end.
    bool isComplete() const;
    /// Commits that were left out since their parents go round in a circle; known when complete.
    quint32 leftOut() const;

    qsizetype rowCount() const;
    Git::CommitPosition commitAt(qsizetype row) const; ///< kNoCommit: no such row
    /// Those there are of the rows asked for.
    QList<Git::CommitPosition> commits(qsizetype from, qsizetype count) const;
    QList<GraphRow> graphRows(qsizetype from, qsizetype count, int maxColumns = Lanes::kUnlimited) const;
    /// As drawn: at most the first one with firstParentOnly.
    Git::ParentPositions parentsAt(qsizetype row) const;

    /// The row of a commit at or below `from`; -1: none. One pass over the order, about a millisecond for a
    /// million rows; a parent is best looked for from its child on.
    qsizetype rowOf(Git::CommitPosition commit, qsizetype from = 0) const;
    /// The nearest row above that has this row's commit as a parent; -1: none.
    qsizetype childRow(qsizetype row) const;

    /// How much was shared, for measurements and tests.
    struct Cost
    {
        qsizetype walked = 0; ///< rows that were walked
        qsizetype woven = 0;  ///< rows whose lanes were followed, these included
        qsizetype segments = 0;
        qsizetype bytes = 0; ///< of order, parents and frames, shared ones included
    };
    Cost cost() const;

private:
    struct Segment;
    class Rows;
    struct Placed
    {
        qsizetype start = 0;
        std::shared_ptr<const Segment> segment;
    };
    /// A tip that no other commit leads to. Of the tips, the order depends on those alone.
    struct Head
    {
        qsizetype row = 0;
        Git::CommitPosition commit = Git::kNoCommit;
    };
    class Loader;

    std::vector<Placed> placed(qsizetype from, qsizetype count) const;

    Batches m_batches;
    TimelineQuery m_query;
    mutable QMutex m_mutex; ///< guards what follows
    std::vector<Placed> m_placed;
    std::vector<Head> m_heads; ///< by row; of a complete timeline
    qsizetype m_rowCount = 0;
    qsizetype m_walked = 0, m_woven = 0;
    quint32 m_leftOut = 0;
    bool m_isComplete = false;
};

} // namespace History
