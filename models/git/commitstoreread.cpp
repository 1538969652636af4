// SPDX-License-Identifier: GPL-3.0-or-later
// What a CommitStore reads from the object database.
#include "git/commitstore.h"

#include "git/commitcache.h"
#include "git/commitgraph.h"
#include "git/commitload.h"
#include "git/commitoverrides.h"
#include "git/idorder.h"
#include "git/loadedcommits.h"
#include "git/packindexes.h"

#include <mutex>
#include <optional>

namespace Git {

namespace {

constexpr qsizetype kManyTips = 512;        // more are read in parallel
constexpr qsizetype kVeryManyTips = 10'000; // fewer are looked up before all indexes are read
constexpr CommitPosition kFewCommits = 2'000;

} // namespace

// The handle of the job, or one for this call alone.
struct CommitStore::Reading
{
    explicit Reading(CommitStore &store)
        : m_store(store)
    {
        if (m_store.m_reader)
            return;
        auto opened = ObjectReader::open(m_store.m_where);
        if (opened) {
            m_store.m_reader = *std::move(opened);
            return;
        }
        const std::lock_guard lock(m_store.m_guard);
        m_store.addProblem(opened.error().message);
    }
    ~Reading()
    {
        if (!m_store.m_hasJob)
            m_store.m_reader.reset();
    }
    Q_DISABLE_COPY_MOVE(Reading)
    ObjectReader *get() const { return m_store.m_reader.get(); }

