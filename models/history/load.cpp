// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/load.h"

#include "history/weaver.h"

namespace History {

Result<Git::LogEnd> loadHistory(const Git::RepoLocation &where, const Git::LogQuery &query,
                                const RowSink &sink, const CancelToken &cancel)
{
    Weaver weaver;
    const auto weave = [&](QList<Git::Commit> commits) {
        QList<Row> rows;
        rows.reserve(commits.size());
        for (Git::Commit &commit : commits) {
            const QList<Git::ObjectId> parents =
                query.firstParentOnly ? commit.parents.first(qMin(commit.parents.size(), 1)) : commit.parents;
            GraphRow graph = weaver.add(commit.id, parents);
            rows += Row{std::move(commit), std::move(graph)};
        }
        sink(std::move(rows));
    };
    return Git::readLog(where, query, weave, cancel);
}

} // namespace History
