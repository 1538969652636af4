// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/messagekeeper.h"

#include "base/guarded.h"
#include "base/pooled.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kFirstPause{500}, kLongestPause{60'000};

} // namespace

MessageKeeper::MessageKeeper(RepositoryController &repository, QString folder, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_folder(std::move(folder))
    , m_pause(kFirstPause)
{
    if (!isKeeping())
        return;
    m_pool.setMaxThreadCount(1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(300ms);
    connect(&m_delay, &QTimer::timeout, this, [this] { save(m_place, m_current); });
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &MessageKeeper::saveAgain);
    connect(&repository, &RepositoryController::refsChanged, this, &MessageKeeper::enterPlace);
    if (repository.state() == PageState::Ready)
        enterPlace();
}

MessageKeeper::~MessageKeeper()
{
    flush();
    saveAgain(); // and m_pool ends with its last job
}

void MessageKeeper::enterPlace()
{
    const Git::Head &head = m_repository.refs().head;
    const QByteArray place = messagePlace(head);
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
        target == head.target || (before.startsWith(kDetachedPlace) && place.startsWith(kDetachedPlace));
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
    m_isLoaded = true;
    if (!kept) {
        Q_EMIT problemRaised(kept.error().message);
        return;
    }
    if (!kept->notice.isEmpty())
        Q_EMIT problemRaised(kept->notice);
    const QStringList committed = std::exchange(m_history, kept->history); // meanwhile
    for (auto message = committed.crbegin(); message != committed.crend(); ++message) {
        m_history.removeAll(*message);
        m_history.prepend(*message);
    }
    for (const auto &[place, stored] : kept->byPlace.asKeyValueRange()) {
        if (place != m_place && !m_early.contains(place))
            m_kept.insert(place, stored);
        else if (place != m_place)
            putBehind(place, stored, m_kept.value(place));
    }
    takeStored(kept->byPlace.value(m_place));
}

// Of the place that is shown.
void MessageKeeper::takeStored(const KeptMessage &stored)
{
    if (m_early.contains(m_place) || !m_current.isEmpty()) {
        putBehind(m_place, stored, m_current);
        return;
    }
    setKept(m_place, stored);
    if (stored.isEmpty())
        return;
    m_current = stored;
    Q_EMIT messageTaken(stored);
}

// Somebody was quicker than the disk. What was written then stays, and the other one can be had again.
void MessageKeeper::putBehind(const QByteArray &place, const KeptMessage &stored, const KeptMessage &written)
{
    if (stored.isEmpty() || stored == written) {
        setKept(place, stored);
        save(place, written);
        return;
    }
    m_history.removeAll(stored.text);
    m_history.prepend(stored.text);
    write(place,
          [place, text = stored.text](const MessageStore &store) { return store.remember(place, text); });
    setKept(place, {});
    save(place, written);
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
    m_unsaved.remove(m_place);
    write(m_place,
          [place = m_place, message](const MessageStore &store) { return store.remember(place, message); });
}

void MessageKeeper::save(const QByteArray &place, const KeptMessage &message)
{
    if (!m_store || (m_kept.value(place) == message && !m_unsaved.contains(place)))
        return;
    if (!m_isLoaded)
        m_early.insert(place);
    m_unsaved.remove(place);
    setKept(place, message);
    write(place, [place, message](const MessageStore &store) { return store.save(place, message); });
}

// The disk may be full for a while.
void MessageKeeper::saveAgain()
{
    for (const QSet<QByteArray> unsaved = m_unsaved; const QByteArray &place : unsaved)
        save(place, place == m_place ? m_current : m_kept.value(place));
}

void MessageKeeper::setKept(const QByteArray &place, const KeptMessage &message)
{
    if (message.isEmpty())
        m_kept.remove(place);
    else
        m_kept.insert(place, message);
}

template<class Job> void MessageKeeper::write(const QByteArray &place, Job job)
{
    runPooled(
        &m_pool, this,
        [store = *m_store, job] { return guarded([&]() -> Result<void> { return job(store); }); },
        [this, place](QFuture<Result<void>> future) {
            if (future.resultCount() > 0)
                finishWrite(place, future.takeResult());
        });
}

void MessageKeeper::finishWrite(const QByteArray &place, const Result<void> &result)
{
    if (!result && !m_isFailing)
        Q_EMIT problemRaised(result.error().message);
    m_isFailing = !result;
    m_pause = result ? kFirstPause : std::min(m_pause * 2, kLongestPause);
    if (result || result.error().kind == ErrorKind::Invalid) // what is too long stays too long
        return;
    m_unsaved.insert(place);
    m_retry.start(m_pause);
}
