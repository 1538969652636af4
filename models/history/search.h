// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"
#include "history/query.h"

#include <QHash>

namespace History {

/// Where the rows of a search come from: the ids of rows from, from + 1, … in the order shown, at most count
/// of them; fewer or none at the end. Called on the thread that searches, each row once, in order.
using IdsOfRows = std::function<QList<Git::ObjectId>(qsizetype from, qsizetype count)>;

struct SearchScope
{
    QList<Git::ObjectId> tips; ///< that the rows are walked from; of what is handed to git
    QList<Git::Ref> refs;      ///< for branch: and ref:
    bool isByDate = false;     ///< rows are in date order, else topological
    bool firstParentOnly = false;
    IdsOfRows rows;
    QHash<Git::ObjectId, Git::ObjectId> replacements = {}; ///< see Git::CommitStore::replacements()
    /// False: the commit certainly has the path as its first parent has it (changed-path filters). May be
    /// empty.
    std::function<bool(const Git::ObjectId &commit, const QByteArray &path)> mayHaveChanged = {};
    Git::ObjectId head = {};     ///< for ref:HEAD; null: there is none
    QByteArray cacheFolder = {}; ///< for branch: and ref:, see Git::CommitStoreOptions
};

struct SearchHit
{
    qsizetype row = 0;
    Git::Commit commit;
    bool operator==(const SearchHit &) const = default;
};

struct SearchProgress
{
    QList<SearchHit> hits;  ///< new ones, by row
    qsizetype searched = 0; ///< rows that are decided by now
};
using SearchSink = std::function<void(SearchProgress)>;

struct SearchEnd
{
    qsizetype searched = 0, hits = 0;
    qsizetype unreadable = 0; ///< commits that could not be read and so count as no hit
    QStringList notes;        ///< what the hits do not tell, one sentence each
};

/// Streams the rows that a query wants, by row. Reads commits with two threads of its own, about 100,000 in a
/// second; path: and content: ask git. Calls the sink and scope.rows on the calling thread. Denied: content:,
/// or a pattern in path:, without trust. NotFound: no ref has the name of branch: or ref:. Cancelling ends
/// git.
Result<SearchEnd> searchHistory(const Git::Program &git, const Query &query, const SearchScope &scope,
                                const SearchSink &sink, const CancelToken &cancel);

} // namespace History
