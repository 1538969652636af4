// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitload.h"

#include "base/guarded.h"
#include "git/commitoverrides.h"
#include "git/loadedcommits.h"
#include "git/text.h"

#include <QScopeGuard>
#include <QThread>

#include <mutex>
#include <optional>

namespace Git {

namespace {

constexpr CommitPosition kWorthThreads = 512; // commits; fewer are read before a thread has opened its packs
constexpr CommitPosition kProgressStep = 10'000;
constexpr size_t kLargestBatch = 32;
constexpr int kMostThreads = 8;

} // namespace

std::expected<CommitHeader, ObjectProblem> readCommitHeader(ObjectReader &reader, const ObjectId &content)
{
    const auto raw = reader.readCommit(content);
    if (!raw)
        return std::unexpected(raw.error());
    auto header = parseCommitHeader(*raw);
    if (!header)
        return std::unexpected(ObjectProblem::Damaged);
    return *std::move(header);
}

Result<void> CommitLoad::run(std::vector<quint32> unread, const CancelToken &cancel,
                             const std::function<void(CommitPosition)> &progress)
{
    if (unread.empty())
        return {};
    m_waiting = std::move(unread);
    m_cancel = cancel;
    auto reader = ObjectReader::open(m_store.m_where);
    if (!reader)
        return std::unexpected(reader.error());
    {
        const auto ended = qScopeGuard([this] {
            stop();
            m_threads.clear(); // waits
        });
        work(**reader, Worker::Caller, progress);
    }
    if (cancel.isCancelled())
        return failCancelled();
    if (m_hasFailed)
        return fail(ErrorKind::Internal, Text::tr("The history cannot be read."));
    return {};
}

void CommitLoad::stop()
{
    const std::lock_guard lock(m_store.m_guard);
    m_isStopped = true;
    m_changed.notify_all();
}

void CommitLoad::startThreads()
{
    const int count = std::min(QThread::idealThreadCount(), kMostThreads) - 1;
    m_packs = PackIndexes::read(m_store.m_where.commonDir + "/objects", m_cancel);
    m_wholePacks.emplace();
    {
        const std::lock_guard lock(m_store.m_guard);
        m_threadCount = static_cast<size_t>(count) + 1;
    }
    for (int i = 0; i < count; ++i)
        m_threads.push_back(std::async(std::launch::async, [this] { workOnThread(); }));
}

void CommitLoad::workOnThread()
{
    const auto done = guarded([this]() -> Result<void> {
        const auto reader = ObjectReader::open(m_store.m_where);
        if (reader) // else the others do it
            work(**reader, Worker::Thread, {});
        return {};
    });
    if (done)
        return;
    const std::lock_guard lock(m_store.m_guard);
    m_hasFailed = true;
    m_isStopped = true;
    m_changed.notify_all();
}

void CommitLoad::work(ObjectReader &reader, Worker worker,
                      const std::function<void(CommitPosition)> &progress)
{
    const bool isCaller = worker == Worker::Caller; // only that one touches m_threads
    std::vector<Read> batch;
    std::optional<PackedCommits> packed;
    CommitPosition told = 0;
    while (true) {
        CommitPosition done = 0;
        {
            std::unique_lock lock(m_store.m_guard);
            putBack(batch);
            if (!take(batch, lock))
                return;
            done = m_done;
        }
        if (isCaller && !m_packs && done >= kWorthThreads)
            startThreads();
        if (!packed && m_packs)
            packed.emplace(*m_packs);
        if (isCaller && progress && done >= told + kProgressStep) {
            told = done;
            progress(done);
        }
        for (Read &read : batch)
            read.header = readHeader(reader, packed, read.content);
    }
}

std::expected<CommitHeader, ObjectProblem>
CommitLoad::readHeader(ObjectReader &reader, std::optional<PackedCommits> &packed, const ObjectId &content)
{
    const auto raw = packed ? packed->read(content) : std::nullopt;
    auto header = raw ? parseCommitHeader(*raw) : std::nullopt;
    return header ? *std::move(header) : readCommitHeader(reader, content);
}

void CommitLoad::putBack(const std::vector<Read> &batch)
{
    if (batch.empty())
        return;
    quint32 next = m_store.m_loaded->size();
    for (const Read &read : batch)
        m_store.settle(read.at, read.header);
    m_done += static_cast<CommitPosition>(batch.size());
    --m_busy;
    if (m_parents == Parents::Leave)
        return;
    for (; next < m_store.m_loaded->size(); ++next)
        m_waiting.push_back(next);
}

// False: nothing is left, or it is time to stop.
bool CommitLoad::take(std::vector<Read> &batch, std::unique_lock<std::shared_mutex> &lock)
{
    batch.clear();
    const auto left = [this] { return m_waiting.size() - m_first; };
    m_changed.wait(lock, [&] { return left() > 0 || m_busy == 0 || m_isStopped; });
    if (m_cancel.isCancelled() || m_done >= m_most)
        m_isStopped = true;
    if (left() == 0 || m_isStopped) {
        m_changed.notify_all();
        return false;
    }
    const size_t size = std::clamp<size_t>(left() / m_threadCount, 1, kLargestBatch);
    for (size_t i = 0; i < size; ++i) {
        const quint32 at = m_waiting[m_first++];
        batch.push_back({at, m_store.m_overrides->contentOf(m_store.m_loaded->id(at)), {}});
    }
    if (m_first > 100'000) { // what is behind is not needed again
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<qptrdiff>(m_first));
        m_first = 0;
    }
    ++m_busy;
    if (left() > 0)
        m_changed.notify_one();
    return true;
}

} // namespace Git
