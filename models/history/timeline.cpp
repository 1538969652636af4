// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/timeline.h"

#include "history/segment.h"

#include <algorithm>
#include <limits>
#include <ranges>

namespace History {

using Git::CommitPosition;
using Git::kNoCommit;

// The segments that hold these rows. They are copied, so that the loader may add to the list meanwhile.
std::vector<Timeline::Placed> Timeline::placed(qsizetype from, qsizetype count) const
{
    const QMutexLocker lock(&m_mutex);
    if (from < 0 || count <= 0 || from >= m_rowCount)
        return {};
    const qsizetype end = from + std::min(count, m_rowCount - from);
    const auto first = std::ranges::upper_bound(m_placed, from, {}, &Placed::start) - 1;
    return {first, std::ranges::lower_bound(m_placed, end, {}, &Placed::start)};
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
    QList<CommitPosition> found;
    for (const Placed &part : placed(from, count)) {
        const QList<CommitPosition> &commits = part.segment->commits;
        const qsizetype first = std::max<qsizetype>(0, from - part.start);
        found += commits.sliced(first, std::min(commits.size() - first, count - found.size()));
    }
    return found;
}

QList<GraphRow> Timeline::graphRows(qsizetype from, qsizetype count, int maxColumns) const
{
    QList<GraphRow> found;
    const std::vector<Placed> parts = placed(from, count);
    if (parts.empty())
        return found;
    Lanes lanes;
    lanes.restore(parts.front().segment->frame);
    for (const Placed &part : parts) {
        qsizetype row = part.start;
        for (Rows rows(*part.segment); !rows.isAtEnd() && found.size() < count; ++row) {
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
    const std::vector<Placed> parts = placed(row, 1);
    if (parts.empty())
        return {};
    Rows rows(*parts.front().segment);
    for (qsizetype above = parts.front().start; above < row; ++above)
        rows.takeParents();
    const std::span<const CommitPosition> parents = rows.takeParents();
    return Git::ParentPositions(parents.begin(), parents.end());
}

qsizetype Timeline::rowOf(CommitPosition commit, qsizetype from) const
{
    const qsizetype start = std::max<qsizetype>(0, from);
    for (const Placed &part : placed(start, std::numeric_limits<qsizetype>::max())) {
        const qsizetype index =
            part.segment->commits.indexOf(commit, std::max<qsizetype>(0, start - part.start));
        if (index >= 0)
            return part.start + index;
    }
    return -1;
}

qsizetype Timeline::childRow(qsizetype row) const
{
    const CommitPosition commit = commitAt(row);
    const std::vector<Placed> parts = placed(0, row + 1);
    if (commit == kNoCommit)
        return -1;
    for (const Placed &part : parts | std::views::reverse) {
        const Segment &segment = *part.segment;
        if (!segment.parents.contains(commit) && !segment.parents.contains(commit | Segment::kLast))
            continue;
        qsizetype child = -1, above = part.start;
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
    const std::vector<Placed> parts = placed(0, std::numeric_limits<qsizetype>::max());
    Cost cost;
    for (const Placed &part : parts) {
        const Segment &segment = *part.segment;
        const qsizetype entries =
            segment.commits.capacity() + segment.parents.capacity() + segment.frame.awaited.capacity();
        cost.bytes += entries * qsizetype(sizeof(CommitPosition)) + qsizetype(sizeof(Segment));
    }
    cost.segments = std::ssize(parts);
    const QMutexLocker lock(&m_mutex);
    cost.walked = m_walked;
    cost.woven = m_woven;
    return cost;
}

} // namespace History
