// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/guarded.h"
#include "history/segment.h"
#include "history/timeline.h"

#include <QHash>

#include <algorithm>
#include <iterator>
#include <optional>

namespace History {

using Git::CommitPosition;
using Git::kNoCommit;

namespace {

constexpr qsizetype kLargestBatch = 65536; ///< rows between two calls of Progress
constexpr qsizetype kRowsPerLook = 1024;   ///< rows between two looks at the cancel token

std::span<const CommitPosition> spanOf(const Git::ParentPositions &parents)
{
    return {parents.data(), static_cast<size_t>(parents.size())};
}

} // namespace

class Timeline::Loader
{
public:
    Loader(Timeline &timeline, Git::CommitSource &source, const Timeline *old, const Progress &progress,
           const CancelToken &cancel);

    Result<> run();

private:
    void begin();
    void add(CommitPosition commit);
    void seal();
    void publish(std::vector<Placed> parts);
    bool isSameFromHere(size_t oldIndex);
    bool haveSameEffect(const QList<CommitPosition> &tips, qsizetype oldRow);
    void findOldTips();
    Result<> join(size_t oldIndex);
    Result<> finish(quint32 leftOut);

    Timeline &m_timeline;
    Git::CommitSource &m_source;
    const Progress &m_progress;
    const CancelToken &m_cancel;
    Walk m_walk;
    Lanes m_lanes;
    Segment m_segment; ///< being filled
    qsizetype m_limit = 0;
    qsizetype m_rows = 0, m_walked = 0, m_woven = 0, m_reportAt = 0;
    Git::ParentPositions m_parents;
    std::vector<Placed> m_old;
    QHash<CommitPosition, size_t> m_joints; ///< last commit above a segment of m_old -> its index
    std::vector<Head> m_heads, m_oldHeads;
    std::optional<QHash<CommitPosition, qsizetype>> m_oldTips; ///< rows of m_old that are tips now
};

Timeline::Loader::Loader(Timeline &timeline, Git::CommitSource &source, const Timeline *old,
                         const Progress &progress, const CancelToken &cancel)
    : m_timeline(timeline)
    , m_source(source)
    , m_progress(progress)
    , m_cancel(cancel)
    , m_walk(source, timeline.m_query.tips, timeline.m_query.order, timeline.m_query.firstParentOnly, cancel)
    , m_limit(timeline.m_batches.first)
    , m_reportAt(timeline.m_batches.first)
{
    // Where parents go round in a circle, a tip can keep commits back that no commit before them leads to.
    const bool isAlike = old && old->isComplete() && old->leftOut() == 0 &&
                         old->m_query.order == timeline.m_query.order &&
                         old->m_query.firstParentOnly == timeline.m_query.firstParentOnly;
    if (!isAlike)
        return;
    m_old = old->placed(0, old->rowCount());
    m_oldHeads = old->m_heads;
    // Not in front of short segments, or each refresh would leave one more of them behind.
    for (size_t i = 1; i < m_old.size(); ++i) {
        if (m_old[i].segment->commits.size() >= timeline.m_batches.segment / 2)
            m_joints.insert(m_old[i - 1].segment->commits.constLast(), i);
    }
}

Result<> Timeline::Loader::run()
{
    if (!m_old.empty() && isSameFromHere(0))
        return join(0);
    begin();
    while (true) {
        const CommitPosition commit = m_walk.next();
        if (m_cancel.isCancelled() && (commit == kNoCommit || m_walked % kRowsPerLook == 0))
            return failCancelled();
        if (commit == kNoCommit)
            break;
        add(commit);
        if (const auto joint = m_joints.constFind(commit);
            joint != m_joints.cend() && isSameFromHere(*joint)) {
            seal();
            return join(*joint);
        }
        if (m_segment.commits.size() >= m_limit) {
            seal();
            begin();
        }
    }
    seal();
    return finish(m_walk.leftOver());
}

void Timeline::Loader::begin()
{
    m_segment = {};
    m_segment.frame = m_lanes.frame();
    m_segment.queued = m_walk.queued();
    if (m_rows > 0)
        m_limit = std::max<qsizetype>(m_timeline.m_batches.segment, m_lanes.openCount());
    m_segment.commits.reserve(m_limit);
    m_segment.parents.reserve(m_limit + m_limit / 4);
}

void Timeline::Loader::add(CommitPosition commit)
{
    m_source.parents(commit, m_parents);
    if (m_timeline.m_query.firstParentOnly && m_parents.size() > 1)
        m_parents.resize(1);
    m_segment.append(commit, spanOf(m_parents));
    m_lanes.step(commit, spanOf(m_parents));
    if (m_walk.isAtHead())
        m_heads.push_back({m_walked, commit});
    ++m_walked;
    ++m_woven;
}

void Timeline::Loader::seal()
{
    if (m_segment.commits.isEmpty())
        return;
    m_segment.commits.squeeze();
    m_segment.parents.squeeze();
    publish({{m_rows, std::make_shared<const Segment>(std::move(m_segment))}});
}

// In: parts without gaps, the first one starting at m_rows.
void Timeline::Loader::publish(std::vector<Placed> parts)
{
    if (parts.empty())
        return;
    m_rows = parts.back().start + parts.back().segment->commits.size();
    {
        const QMutexLocker lock(&m_timeline.m_mutex);
        std::ranges::move(parts, std::back_inserter(m_timeline.m_placed));
        m_timeline.m_rowCount = m_rows;
    }
    if (m_progress && m_rows >= m_reportAt) {
        m_reportAt = m_rows + std::min(m_rows, kLargestBatch);
        m_progress(m_rows);
    }
}

bool Timeline::Loader::isSameFromHere(size_t oldIndex)
{
    const Placed &below = m_old[oldIndex];
    return below.segment->queued == m_walk.queued() && haveSameEffect(m_walk.waitingTips(), below.start);
}

// Whether these tips still do what the old ones did from a row on, when the same commits are queued there.
// The heads among the old ones must be the same in the same order. Any other must have had a child below that
// row; then it has it here as well, since what is queued and the heads lead to the same commits.
bool Timeline::Loader::haveSameEffect(const QList<CommitPosition> &tips, qsizetype oldRow)
{
    auto head = std::ranges::lower_bound(m_oldHeads, oldRow, {}, &Head::row);
    QList<CommitPosition> others;
    for (const CommitPosition tip : tips) {
        if (head != m_oldHeads.end() && head->commit == tip)
            ++head;
        else
            others += tip;
    }
    if (head != m_oldHeads.end())
        return false;
    if (!others.isEmpty() && !m_oldTips)
        findOldTips();
    return std::ranges::all_of(others,
                               [&](CommitPosition tip) { return m_oldTips->value(tip, -1) >= oldRow; });
}

void Timeline::Loader::findOldTips()
{
    m_oldTips.emplace();
    std::vector<bool> isTip(m_source.count());
    for (const CommitPosition tip : std::as_const(m_timeline.m_query.tips)) {
        if (tip < isTip.size())
            isTip[tip] = true;
    }
    for (const Placed &part : m_old) {
        qsizetype row = part.start;
        for (const CommitPosition commit : part.segment->commits) {
            if (commit < isTip.size() && isTip[commit])
                m_oldTips->insert(commit, row);
            ++row;
        }
    }
}

// The order goes the old way from here on. The lanes may not yet: another lane to their left can move all of
// them for as long as they last.
Result<> Timeline::Loader::join(size_t oldIndex)
{
    size_t at = oldIndex;
    const qsizetype oldRow = m_old.at(oldIndex).start;
    for (auto head = std::ranges::lower_bound(m_oldHeads, oldRow, {}, &Head::row); head != m_oldHeads.end();
         ++head)
        m_heads.push_back({head->row - oldRow + m_rows, head->commit});
    for (LaneFrame frame = m_lanes.frame(); at < m_old.size() && frame != m_old[at].segment->frame;
         frame = m_lanes.frame(), ++at) {
        if (m_cancel.isCancelled())
            return failCancelled();
        for (Rows rows(*m_old[at].segment); !rows.isAtEnd(); ++m_woven) {
            const CommitPosition commit = rows.commit();
            m_lanes.step(commit, rows.takeParents());
        }
        auto moved = std::make_shared<Segment>(*m_old[at].segment);
        moved->frame = std::move(frame);
        publish({{m_rows, std::move(moved)}});
    }
    std::vector<Placed> rest(m_old.begin() + static_cast<qsizetype>(at), m_old.end());
    const qsizetype shift = rest.empty() ? 0 : m_rows - rest.front().start;
    for (Placed &part : rest)
        part.start += shift;
    publish(std::move(rest));
    return finish(0);
}

Result<> Timeline::Loader::finish(quint32 leftOut)
{
    {
        const QMutexLocker lock(&m_timeline.m_mutex);
        m_timeline.m_heads = std::move(m_heads);
        m_timeline.m_isComplete = true;
        m_timeline.m_walked = m_walked;
        m_timeline.m_woven = m_woven;
        m_timeline.m_leftOut = leftOut;
    }
    if (m_progress)
        m_progress(m_rows);
    return {};
}

Result<> Timeline::load(Git::CommitSource &source, const TimelineQuery &query, const Timeline *old,
                        const Progress &progress, const CancelToken &cancel)
{
    Q_ASSERT(rowCount() == 0);
    m_query = query;
    return guarded([&] { return Loader(*this, source, old, progress, cancel).run(); });
}

} // namespace History
