// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitstore.h"
#include "history/lanes.h"
#include "history/walk.h"

#include <future>

namespace Cli {

struct RowRequest
{
    QList<Git::ObjectId> tips; ///< in the order git would be given them
    History::Order order = History::Order::Topological;
    bool firstParentOnly = false;
    int maxColumns = History::Lanes::kUnlimited;
};

/// The rows of a history one after another, as they are found: nothing is kept of those that are gone.
class RowStream
{
    Q_DISABLE_COPY_MOVE(RowStream)

public:
    ~RowStream();
    static Result<std::unique_ptr<RowStream>> open(const Git::RepoLocation &where,
                                                   const QByteArray &cacheFolder, const RowRequest &request);

    Git::CommitPosition next(); ///< kNoCommit: the end
    /// Of the row that next() gave; once, and for each row if at all.
    History::GraphRow lanes();
    /// Of the row whose lanes() were asked for; all of them, whatever is followed.
    const Git::ParentPositions &parents() const { return m_parents; }

    const Git::CommitStore &store() const { return *m_store; }
    /// Waits until the graph file is verified, which was begun at the start.
    QStringList problems();

private:
    RowStream(std::shared_ptr<Git::CommitStore> store, const QList<Git::CommitPosition> &tips,
              const RowRequest &request);

    std::shared_ptr<Git::CommitStore> m_store;
    Git::CommitStore::Job m_job;
    History::Walk m_walk;
    History::Lanes m_lanes;
    Git::ParentPositions m_parents;
    Git::CommitPosition m_commit = Git::kNoCommit;
    bool m_firstParentOnly;
    int m_maxColumns;
    CancelSource m_end;
    std::future<void> m_verified; ///< last: its end is waited for before the others go
};

} // namespace Cli
