// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitstore.h"
#include "history/timeline.h"

#include <memory>

namespace History {

/// Which history, by commit: what a page or a command asks for.
struct LogRequest
{
    QList<Git::ObjectId> tips; ///< in the order Git would be given them; see tipsOf()
    Order order = Order::Topological;
    bool firstParentOnly = false;
    bool withWorktrees = false; ///< also from detachedTips(), which are among the tips of a LogView's
    bool operator==(const LogRequest &) const = default;
};

/// The rows of a Log as they are until it is brought up to date: row n stays the same commit, though rows may
/// still be added at the end. A value, cheap to copy; every function may be called from any thread.
class LogView
{
public:
    LogView() = default; ///< no rows
    LogView(std::shared_ptr<Git::CommitStore> store, std::shared_ptr<const Timeline> timeline,
            LogRequest request, quint64 version);

    quint64 version() const { return m_version; } ///< another one: other rows; 0: none were ever loaded
    const LogRequest &request() const { return m_request; }

    qsizetype rowCount() const { return m_timeline ? m_timeline->rowCount() : 0; }
    Git::ObjectId idAt(qsizetype row) const; ///< null: no such row
    QList<Git::ObjectId> ids(qsizetype first, qsizetype count) const;
    qsizetype rowOf(const Git::ObjectId &commit) const; ///< -1: none. About a millisecond a million rows
    qsizetype childRow(qsizetype row) const;            ///< the nearest child above; -1: none
    /// Of the first `most` parents those that are there, in order. As rowOf() for each.
    QList<qsizetype> parentRows(qsizetype row, qsizetype most) const;

    /// Texts and lanes, read now. Rows that do not exist are left out.
    Result<QList<Row>> rowsAt(const Git::RepoLocation &where, const QList<qsizetype> &rows,
                              const CancelToken &cancel) const;

    QHash<Git::ObjectId, Git::ObjectId> replacements() const; ///< see Git::CommitStore::replacements()
    /// Whether a commit may have changed a path, as the changed-path filters say; empty where there are none.
    std::function<bool(const Git::ObjectId &commit, const QByteArray &path)> changedPaths() const;

private:
    std::shared_ptr<Git::CommitStore> m_store;
    std::shared_ptr<const Timeline> m_timeline;
    LogRequest m_request;
    quint64 m_version = 0;
};

} // namespace History
