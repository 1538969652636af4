// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/logview.h"

#include "git/changedpaths.h"
#include "git/commitgraph.h"
#include "git/commitread.h"

namespace History {

namespace {

constexpr int kMostColumns = 24; // of the graph; what is wider folds

} // namespace

LogView::LogView(std::shared_ptr<Git::CommitStore> store, std::shared_ptr<const Timeline> timeline,
                 LogRequest request, quint64 version)
    : m_store(std::move(store))
    , m_timeline(std::move(timeline))
    , m_request(std::move(request))
    , m_version(version)
{}

QList<Git::ObjectId> LogView::ids(qsizetype first, qsizetype count) const
{
    QList<Git::ObjectId> ids;
    if (!m_timeline)
        return ids;
    const QList<Git::CommitPosition> positions = m_timeline->commits(first, count);
    ids.reserve(positions.size());
    for (const Git::CommitPosition position : positions)
        ids += m_store->id(position);
    return ids;
}

Git::ObjectId LogView::idAt(qsizetype row) const
{
    return row < 0 ? Git::ObjectId() : ids(row, 1).value(0);
}

qsizetype LogView::rowOf(const Git::ObjectId &commit) const
{
    const Git::CommitPosition position = m_timeline ? m_store->find(commit) : Git::kNoCommit;
    return position == Git::kNoCommit ? -1 : m_timeline->rowOf(position);
}

qsizetype LogView::childRow(qsizetype row) const
{
    return m_timeline && row >= 0 ? m_timeline->childRow(row) : -1;
}

QList<qsizetype> LogView::parentRows(qsizetype row, qsizetype most) const
{
    QList<qsizetype> rows;
    if (!m_timeline || row < 0)
        return rows;
    const Git::ParentPositions parents = m_timeline->parentsAt(row);
    for (qsizetype at = 0; at < std::min(parents.size(), most); ++at) {
        if (const qsizetype parent = m_timeline->rowOf(parents[at], row); parent >= 0)
            rows += parent;
    }
    return rows;
}

Result<QList<Row>> LogView::rowsAt(const Git::RepoLocation &where, const QList<qsizetype> &rows,
                                   const CancelToken &cancel) const
{
    QList<Row> read;
    if (!m_timeline || rows.isEmpty())
        return read;
    QList<Git::ObjectId> ids;
    ids.reserve(rows.size());
    for (qsizetype at = 0; at < rows.size();) { // neighbours together
        qsizetype end = at + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        if (rows[at] >= 0) {
            for (GraphRow &graph : m_timeline->graphRows(rows[at], end - at, kMostColumns))
                read += Row{.commit = {}, .graph = std::move(graph)};
            ids += this->ids(rows[at], read.size() - ids.size());
        }
        at = end;
    }
    auto reader = Git::CommitReader::open(where);
    if (!reader)
        return std::unexpected(reader.error());
    const QHash<Git::ObjectId, Git::ObjectId> &replacements = m_store->replacements();
    for (qsizetype at = 0; at < read.size(); ++at) {
        if (cancel.isCancelled())
            return failCancelled();
        const Git::ObjectId id = ids.value(at);
        if (auto commit = reader->read(replacements.value(id, id)))
            read[at].commit = std::move(*commit);
        else
            read[at].isUnreadable = true;
        read[at].commit.id = id;
    }
    return read;
}

QHash<Git::ObjectId, Git::ObjectId> LogView::replacements() const
{
    return m_store ? m_store->replacements() : QHash<Git::ObjectId, Git::ObjectId>();
}

std::function<bool(const Git::ObjectId &, const QByteArray &)> LogView::changedPaths() const
{
    const auto graph = m_store ? m_store->graph() : nullptr;
    if (!graph || !m_store->hasGenerations() || !graph->hasChangedPaths())
        return {};
    return [graph, store = m_store](const Git::ObjectId &id, const QByteArray &path) {
        const Git::CommitPosition commit = store->find(id);
        return commit >= graph->count() ||
               graph->mayHaveChanged(commit, Git::ChangedPathKey(path)) != Git::CommitGraph::PathChange::No;
    };
}

} // namespace History