    CommitStore &m_store;
};

std::expected<CommitHeader, ObjectProblem> CommitStore::readHeader(const ObjectId &id)
{
    const Reading reading(*this);
    if (!reading.get())
        return std::unexpected(ObjectProblem::Missing);
    return readCommitHeader(*reading.get(), m_overrides->contentOf(id));
}

bool CommitStore::exists(const ObjectId &id, const PackIndexes &packs)
{
    if (packs.find(id))
        return true;
    const Reading reading(*this);
    if (reading.get() && reading.get()->contains(id))
        return true;
    const std::lock_guard lock(m_guard);
    addProblem(objectError(ObjectProblem::Missing, id).message);
    return false;
}

CommitPosition CommitStore::position(const ObjectId &id)
{
    return position(id, {});
}

CommitPosition CommitStore::position(const ObjectId &id, const PackIndexes &packs)
{
    if (id.isNull())
        return kNoCommit;
    const CommitPosition commit = find(id);
    const quint32 at = commit == kNoCommit ? LoadedCommits::kNone : loadedPlace(commit);
    if (commit != kNoCommit && at == LoadedCommits::kNone)
        return exists(id, packs) ? commit : kNoCommit;
    if (at != LoadedCommits::kNone && !m_loaded->isUnread(at) && !m_loaded->isMissing(at))
        return commit;
    const auto header = readHeader(id);
    const std::lock_guard lock(m_guard);
    if (!header) {
        addProblem(objectError(header.error(), id).message);
        return kNoCommit;
    }
    const CommitPosition placed = commit == kNoCommit ? place(id) : commit;
    if (placed == kNoCommit)
        return kNoCommit;
    if (commit != kNoCommit && at < m_generations.size())
        m_generations.clear(); // it was missing and had none of its own
    settle(loadedPlace(placed), header);
    return placed;
}

Result<void> CommitStore::readTips(const QList<ObjectId> &ids, const CancelToken &cancel)
{
    std::vector<quint32> unread;
    const CommitPosition before = count();
    {
        const std::lock_guard lock(m_guard);
        for (const ObjectId &id : ids) {
            const CommitPosition commit = id.isNull() ? kNoCommit : place(id);
            if (commit != kNoCommit && commit >= before && m_loaded->isUnread(commit - m_graphCount))
                unread.push_back(commit - m_graphCount);
        }
    }
    std::ranges::sort(unread);
    unread.erase(std::ranges::unique(unread).begin(), unread.end());
    CommitLoad load(*this, CommitLoad::Parents::Leave);
    return load.run(std::move(unread), cancel, {});
}

Result<QList<CommitPosition>> CommitStore::positions(const QList<ObjectId> &ids, const CancelToken &cancel)
{
    std::optional<Job> own;
    if (!m_hasJob)
        own.emplace(*this);
    PackIndexes packs;
    if (ids.size() > kVeryManyTips)
        packs = PackIndexes::read(m_where.commonDir + "/objects", cancel);
    if (ids.size() > kManyTips) {
        if (const auto done = readTips(ids, cancel); !done)
            return std::unexpected(done.error());
    }
    // In the order of the ids, as indexes have them: one look after another falls into the same memory.
    const auto order = orderById(ids.size(), [&ids](qsizetype at) -> const ObjectId & { return ids[at]; });
    QList<CommitPosition> positions(ids.size(), kNoCommit);
    for (size_t done = 0; done < order.size(); ++done) {
        if (done % 256 == 0 && cancel.isCancelled())
            return failCancelled();
        const qsizetype at = order[done];
        const bool isRepeated = done > 0 && ids[order[done - 1]] == ids[at];
        positions[at] = isRepeated ? positions[order[done - 1]] : position(ids[at], packs);
    }
    return positions;
}

QList<CommitPosition> CommitStore::recent(std::span<const CommitPosition> tips, qsizetype n,
                                          const CancelToken &cancel)
{
    std::optional<Job> own;
    if (!m_hasJob)
        own.emplace(*this);
    std::vector<std::pair<quint64, CommitPosition>> heap;
    QSet<CommitPosition> seen;
    const auto add = [&](CommitPosition commit) {
        if (commit == kNoCommit || seen.contains(commit))
            return;
        seen.insert(commit);
        heap.emplace_back(date(commit), commit);
        std::ranges::push_heap(heap);
    };
    std::ranges::for_each(tips, add);
    QList<CommitPosition> newest;
    ParentPositions above;
    while (!heap.empty() && newest.size() < n && !cancel.isCancelled()) {
        std::ranges::pop_heap(heap);
        newest += heap.back().second;
        heap.pop_back();
        parents(newest.last(), above);
        std::ranges::for_each(above, add);
    }
    return newest;
}

std::vector<quint32> CommitStore::unreadPlaces() const
{
    std::vector<quint32> unread;
    for (quint32 at = 0; at < m_loaded->size(); ++at) {
        if (m_loaded->isUnread(at))
            unread.push_back(at);
    }
    return unread;
}

Result<void> CommitStore::readAll(const CancelToken &cancel,
                                  const std::function<void(CommitPosition)> &progress)
{
    std::optional<Job> own;
    if (!m_hasJob)
        own.emplace(*this);
    CommitLoad load(*this, CommitLoad::Parents::Read);
    if (const auto done = load.run(unreadPlaces(), cancel, progress); !done)
        return done;
    return rank(cancel);
}

Result<bool> CommitStore::readFew(CommitPosition most, const CancelToken &cancel)
{
    std::optional<Job> own;
    if (!m_hasJob)
        own.emplace(*this);
    CommitLoad load(*this, CommitLoad::Parents::Read, most);
    if (const auto done = load.run(unreadPlaces(), cancel, {}); !done)
        return std::unexpected(done.error());
    if (!load.isWhole())
        return false;
    return rank(cancel).transform([] { return true; });
}

bool CommitStore::isWorthKeeping() const
{
    return !m_cacheFile.isEmpty() && !m_isGraphDamaged && m_overridden.isEmpty() && m_unsettled == 0 &&
           m_loaded->size() - m_kept >= kFewCommits + (m_graphCount + m_kept) / 50;
}

Result<void> CommitStore::keep(const CancelToken &cancel)
{
    if (!isWorthKeeping())
        return {};
    if (auto verified = verifyGraph(cancel); !verified)
        return verified;
    const quint32 before = m_kept.exchange(m_loaded->size());
    auto written = writeCommitCache(m_cacheFile, *this, cancel);
    if (!written && written.error().kind == ErrorKind::Cancelled)
        m_kept = before;
    return written;
}

} // namespace Git
