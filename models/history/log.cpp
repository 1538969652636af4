// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/log.h"

#include "git/commitread.h"

#include <QCoreApplication>
#include <QSet>

namespace History {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(History)
};

constexpr qsizetype kFirstScreen = 200; // rows

/// Some commits of a store as if they were all there are.
class NewestCommits final : public Git::CommitSource
{
public:
    NewestCommits(Git::CommitStore &store, const QList<Git::CommitPosition> &commits)
        : m_store(store)
        , m_commits(commits.cbegin(), commits.cend())
    {}

    QList<Git::CommitPosition> tipsAmong(QList<Git::CommitPosition> tips) const
    {
        tips.removeIf([this](Git::CommitPosition tip) { return !m_commits.contains(tip); });
        return tips;
    }
    Git::CommitPosition count() const override { return m_store.count(); }
    void parents(Git::CommitPosition commit, Git::ParentPositions &out) override
    {
        m_store.parents(commit, out);
        out.removeIf([this](Git::CommitPosition parent) { return !m_commits.contains(parent); });
    }
    qint64 date(Git::CommitPosition commit) override { return m_store.date(commit); }
    quint64 generation(Git::CommitPosition commit) override { return m_store.generation(commit); }

private:
    Git::CommitStore &m_store;
    QSet<Git::CommitPosition> m_commits;
};

bool isShown(const Git::Ref &ref)
{
    return !ref.target.isNull() && ref.kind != Git::RefKind::Note && ref.kind != Git::RefKind::Other;
}

// The rows of both at the ends that are the same commits stay; what lies between gives way. `shared` rows at
// the end are known to be the same.
RowChange changeBetween(const Timeline &before, const Timeline &after, qsizetype shared)
{
    const qsizetype oldTop = before.rowCount() - shared, newTop = after.rowCount() - shared;
    const QList<Git::CommitPosition> a = before.commits(0, oldTop), b = after.commits(0, newTop);
    const qsizetype least = std::min(oldTop, newTop);
    qsizetype tail = 0;
    while (tail < least && a[oldTop - 1 - tail] == b[newTop - 1 - tail])
        ++tail;
    qsizetype head = 0;
    while (head < least - tail && a[head] == b[head])
        ++head;
    return {.first = head, .removed = oldTop - tail - head, .inserted = newTop - tail - head};
}

} // namespace

QList<Git::ObjectId> tipsOf(const Git::Refs &refs, bool withHead)
{
    QList<Git::ObjectId> tips;
    tips.reserve(refs.all.size() + 1);
    for (const Git::Ref &ref : refs.all) {
        if (isShown(ref))
            tips += ref.target;
    }
    if (withHead && !refs.head.target.isNull())
        tips += refs.head.target;
    return tips;
}

Log::Log(QByteArray cacheFolder)
    : m_cacheFolder(std::move(cacheFolder))
{}

Log::State Log::state() const
{
    const QMutexLocker lock(&m_mutex);
    return m_state;
}

void Log::set(State state)
{
    const QMutexLocker lock(&m_mutex);
    m_state = std::move(state);
}

// Where no generation is known, the order is known only when every commit was read. Until then the newest
// ones stand there by themselves.
Result<void> Log::readWithoutGraph(const State &next, const TimelineQuery &order, const LogSink &sink,
                                   const CancelToken &cancel)
{
    if (sink.changed && rowCount() == 0) {
        NewestCommits newest(*next.store, next.store->recent(order.tips, kFirstScreen, cancel));
        State first = next;
        first.timeline = std::make_shared<Timeline>();
        first.version = next.version - 1;
        first.isProvisional = true;
        const TimelineQuery query{.tips = newest.tipsAmong(order.tips),
                                  .order = order.order,
                                  .firstParentOnly = order.firstParentOnly};
        if (const auto loaded = first.timeline->load(newest, query, nullptr, {}, cancel); !loaded)
            return loaded;
        if (first.timeline->rowCount() > 0) {
            set(first);
            sink.changed({.inserted = first.timeline->rowCount(),
                          .version = first.version,
                          .versionBefore = next.version - 2});
        }
    }
    return next.store->readAll(cancel);
}

Result<Git::LogEnd> Log::load(const Git::RepoLocation &where, const LogRequest &query, const LogSink &sink,
                              const CancelToken &cancel)
{
    const QMutexLocker oneAtATime(&m_loading);
    State old = state();
    State next{.timeline = std::make_shared<Timeline>(), .request = query, .version = old.version + 2};
    if (old.store && !old.store->isOutdated()) {
        next.store = old.store;
    } else {
        auto store = Git::CommitStore::open(where, {.cacheFolder = m_cacheFolder}, cancel);
        if (!store)
            return std::unexpected(store.error());
        next.store = std::move(*store);
    }
    const Git::CommitStore::Job job(*next.store);
    const auto tips = next.store->positions(query.tips, cancel);
    if (!tips)
        return std::unexpected(tips.error());
    const TimelineQuery order{.tips = *tips, .order = query.order, .firstParentOnly = query.firstParentOnly};
    if (!next.store->hasGenerations()) {
        if (const auto read = readWithoutGraph(next, order, sink, cancel); !read)
            return std::unexpected(read.error());
        old = state();
    }
    if (const auto loaded = loadTimeline(old, next, order, sink, cancel); !loaded)
        return std::unexpected(loaded.error());
    if (next.store->isWorthKeeping())
        std::ignore = next.store->keep(cancel); // the next start is only slower without it
    QStringList problems = next.store->problems();
    if (const quint32 count = next.timeline->leftOut(); count > 0)
        problems += Text::tr("%n commit(s) are left out: their parents go round in a circle.", nullptr,
                             static_cast<int>(count));
    return Git::LogEnd{.commits = next.timeline->rowCount(), .problems = problems};
}

