// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/reflog/reflogcontroller.h"

ReflogController::ReflogController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_items(*repository.services().clock)
    , m_read(this, repository.services().reads)
    , m_search(this, repository.services().longReads)
{
    connect(&repository, &RepositoryController::repositoryChanged, this, [this](RepositoryChanges what) {
        if (!what.testFlag(RepositoryChange::Refs))
            return;
        m_isOutdated = m_isSearched;
        if (m_isLost)
            Q_EMIT noteChanged();
        else
            read();
    });
    read();
}

void ReflogController::refresh()
{
    m_isLost ? findLost() : read();
}

void ReflogController::showRef(const QByteArray &ref)
{
    if (!m_isLost && ref == m_ref)
        return;
    m_ref = ref;
    m_isLost = false;
    m_limit = kPage;
    m_hasMore = false;
    m_items.setRows({});
    setEmpty(); // so that a failure is not taken for an old log
    setLoading();
    Q_EMIT shownChanged();
    read();
}

void ReflogController::showLost()
{
    if (m_isLost)
        return;
    m_read.cancel();
    m_isLost = true;
    m_hasMore = false;
    m_items.setRows({});
    setEmpty();
    Q_EMIT shownChanged();
    if (m_search.isRunning())
        setLoading();
    else if (!m_lostProblem.message.isEmpty())
        setGone(m_lostProblem);
    else
        showRows(m_lost.rows);
}

void ReflogController::showMore()
{
    if (!m_hasMore)
        return;
    m_limit *= 4;
    read();
}

void ReflogController::read()
{
    setLoading();
    m_read.start([where = m_repository.location(), ref = m_ref, limit = m_limit](
                     const CancelToken &cancel) { return readMoves(where, ref, limit, cancel); },
                 [this](Result<QList<ReflogRow>> rows) {
                     takeMoves(std::move(rows));
                     Q_EMIT busyChanged();
                 });
    Q_EMIT busyChanged();
}

void ReflogController::takeMoves(Result<QList<ReflogRow>> rows)
{
    if (!rows) {
        setFailed(rows.error());
        return;
    }
    m_hasMore = rows->size() == m_limit;
    showRows(*rows);
}

void ReflogController::showRows(const QList<ReflogRow> &rows)
{
    m_items.setRows(rows);
    rows.isEmpty() ? setEmpty() : setReady();
    Q_EMIT noteChanged();
}

void ReflogController::findLost()
{
    showLost();
    m_lookedAt = 0;
    m_isOutdated = false;
    m_lostProblem = {};
    m_items.setRows({}); // it may be lost no more
    setEmpty();
    setLoading();
    m_search.start(
        [git = m_repository.program()](const CancelToken &cancel, const auto &sink) {
            return findLostRows(git, kPage, cancel, sink);
        },
        [this](qint64 objects) {
            m_lookedAt = objects;
            Q_EMIT searchChanged();
        },
        [this](Result<LostRows> lost) {
            takeLost(std::move(lost));
            Q_EMIT searchChanged();
            Q_EMIT busyChanged();
        });
    Q_EMIT searchChanged();
    Q_EMIT busyChanged();
}

void ReflogController::takeLost(Result<LostRows> lost)
{
    m_isSearched = lost.has_value();
    m_lostProblem = lost ? Error() : lost.error();
    m_lost = lost ? *std::move(lost) : LostRows();
    if (!m_isLost)
        return; // shown when somebody comes back
    if (m_isSearched)
        showRows(m_lost.rows);
    else
        setGone(m_lostProblem);
}

void ReflogController::stop()
{
    if (!m_search.isRunning())
        return;
    m_search.cancel();
    if (m_isLost)
        showRows(m_lost.rows);
    Q_EMIT searchChanged();
    Q_EMIT busyChanged();
}

QString ReflogController::note() const
{
    const auto shown = static_cast<int>(m_lost.rows.size());
    if (!m_isLost)
        return m_hasMore ? tr("The newest %n move(s)", nullptr, static_cast<int>(m_limit)) : QString();
    if (m_isSearched && m_isOutdated)
        return tr("Refs have moved since: look again");
    if (m_isSearched && m_lost.found > m_lost.rows.size())
        //: %1: a larger number
        return tr("The newest %n of %1", nullptr, shown).arg(m_lost.found);
    return {};
}
