// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rowstream.h"
#include "app/cli/text.h"

namespace Cli {

namespace {

// And all that they lead to and no graph file holds: only that tells the order.
Result<QList<Git::CommitPosition>> readTips(Git::CommitStore &store, const QList<Git::ObjectId> &ids)
{
    const Git::CommitStore::Job job(store);
    auto tips = store.positions(ids, {});
    if (!tips)
        return tips;
    if (const auto read = store.readAll({}); !read)
        return std::unexpected(read.error());
    if (store.isWorthKeeping())
        std::ignore = store.keep({}); // the next run is only slower without it
    return tips;
}

} // namespace

Result<std::unique_ptr<RowStream>> RowStream::open(const Git::RepoLocation &where,
                                                   const QByteArray &cacheFolder, const RowRequest &request)
{
    auto store = Git::CommitStore::open(where, {.cacheFolder = cacheFolder}, {});
    if (!store)
        return std::unexpected(store.error());
    const auto tips = readTips(**store, request.tips);
    if (!tips)
        return std::unexpected(tips.error());
    return std::unique_ptr<RowStream>(new RowStream(*std::move(store), *tips, request));
}

RowStream::RowStream(std::shared_ptr<Git::CommitStore> store, const QList<Git::CommitPosition> &tips,
                     const RowRequest &request)
    : m_store(std::move(store))
    , m_job(*m_store)
    , m_walk(*m_store, tips, request.order, request.firstParentOnly)
    , m_firstParentOnly(request.firstParentOnly)
    , m_maxColumns(request.maxColumns)
    , m_verified(std::async(std::launch::async, [store = m_store, cancel = m_end.token()] {
        std::ignore = store->verifyGraph(cancel); // its problems tell
    }))
{}

RowStream::~RowStream()
{
    m_end.cancel();
}

Git::CommitPosition RowStream::next()
{
    return m_commit = m_walk.next();
}

History::GraphRow RowStream::lanes()
{
    m_store->parents(m_commit, m_parents);
    const qsizetype count = m_firstParentOnly ? std::min<qsizetype>(m_parents.size(), 1) : m_parents.size();
    return m_lanes.row(m_commit, std::span(m_parents.constData(), static_cast<size_t>(count)), m_maxColumns);
}

QStringList RowStream::problems()
{
    m_verified.wait();
    QStringList problems = m_store->problems();
    if (const qsizetype count = m_store->shallowEnds(); count > 0)
        problems += Text::tr("History ends at %n commit(s): what is before is not in this shallow clone.",
                             nullptr, static_cast<int>(count));
    if (const quint32 count = m_commit == Git::kNoCommit ? m_walk.leftOver() : 0; count > 0)
        problems += Text::tr("%n commit(s) are left out: their parents go round in a circle.", nullptr,
                             static_cast<int>(count));
    return problems;
}

} // namespace Cli