Result<void> Log::loadTimeline(const State &old, const State &next, const TimelineQuery &order,
                               const LogSink &sink, const CancelToken &cancel)
{
    const bool isFirst = !old.timeline || old.timeline->rowCount() == 0;
    const bool mayShare = !isFirst && !old.isProvisional && old.store == next.store &&
                          old.timeline->isComplete() && old.request.order == order.order &&
                          old.request.firstParentOnly == order.firstParentOnly;
    if (isFirst)
        set(next);
    qsizetype told = 0;
    const auto progress = [&](qsizetype rows) {
        if (isFirst && sink.changed)
            sink.changed({.first = told,
                          .inserted = rows - told,
                          .version = next.version,
                          .versionBefore = told > 0 ? next.version : old.version,
                          .rowsBefore = told});
        told = rows;
    };
    const auto loaded =
        next.timeline->load(*next.store, order, mayShare ? old.timeline.get() : nullptr, progress, cancel);
    if (!loaded || isFirst)
        return loaded;
    const Timeline::Cost cost = next.timeline->cost();
    const qsizetype shared = mayShare ? next.timeline->rowCount() - cost.walked : 0;
    RowChange change = old.store == next.store ? changeBetween(*old.timeline, *next.timeline, shared)
                                               : RowChange{.removed = old.timeline->rowCount(),
                                                           .inserted = next.timeline->rowCount()};
    change.rewoven = cost.woven;
    change.version = next.version;
    change.versionBefore = old.version;
    change.rowsBefore = old.timeline->rowCount();
    set(next);
    if (sink.changed)
        sink.changed(change);
    return {};
}

qsizetype Log::rowCount() const
{
    const State now = state();
    return now.timeline ? now.timeline->rowCount() : 0;
}

LogRequest Log::request() const
{
    return state().request;
}

QList<Git::ObjectId> Log::ids(qsizetype first, qsizetype count) const
{
    QList<Git::ObjectId> ids;
    const State now = state();
    if (!now.timeline)
        return ids;
    const QList<Git::CommitPosition> positions = now.timeline->commits(first, count);
    ids.reserve(positions.size());
    for (const Git::CommitPosition position : positions)
        ids += now.store->id(position);
    return ids;
}

Git::ObjectId Log::idAt(qsizetype row) const
{
    return ids(row, 1).value(0);
}

qsizetype Log::rowOf(const Git::ObjectId &commit) const
{
    const State now = state();
    const Git::CommitPosition position = now.timeline ? now.store->find(commit) : Git::kNoCommit;
    return position == Git::kNoCommit ? -1 : now.timeline->rowOf(position);
}

qsizetype Log::childRow(qsizetype row) const
{
    const State now = state();
    return now.timeline ? now.timeline->childRow(row) : -1;
}

qsizetype Log::parentRow(qsizetype row, int parent) const
{
    const State now = state();
    if (!now.timeline)
        return -1;
    const Git::ParentPositions parents = now.timeline->parentsAt(row);
    return parent < parents.size() ? now.timeline->rowOf(parents[parent], row) : -1;
}

Result<LogRows> Log::rows(const Git::RepoLocation &where, qsizetype first, qsizetype count,
                          const CancelToken &cancel) const
{
    QList<qsizetype> rows;
    for (qsizetype row = first; row < first + count; ++row)
        rows += row;
    return rowsAt(where, rows, cancel);
}

Result<LogRows> Log::rowsAt(const Git::RepoLocation &where, const QList<qsizetype> &rows,
                            const CancelToken &cancel) const
{
    const State now = state();
    LogRows read{.version = now.version};
    if (!now.timeline)
        return read;
    QList<Git::ObjectId> ids;
    ids.reserve(rows.size());
    for (qsizetype at = 0; at < rows.size();) {
        qsizetype end = at + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        for (GraphRow &graph : now.timeline->graphRows(rows[at], end - at, kMostColumns))
            read.rows += Row{.commit = {}, .graph = std::move(graph)};
        for (const Git::CommitPosition position : now.timeline->commits(rows[at], end - at))
            ids += now.store->id(position);
        at = end;
    }
    auto reader = Git::CommitReader::open(where);
    if (!reader)
        return std::unexpected(reader.error());
    const QHash<Git::ObjectId, Git::ObjectId> &replacements = now.store->replacements();
    for (qsizetype at = 0; at < read.rows.size() && at < ids.size(); ++at) {
        if (cancel.isCancelled())
            return failCancelled();
        if (auto commit = reader->read(replacements.value(ids[at], ids[at])))
            read.rows[at].commit = std::move(*commit);
        read.rows[at].commit.id = ids[at];
    }
    return read;
}

} // namespace History
