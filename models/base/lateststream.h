// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "base/guarded.h"
#include "base/pooled.h"

#include <QObject>
#include <QThread>

#include <memory>

/// Like LatestTask for work that yields batches on the way. Must be a direct member of its owner and is used
/// on the owner's thread only. Batches arrive in order, and all of them before done.
template<class Batch, class T> class LatestStream
{
    Q_DISABLE_COPY_MOVE(LatestStream)

public:
    LatestStream(QObject *owner, QThreadPool *pool)
        : m_pool(pool)
    {
        Q_ASSERT(owner->thread() == QThread::currentThread());
    }
    ~LatestStream() { cancel(); }

    /// work(CancelToken, sink) -> Result<T> runs on the pool; sink(Batch) may be called from it any number of
    /// times. onBatch(Batch) and done(Result<T>) run on the owner's thread while this job is the newest.
    template<class Work, class OnBatch, class Done> void start(Work work, OnBatch onBatch, Done done)
    {
        cancel();
        m_source = {};
        m_running = true;
        // The relay, not the owner, is what the worker holds: it lives until the last message is gone, and a
        // message that arrives after cancel() finds the relay ended and does nothing, so `this` is never used
        // too late.
        m_relay = std::shared_ptr<Relay>(new Relay, [](Relay *relay) { relay->deleteLater(); });
        auto batches = std::make_shared<OnBatch>(std::move(onBatch));
        startPooled(m_pool, [work = std::move(work), token = m_source.token(), relay = m_relay, batches, this,
                             done = std::move(done)]() mutable {
            auto sink = [relay, batches](Batch batch) {
                post(relay, [batches, batch = std::move(batch)]() mutable { (*batches)(std::move(batch)); });
            };
            Result<T> result = guarded([&]() -> Result<T> { return work(token, sink); });
            post(relay, [this, done = std::move(done), result = std::move(result)]() mutable {
                m_running = false;
                done(std::move(result));
            });
        });
    }

    void cancel()
    {
        m_source.cancel();
        if (m_relay)
            m_relay->isEnded = true;
        m_relay.reset();
        m_running = false;
    }

    bool isRunning() const { return m_running; }

private:
    struct Relay : QObject
    {
        bool isEnded = false; // touched on the owner's thread only
    };

    // A message must not own the relay: at exit Qt drops posted messages while it holds the lock that
    // deleteLater() needs. It need not either: the deferred deletion is posted behind every message.
    template<class Message> static void post(const std::shared_ptr<Relay> &relay, Message message)
    {
        QMetaObject::invokeMethod(
            relay.get(),
            [relay = relay.get(), message = std::move(message)]() mutable {
                if (!relay->isEnded)
                    message();
            },
            Qt::QueuedConnection);
    }

    QThreadPool *m_pool;
    CancelSource m_source;
    std::shared_ptr<Relay> m_relay;
    bool m_running = false;
};
