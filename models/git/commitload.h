// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/commitheader.h"
#include "git/commitstore.h"
#include "git/objectreader.h"
#include "git/packedcommits.h"
#include "git/packwindows.h"

#include <condition_variable>
#include <future>
#include <optional>

namespace Git {

/// The content of one commit.
std::expected<CommitHeader, ObjectProblem> readCommitHeader(ObjectReader &reader, const ObjectId &content);

/// Fills a store with commits, by several threads once there are enough of them: each takes some of those
/// that wait, reads them with a handle of its own, and puts what they say and their parents back under the
/// store's guard.
class CommitLoad
{
    Q_DISABLE_COPY_MOVE(CommitLoad)

public:
    enum class Parents { Leave, Read };
    /// most: commits, about; it may be some more.
    CommitLoad(CommitStore &store, Parents parents,
               CommitPosition most = std::numeric_limits<CommitPosition>::max())
        : m_store(store)
        , m_parents(parents)
        , m_most(most)
    {}

    /// On the store's job.
    Result<void> run(std::vector<quint32> unread, const CancelToken &cancel,
                     const std::function<void(CommitPosition)> &progress);
    /// After run(): nothing is left that was to be read.
    bool isWhole() const { return m_first == m_waiting.size(); }

private:
    struct Read
    {
        quint32 at = 0;
        ObjectId content;
        std::expected<CommitHeader, ObjectProblem> header;
    };

    enum class Worker { Caller, Thread };
    void work(ObjectReader &reader, Worker worker, const std::function<void(CommitPosition)> &progress);
    void putBack(const std::vector<Read> &batch);
    bool take(std::vector<Read> &batch, std::unique_lock<std::shared_mutex> &lock);
    static std::expected<CommitHeader, ObjectProblem>
    readHeader(ObjectReader &reader, std::optional<PackedCommits> &packed, const ObjectId &content);
    void startThreads();
    void workOnThread();
    void stop();

    CommitStore &m_store;
    Parents m_parents;
    CommitPosition m_most;
    CancelToken m_cancel;
    std::optional<PackIndexes> m_packs; ///< once it is worth it, before there are threads
    std::optional<WholePacks> m_wholePacks;
    // Under the store's guard:
    std::vector<quint32>
        m_waiting; ///< taken from m_first on, so that those of about the same age go together
    size_t m_first = 0;
    size_t m_threadCount = 1;
    int m_busy = 0;
    CommitPosition m_done = 0;
    bool m_isStopped = false, m_hasFailed = false;
    std::condition_variable_any m_changed;
    std::vector<std::future<void>> m_threads;
};

} // namespace Git
