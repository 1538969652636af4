// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/messagekeeper.h"

#include "base/guarded.h"
#include "base/pooled.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray kDetached = "commit:"_ba;

/// Where the message of the next commit belongs; empty: HEAD cannot be read.
QByteArray placeOf(const Git::Head &head)
{
    switch (head.state) {
    case Git::HeadState::Branch:
    case Git::HeadState::Unborn:
        return head.branch;
    case Git::HeadState::Detached:
        return kDetached + head.target.toHex();
    case Git::HeadState::Broken:
        break;
    }
    return {};
}

} // namespace

MessageKeeper::MessageKeeper(RepositoryController &repository, QString folder, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_folder(std::move(folder))
{
    if (!isKeeping())
        return;
    m_pool.setMaxThreadCount(1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(300ms);
    connect(&m_delay, &QTimer::timeout, this, [this] { save(m_place, m_current); });
    connect(&repository, &RepositoryController::refsChanged, this, &MessageKeeper::enterPlace);
    if (repository.state() == PageState::Ready)
        enterPlace();
}

MessageKeeper::~MessageKeeper()
{
    flush(); // and m_pool ends with its last job
}

void MessageKeeper::enterPlace()
{
    const Git::Head &head = m_repository.refs().head;
    const QByteArray place = placeOf(head);
    const Git::ObjectId target = std::exchange(m_target, head.target);
    if (place.isEmpty() || place == m_place)
        return;
    const QByteArray before = std::exchange(m_place, place);
    if (before.isEmpty()) {
        load();
        return;
    }
    m_delay.stop();
    const bool isSamePlace =
        target == head.target || (before.startsWith(kDetached) && place.startsWith(kDetached));
    if (isSamePlace && !m_current.isEmpty() && m_kept.value(place).isEmpty()) {
        save(before, {});
        save(place, m_current);
        return;
    }
    save(before, m_current);
    m_current = m_kept.value(place);
    Q_EMIT messageTaken(m_current);
}

void MessageKeeper::load()
{
    m_store.emplace(m_folder, m_repository.location().gitDir);
    runPooled(
        &m_pool, this, [store = *m_store] { return guarded([&] { return store.load(); }); },
        [this](QFuture<Result<KeptMessages>> future) {
            if (future.resultCount() > 0)
                takeLoaded(future.takeResult());
        });
}

void MessageKeeper::takeLoaded(const Result<KeptMessages> &kept)
{
    if (!kept) {
        Q_EMIT problemRaised(kept.error().message);
        return;
    }
    if (!kept->notice.isEmpty())
        Q_EMIT problemRaised(kept->notice);
    m_kept = kept->byPlace;
    m_history = kept->history;
    const KeptMessage stored = m_kept.value(m_place);
    if (stored.isEmpty() || stored == m_current)
        return;
    if (m_current.isEmpty()) {
        m_current = stored;
        Q_EMIT messageTaken(stored);
        return;
    }
    // Somebody was quicker than the disk. What is shown stays, and the other one can be had again.
    m_history.prepend(stored.text);
    write([place = m_place, text = stored.text](const MessageStore &store) {
        return store.remember(place, text);
    });
    save(m_place, m_current);
}

void MessageKeeper::keep(const KeptMessage &message)
{
    if (!isKeeping() || message == m_current)
        return;
    m_current = message;
    if (!m_delay.isActive())
        m_delay.start();
}

void MessageKeeper::flush()
{
    if (!m_delay.isActive())
        return;
    m_delay.stop();
    save(m_place, m_current);
}

void MessageKeeper::remember(const QString &message)
{
    if (!m_store)
        return;
    m_delay.stop();
    m_current = {};
    m_kept.remove(m_place);
    m_history.removeAll(message);
    m_history.prepend(message);
    write([place = m_place, message](const MessageStore &store) { return store.remember(place, message); });
}

void MessageKeeper::save(const QByteArray &place, const KeptMessage &message)
{
    if (!m_store || m_kept.value(place) == message)
        return;
    setKept(place, message);
    write([place, message](const MessageStore &store) { return store.save(place, message); });
}

void MessageKeeper::setKept(const QByteArray &place, const KeptMessage &message)
{
    if (message.isEmpty())
        m_kept.remove(place);
    else
        m_kept.insert(place, message);
}

template<class Job> void MessageKeeper::write(Job job)
{
    runPooled(
        &m_pool, this,
        [store = *m_store, job] { return guarded([&]() -> Result<void> { return job(store); }); },
        [this](QFuture<Result<void>> future) {
            if (future.resultCount() == 0)
                return;
            const Result<void> result = future.takeResult();
            if (!result && !m_isFailing)
                Q_EMIT problemRaised(result.error().message);
            m_isFailing = !result;
        });
}
