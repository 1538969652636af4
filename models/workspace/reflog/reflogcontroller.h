// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/lateststream.h"
#include "base/latesttask.h"
#include "workspace/reflog/reflogitems.h"
#include "workspace/repositorycontroller.h"

/// Where a ref has been, or the commits that no ref reaches any more. The moves are read at once and follow
/// the refs; lost commits are looked for when somebody asks, and then stand as they were found. State: Empty
/// also before lost commits were looked for. GUI thread only.
class ReflogController final : public PageController
{
    Q_OBJECT

public:
    static constexpr qsizetype kPage = 1'000; ///< rows read at first, and more each time

    /// repository must outlive this.
    explicit ReflogController(RepositoryController &repository, QObject *parent = nullptr);

    void refresh() override;
    bool isBusy() const override { return m_read.isRunning() || m_search.isRunning(); }
    ReflogItems &items() { return m_items; }

    void showRef(const QByteArray &ref); ///< HEAD, refs/heads/…
    const QByteArray &ref() const { return m_ref; }
    void showLost(); ///< those that were found; looks for none
    bool isLost() const { return m_isLost; }

    void findLost(); ///< shows them, and looks for them anew; needs trust
    void stop();     ///< looking
    bool isSearching() const { return m_search.isRunning(); }
    bool wasSearched() const { return m_isSearched; }
    qint64 lookedAt() const { return m_lookedAt; } ///< objects, while it searches

    bool hasMore() const { return m_hasMore; } ///< of the moves
    void showMore();
    /// What is to be said of the rows, as one sentence; empty: nothing.
    QString note() const;

Q_SIGNALS:
    void shownChanged(); ///< ref(), isLost()
    void noteChanged();  ///< note(), hasMore(), wasSearched()
    void searchChanged();

private:
    void read();
    void takeMoves(Result<QList<ReflogRow>> rows);
    void takeLost(Result<LostRows> lost);
    void showRows(const QList<ReflogRow> &rows);

    RepositoryController &m_repository;
    ReflogItems m_items;
    QByteArray m_ref = "HEAD";
    qsizetype m_limit = kPage;
    bool m_isLost = false, m_hasMore = false;
    bool m_isSearched = false, m_isOutdated = false; ///< the refs moved since
    qint64 m_lookedAt = 0;
    LostRows m_lost;
    Error m_lostProblem; ///< without a message: none
    LatestTask<QList<ReflogRow>> m_read;
    LatestStream<qint64, LostRows> m_search;
};
