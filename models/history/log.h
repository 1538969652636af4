// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitstore.h"
#include "git/log.h"
#include "history/timeline.h"

#include <QMutex>

#include <memory>

namespace History {

/// Which history, by commit: what a page or a command asks for.
struct LogRequest
{
    QList<Git::ObjectId> tips; ///< in the order Git would be given them; see tipsOf()
    Order order = Order::Topological;
    bool firstParentOnly = false;
    bool operator==(const LogRequest &) const = default;
};

/// Every branch, remote branch, tag and stash by name, then HEAD: what `git log --all` starts from, but for
/// notes.
QList<Git::ObjectId> tipsOf(const Git::Refs &refs, bool withHead = true);

/// How the rows differ from those before: at `first`, `removed` of them gave way to `inserted` new ones.
struct RowChange
{
    qsizetype first = 0, removed = 0, inserted = 0;
    qsizetype rewoven = 0; ///< from the top: rows whose lanes may have changed
    quint64 version = 0;   ///< of the rows after it; see LogRows
    quint64 versionBefore = 0;
    qsizetype rowsBefore = 0; ///< who has other ones, because a load was given up, takes all anew
    bool operator==(const RowChange &) const = default;
};

/// Rows as they were at one moment. Rows of another version may be other commits; new ones at the end alone
/// make no new version.
struct LogRows
{
    QList<Row> rows;
    quint64 version = 0;
};

/// What one load tells on its way, on the loading thread.
struct LogSink
{
    std::function<void(RowChange)> changed;
};

/// The history of one repository, kept between refreshes: the commits' places, their order and their lanes.
/// Texts are read when they are looked at. One load at a time; all else from any thread meanwhile.
class Log
{
    Q_DISABLE_COPY_MOVE(Log)

public:
    static constexpr int kMostColumns = 24; ///< of the graph; what is wider folds

    /// cacheFolder: where the shape of histories without a commit-graph file is kept; empty: nowhere.
    explicit Log(QByteArray cacheFolder = {});

    /// Loads, or brings up to date what an earlier call loaded: then the cost is that of what is new. Rows
    /// appear in changed(); the last call of it comes before this returns. Blocking.
    Result<Git::LogEnd> load(const Git::RepoLocation &where, const LogRequest &query, const LogSink &sink,
                             const CancelToken &cancel);

    qsizetype rowCount() const;
    Git::ObjectId idAt(qsizetype row) const;            ///< null: no such row
    qsizetype rowOf(const Git::ObjectId &commit) const; ///< -1: none. About a millisecond a million rows
    QList<Git::ObjectId> ids(qsizetype first, qsizetype count) const;
    qsizetype childRow(qsizetype row) const;              ///< the nearest child above; -1: none
    qsizetype parentRow(qsizetype row, int parent) const; ///< -1: none
    LogRequest request() const;                           ///< what the rows are of

    /// Texts and lanes. Rows that do not exist are left out; a commit that cannot be read has its id alone.
    Result<LogRows> rows(const Git::RepoLocation &where, qsizetype first, qsizetype count,
                         const CancelToken &cancel) const;
    Result<LogRows> rowsAt(const Git::RepoLocation &where, const QList<qsizetype> &rows,
                           const CancelToken &cancel) const;

private:
    struct State
    {
        std::shared_ptr<Git::CommitStore> store;
        std::shared_ptr<Timeline> timeline;
        LogRequest request;
        quint64 version = 0;
        bool isProvisional = false; ///< the newest commits alone
    };
    State state() const;
    void set(State state);
    Result<void> readWithoutGraph(const State &next, const TimelineQuery &order, const LogSink &sink,
                                  const CancelToken &cancel);
    Result<void> loadTimeline(const State &old, const State &next, const TimelineQuery &order,
                              const LogSink &sink, const CancelToken &cancel);

    QByteArray m_cacheFolder;
    QMutex m_loading;
    mutable QMutex m_mutex; ///< guards what follows
    State m_state;
};

} // namespace History
