// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "base/guarded.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

/// Runs jobs one at a time in the order they were given: the writes to one repository.
/// Used on the owner's thread only. Destruction drops what has not started and waits for the job that runs,
/// because a write is never cut in half by closing a window.
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
        m_pool.waitForDone();
    }

    /// work(CancelToken) -> Result<T> runs on the queue's thread; done(Result<T>) runs on the owner's.
    template<class T, class Work, class Done> void add(Work work, Done done)
    {
        ++m_pending;
        auto job = [work = std::move(work), token = m_source.token()]() mutable {
            return guarded([&]() -> Result<T> {
                if (token.isCancelled())
                    return failCancelled();
                return work(token);
            });
        };
        QtConcurrent::run(&m_pool, std::move(job))
            .then(m_owner, [this, done = std::move(done)](QFuture<Result<T>> future) mutable {
                --m_pending;
                if (future.resultCount() == 0)
                    return;
                if (m_pending == 0)
                    m_source = {};
                done(future.takeResult());
            });
    }

    /// Asks the running job and all waiting ones to end; each still reports Cancelled.
    void cancel() { m_source.cancel(); }
    bool isBusy() const { return m_pending > 0; }

private:
    QObject *m_owner;
    QThreadPool m_pool;
    CancelSource m_source;
    int m_pending = 0;
};
