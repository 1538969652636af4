// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/commitparse.h"
#include "git/log.h"

#include <vector>

namespace Git {

/// Loads commits from tips and orders them. All of the history is in memory before the first one comes out,
/// because only then is it known that no child is missing; with a limit only so much that a clock would have
/// to be wrong by hundreds of commits to make a difference.
class CommitWalk
{
public:
    CommitWalk(git_odb *database, QSet<ObjectId> shallow, const LogQuery &query);

    /// Reads everything there is to read. False: cancelled.
    bool load(const QList<ObjectId> &tips, const CancelToken &cancel);

    /// The next commit, children before parents, else newest first.
    std::optional<Commit> next();

    const QStringList &problems() const { return m_problems; }

private:
    struct Node
    {
        Commit commit;
        qsizetype parentCount = 0; ///< of those that are followed
        quint32 waiting = 0;       ///< children that are not out yet
    };
    struct Ready
    {
        qint64 seconds = 0;
        quint32 node = 0;
    };
    struct IsOlder
    {
        bool operator()(const Ready &a, const Ready &b) const
        {
            return a.seconds != b.seconds ? a.seconds < b.seconds : a.node > b.node;
        }
    };

    void visit(const ObjectId &id);
    void addProblem(const QString &sentence);
    void countChildren();

    git_odb *m_database;
    QSet<ObjectId> m_shallow;
    LogQuery m_query;
    CommitParser m_parser;
    std::vector<Node> m_nodes;
    QHash<ObjectId, quint32> m_positions; ///< of every commit asked for; kMissing when it could not be read
    std::vector<Ready> m_heap;
    QStringList m_problems;
};

} // namespace Git
