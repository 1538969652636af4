// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/timeline.h"

#include "history/segment.h"

#include <algorithm>

namespace History {

using Git::CommitPosition;
using Git::kNoCommit;

QList<Timeline::Placed> Timeline::placed() const
{
    const QMutexLocker lock(&m_mutex);
    return m_placed;
}

// The segment that holds the row; rows beyond the end count to the last one, rows above the first to -1.
qsizetype Timeline::indexOf(const QList<Placed> &placed, qsizetype row)
{
    return std::ranges::upper_bound(placed, row, {}, &Placed::start) - placed.begin() - 1;
}

bool Timeline::isComplete() const
{
    const QMutexLocker lock(&m_mutex);
    return m_isComplete;
}

quint32 Timeline::leftOut() const
{
    const QMutexLocker lock(&m_mutex);
    return m_leftOut;
}

qsizetype Timeline::rowCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_rowCount;
}

CommitPosition Timeline::commitAt(qsizetype row) const
{
    return commits(row, 1).value(0, kNoCommit);
}

QList<CommitPosition> Timeline::commits(qsizetype from, qsizetype count) const
{
    const QList<Placed> placed = this->placed();
    QList<CommitPosition> found;
    if (from < 0 || count <= 0)
        return found;
    for (qsizetype at = indexOf(placed, from); at >= 0 && at < placed.size() && found.size() < count; ++at) {
        const QList<CommitPosition> &commits = placed[at].segment->commits;
        const qsizetype first = std::max<qsizetype>(0, from - placed[at].start);
        const qsizetype size = std::min(commits.size() - first, count - found.size());
        if (size > 0)
            found += commits.sliced(first, size);
    }
    return found;
}

QList<GraphRow> Timeline::graphRows(qsizetype from, qsizetype count, int maxColumns) const
{
    const QList<Placed> placed = this->placed();
    QList<GraphRow> found;
    qsizetype at = indexOf(placed, from);
    if (at < 0 || count <= 0)
        return found;
    Lanes lanes;
    lanes.restore(placed[at].segment->frame);
    for (; at < placed.size() && found.size() < count; ++at) {
        qsizetype row = placed[at].start;
        for (Rows rows(*placed[at].segment); !rows.isAtEnd() && found.size() < count; ++row) {
            const CommitPosition commit = rows.commit();
            if (row < from)
                lanes.step(commit, rows.takeParents());
            else
                found += lanes.row(commit, rows.takeParents(), maxColumns);
        }
    }
    return found;
}

Git::ParentPositions Timeline::parentsAt(qsizetype row) const
{
    const QList<Placed> placed = this->placed();
    const qsizetype at = indexOf(placed, row);
    if (at < 0)
        return {};
    Rows rows(*placed[at].segment);
    for (qsizetype i = placed[at].start; i < row && !rows.isAtEnd(); ++i)
        rows.takeParents();
    if (rows.isAtEnd())
        return {};
    const std::span<const CommitPosition> parents = rows.takeParents();
    return Git::ParentPositions(parents.begin(), parents.end());
}

qsizetype Timeline::rowOf(CommitPosition commit, qsizetype from) const
{
    const QList<Placed> placed = this->placed();
    const qsizetype start = std::max<qsizetype>(0, from);
    for (qsizetype at = std::max<qsizetype>(0, indexOf(placed, start)); at < placed.size(); ++at) {
        const qsizetype first = std::max<qsizetype>(0, start - placed[at].start);
        const qsizetype index = placed[at].segment->commits.indexOf(commit, first);
        if (index >= 0 && first < placed[at].segment->commits.size())
            return placed[at].start + index;
    }
    return -1;
}

qsizetype Timeline::childRow(qsizetype row) const
{
    const CommitPosition commit = commitAt(row);
    const QList<Placed> placed = this->placed();
    if (commit == kNoCommit)
        return -1;
    for (qsizetype at = indexOf(placed, row); at >= 0; --at) {
        const Segment &segment = *placed[at].segment;
        if (!segment.parents.contains(commit) && !segment.parents.contains(commit | Segment::kLast))
            continue;
        qsizetype child = -1, above = placed[at].start;
        for (Rows rows(segment); !rows.isAtEnd() && above < row; ++above) {
            if (std::ranges::contains(rows.takeParents(), commit))
                child = above;
        }
        if (child >= 0)
            return child;
    }
    return -1;
}

Timeline::Cost Timeline::cost() const
{
    const QList<Placed> placed = this->placed();
    Cost cost;
    for (const Placed &part : placed) {
        const Segment &segment = *part.segment;
        const qsizetype entries =
            segment.commits.capacity() + segment.parents.capacity() + segment.frame.awaited.capacity();
        cost.bytes += entries * qsizetype(sizeof(CommitPosition)) + qsizetype(sizeof(Segment));
    }
    cost.segments = placed.size();
    const QMutexLocker lock(&m_mutex);
    cost.walked = m_walked;
    cost.woven = m_woven;
    return cost;
}

} // namespace History
