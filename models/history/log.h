// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/log.h"
#include "history/logview.h"
#include "history/tips.h"

#include <QMutex>

namespace History {

/// How the rows differ from those before: at `first`, `removed` of them gave way to `inserted` new ones.
struct RowChange
{
    qsizetype first = 0, removed = 0, inserted = 0;
    qsizetype rewoven = 0; ///< from the top: rows whose lanes may have changed
    quint64 versionBefore = 0;
    qsizetype rowsBefore = 0; ///< who has other ones, because a load was given up, takes all anew
    LogView after;
};

/// What one load tells on its way, on the loading thread.
using RowSink = std::function<void(const RowChange &)>;

/// The history of one repository, kept between refreshes: the commits' places, their order and their lanes.
/// Texts are read when they are looked at. One load at a time; view() from any thread meanwhile.
class Log
{
    Q_DISABLE_COPY_MOVE(Log)

public:
    /// cacheFolder: where the shape of histories without a commit-graph file is kept; empty: nowhere.
    explicit Log(QByteArray cacheFolder = {});

    /// Opens what the first load() reads, for a moment when its tips are not known yet. Blocking.
    void prepare(const Git::RepoLocation &where, const CancelToken &cancel);

    /// Loads, or brings up to date what an earlier call loaded: then the cost is that of what is new. The
    /// last call of changed comes before this returns. At the end, when the rows are there, the graph file is
    /// verified; what was read from a damaged one is loaded anew without it. Blocking; waits for another load
    /// to end.
    Result<Git::LogEnd> load(const Git::RepoLocation &where, const LogRequest &request,
                             const RowSink &changed, const CancelToken &cancel);

    LogView view() const;

private:
    struct State
    {
        std::shared_ptr<Git::CommitStore> store;
        std::shared_ptr<Timeline> timeline;
        LogRequest request;
        quint64 version = 0;
        bool isProvisional = false; ///< the newest commits alone
        LogView view() const { return {store, timeline, request, version}; }
        qsizetype rowCount() const { return timeline ? timeline->rowCount() : 0; }
    };
    State state() const;
    Result<Git::LogEnd> loadOnce(const Git::RepoLocation &where, const LogRequest &request,
                                 const RowSink &changed, const CancelToken &cancel);
    Result<std::shared_ptr<Git::CommitStore>> openStore(const Git::RepoLocation &where,
                                                        const CancelToken &cancel);
    void set(State state);
    Result<void> readUnranked(const State &next, const TimelineQuery &order, const RowSink &changed,
                              const CancelToken &cancel);
    Result<void> loadTimeline(const State &old, const State &next, const TimelineQuery &order,
                              const RowSink &changed, const CancelToken &cancel);

    QByteArray m_cacheFolder;
    QMutex m_loading; ///< guards what follows
    std::shared_ptr<Git::CommitStore> m_prepared;
    QByteArray m_preparedOf; ///< Git folder
    QHash<QByteArray, QByteArray> m_damagedGraphs;
    mutable QMutex m_mutex; ///< guards what follows
    State m_state;
};

} // namespace History
