// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>

/// Runs job() on the pool. One whose priority is low, which by itself means nothing to Linux, stays in the
/// background.
template<class Job> void startPooled(QThreadPool *pool, Job job)
{
    const bool isBackground = pool->threadPriority() == QThread::LowPriority;
    pool->start([job = std::move(job), isBackground]() mutable {
        if (isBackground)
            stayInBackground();
        job();
    });
}

/// Runs job() on the pool, then done(QFuture of its result) on the receiver's thread while the receiver
/// lives. done never runs inside this call: the continuation is attached before the job may start, because
/// one that is attached to a finished future runs at once. The future is empty when the pool dropped the job.
template<class Job, class Done> void runPooled(QThreadPool *pool, QObject *receiver, Job job, Done done)
{
    using Value = std::invoke_result_t<Job>;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    promise->future().then(receiver, std::move(done));
    startPooled(pool, [promise = std::move(promise), job = std::move(job)]() mutable {
        promise->addResult(job());
        promise->finish();
    });
}
