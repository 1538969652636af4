// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "base/guarded.h"
#include "base/pooled.h"

#include <QList>
#include <QObject>

/// Runs jobs one at a time in the order they were given: the writes to one repository.
/// Used on the owner's thread only. Destruction drops what has not started and gives the job that runs 2 s to
/// finish, because a write is not cut in half by closing a window; one that takes longer (a hook) is asked to
/// end.
class TaskQueue
{
    Q_DISABLE_COPY_MOVE(TaskQueue)

public:
    explicit TaskQueue(QObject *owner)
        : m_owner(owner)
    {
        m_pool.setMaxThreadCount(1);
    }
    ~TaskQueue()
    {
        m_pool.clear();
        if (m_pool.waitForDone(kPatience))
            return;
        cancel();
        m_pool.waitForDone();
    }

    /// work(CancelToken) -> Result<T> runs on the queue's thread; done(Result<T>) runs later on the owner's.
    /// Returns what cancels this job alone; it still reports Cancelled.
    template<class T, class Work, class Done> CancelSource add(Work work, Done done)
    {
        CancelSource source;
        m_sources += source;
        auto job = [work = std::move(work), token = source.token()]() mutable {
            return guarded([&]() -> Result<T> {
                if (token.isCancelled())
                    return failCancelled();
                return work(token);
            });
        };
        runPooled(&m_pool, m_owner, std::move(job),
                  [this, done = std::move(done)](QFuture<Result<T>> future) mutable {
                      m_sources.removeFirst(); // jobs end in the order they came
                      if (future.resultCount() > 0)
                          done(future.takeResult());
                  });
        return source;
    }

    /// Asks the running job and all waiting ones to end; each still reports Cancelled.
    void cancel()
    {
        for (CancelSource &source : m_sources)
            source.cancel();
    }
    bool isBusy() const { return !m_sources.isEmpty(); }

private:
    static constexpr int kPatience = 2000; // milliseconds

    QObject *m_owner;
    QThreadPool m_pool;
    QList<CancelSource> m_sources; // of what runs and waits
};
