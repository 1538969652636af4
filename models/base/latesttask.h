// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "base/guarded.h"
#include "base/pooled.h"

#include <QObject>

/// Runs jobs of one kind of which only the newest matters. Must be a direct member of its owner and is used
/// on the owner's thread only. Starting a job cancels the one before; a superseded result is dropped.
template<class T> class LatestTask
{
    Q_DISABLE_COPY_MOVE(LatestTask)

public:
    /// owner: whose thread receives the results. pool: where the work runs; must outlive this.
    LatestTask(QObject *owner, QThreadPool *pool)
        : m_owner(owner)
        , m_pool(pool)
    {}
    ~LatestTask() { cancel(); } // asks, never waits

    /// work(CancelToken) -> Result<T> runs on the pool and captures values only;
    /// done(Result<T>) runs later on the owner's thread if this job is still the newest.
    template<class Work, class Done> void start(Work work, Done done)
    {
        cancel();
        m_source = {};
        m_running = true;
        const quint64 turn = m_turn;
        auto job = [work = std::move(work), token = m_source.token()]() mutable {
            return guarded([&]() -> Result<T> { return work(token); });
        };
        runPooled(m_pool, m_owner, std::move(job),
                  [this, turn, done = std::move(done)](QFuture<Result<T>> future) mutable {
                      if (turn != m_turn || future.resultCount() == 0)
                          return;
                      m_running = false;
                      done(future.takeResult());
                  });
    }

    void cancel()
    {
        m_source.cancel();
        ++m_turn;
        m_running = false;
    }

    bool isRunning() const { return m_running; }

private:
    QObject *m_owner;
    QThreadPool *m_pool;
    CancelSource m_source;
    quint64 m_turn = 0;
    bool m_running = false;
};
