// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "base/guarded.h"
#include "base/pooled.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <chrono>

/// Runs jobs one at a time in the order they were given: the writes to one repository.
/// Used on one thread only, that which made it. Destruction drops what has not started and gives the job that
/// runs 2 s to finish, because a write is not cut in half by closing a window; one that takes longer (a hook)
/// is asked to end. What runs to its end all the same is given some time more and then ended, too: it could
/// wait for ever.
class TaskQueue
{
    Q_DISABLE_COPY_MOVE(TaskQueue)

public:
    /// longest: how long destruction waits for what runs to its end.
    explicit TaskQueue(std::chrono::milliseconds longest = std::chrono::seconds(20))
        : m_longest(longest)
    {
        m_pool.setMaxThreadCount(1);
    }
    ~TaskQueue()
    {
        m_pool.clear();
        if (m_pool.waitForDone(kPatience))
            return;
        cancel();
        if (m_pool.waitForDone(static_cast<int>(m_longest.count())))
            return;
        for (CancelSource &source : m_sources)
            source.abandon();
        m_pool.waitForDone();
    }

    /// work(CancelToken) -> Result<T> runs on the queue's thread and captures values only; done(Result<T>)
    /// runs later on this thread. context: the object that done touches, usually the caller's `this`. When
    /// that is gone by then, the work still runs to its end and nobody is told. Returns what cancels this job
    /// alone; it still reports Cancelled.
    template<class T, class Work, class Done> CancelSource add(QObject *context, Work work, Done done)
    {
        Q_ASSERT(context && context->thread() == QThread::currentThread());
        CancelSource source;
        m_sources += source;
        auto job = [work = std::move(work), token = source.token()]() mutable {
            return guarded([&]() -> Result<T> {
                if (token.isCancelled())
                    return failCancelled();
                return work(token);
            });
        };
        runPooled(
            &m_pool, &m_receiver, std::move(job),
            [this, context = QPointer(context), done = std::move(done)](QFuture<Result<T>> future) mutable {
                m_sources.removeFirst(); // jobs end in the order they came
                if (context && future.resultCount() > 0)
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

    std::chrono::milliseconds m_longest;
    QObject m_receiver;            // of the ends of jobs: as long as there is somebody to count them
    QList<CancelSource> m_sources; // of what runs and waits
    QThreadPool m_pool;            // last: the first to go
};
