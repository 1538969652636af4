// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/log.h"

#include "base/guarded.h"
#include "history/text.h"

#include <QSet>

#include <future>

namespace History {

namespace {

constexpr qsizetype kFirstScreen = 200;      // rows
constexpr int kMostLoads = 3;                // of one load(), when graph files turn out to be damaged
constexpr Git::CommitPosition kAtOnce = 500; // commits that no graph file holds, read before the first rows

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
    quint64 date(Git::CommitPosition commit) override { return m_store.date(commit); }
    quint64 generation(Git::CommitPosition commit) override { return m_store.generation(commit); }

private:
    Git::CommitStore &m_store;
    QSet<Git::CommitPosition> m_commits;
};

/// Writes the cache of a store that is whole already while its timeline is made, else afterwards. Without it
/// the next start is only slower, so that it is nobody's failure.
class Keeping
{
public:
    Keeping(std::shared_ptr<Git::CommitStore> store, CancelToken cancel)
        : m_store(std::move(store))
        , m_cancel(std::move(cancel))
    {
        if (m_store->isWorthKeeping())
            m_kept = std::async(std::launch::async, [this] { return keep(); });
    }

    void finish()
    {
        if (m_kept.valid())
            m_kept.wait();
        else if (m_store->isWorthKeeping())
            std::ignore = keep();
    }

private:
    Result<void> keep() const
    {
        return guarded([this] { return m_store->keep(m_cancel); });
    }

    std::shared_ptr<Git::CommitStore> m_store;
    CancelToken m_cancel;
    std::future<Result<void>> m_kept; // last: its end is waited for before the others go
};

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

LogView Log::view() const
{
    return state().view();
}

// Commits without a generation have to be read before the order is known: all where there is no graph file,
// and those that came after it. Unless they are few, the newest ones stand there by themselves until then.
Result<void> Log::readUnranked(const State &next, const TimelineQuery &order, const RowSink &changed,
                               const CancelToken &cancel)
{
    const auto isDone =
        next.store->hasGenerations() ? next.store->readFew(kAtOnce, cancel) : Result<bool>(false);
    if (!isDone || *isDone)
        return isDone.transform([](bool) {});
    if (changed && state().rowCount() == 0) {
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
        if (first.rowCount() > 0) {
            set(first);
            changed({.inserted = first.rowCount(), .versionBefore = next.version - 2, .after = first.view()});
        }
    }
    return next.store->readAll(cancel);
}

Result<std::shared_ptr<Git::CommitStore>> Log::openStore(const Git::RepoLocation &where,
                                                         const CancelToken &cancel)
{
    const auto prepared = std::exchange(m_prepared, nullptr);
    if (prepared && m_preparedOf == where.gitDir && !prepared->isOutdated())
        return prepared;
    return Git::CommitStore::open(where, {.cacheFolder = m_cacheFolder, .damagedGraphs = m_damagedGraphs},
                                  cancel);
}

void Log::prepare(const Git::RepoLocation &where, const CancelToken &cancel)
{
    const QMutexLocker oneAtATime(&m_loading);
    if (m_prepared || state().store)
        return;
    auto store = Git::CommitStore::open(where, {.cacheFolder = m_cacheFolder}, cancel);
    if (!store)
        return; // load() tries again, and says why not
    m_prepared = std::move(*store);
    m_preparedOf = where.gitDir;
}

Result<Git::LogEnd> Log::load(const Git::RepoLocation &where, const LogRequest &request,
                              const RowSink &changed, const CancelToken &cancel)
{
    const QMutexLocker oneAtATime(&m_loading);
    for (int turn = 1;; ++turn) {
        auto end = loadOnce(where, request, changed, cancel);
        if (!end)
            return end;
        const auto store = state().store;
        const auto verified = store->verifyGraph(cancel);
        if (verified)
            return end;
        if (verified.error().kind == ErrorKind::Cancelled)
            return std::unexpected(verified.error());
        m_damagedGraphs = store->damagedGraphs();
        if (turn == kMostLoads) {
            end->problems = store->problems();
            return end;
        }
    }
}

Result<Git::LogEnd> Log::loadOnce(const Git::RepoLocation &where, const LogRequest &request,
                                  const RowSink &changed, const CancelToken &cancel)
{
    State old = state();
    State next{.timeline = std::make_shared<Timeline>(), .request = request, .version = old.version + 2};
    if (old.store && !old.store->isOutdated()) {
        next.store = old.store;
    } else {
        auto store = openStore(where, cancel);
        if (!store)
            return std::unexpected(store.error());
        next.store = std::move(*store);
    }
    const Git::CommitStore::Job job(*next.store);
    if (request.withWorktrees)
        next.request.tips += detachedTips(where);
    const auto tips = next.store->positions(next.request.tips, cancel);
    if (!tips)
        return std::unexpected(tips.error());
    const TimelineQuery order{
        .tips = *tips, .order = request.order, .firstParentOnly = request.firstParentOnly};
    if (const auto read = readUnranked(next, order, changed, cancel); !read)
        return std::unexpected(read.error());
    old = state();
    Keeping keeping(next.store, cancel);
    if (const auto loaded = loadTimeline(old, next, order, changed, cancel); !loaded)
        return std::unexpected(loaded.error());
    keeping.finish();
    QStringList problems = next.store->problems();
    if (const quint32 count = next.timeline->leftOut(); count > 0)
        problems += Text::tr("%n commit(s) are left out: their parents go round in a circle.", nullptr,
                             static_cast<int>(count));
    return Git::LogEnd{.commits = next.rowCount(), .problems = problems};
}

// What can share rows with those before, or stands in for what is better than it, replaces them when it is
// whole. Everything else shows as it comes.
Result<void> Log::loadTimeline(const State &old, const State &next, const TimelineQuery &order,
                               const RowSink &changed, const CancelToken &cancel)
{
    const bool isSameKind = old.timeline && old.store == next.store && old.request.order == order.order &&
                            old.request.firstParentOnly == order.firstParentOnly;
    const bool isWhole = old.rowCount() > 0 && (old.isProvisional || old.timeline->isComplete());
    const bool streams = !isSameKind || !isWhole;
    const bool mayShare = !streams && !old.isProvisional;
    qsizetype told = 0;
    const auto progress = [&](qsizetype rows) {
        if (!streams)
            return;
        if (told == 0)
            set(next);
        if (changed) {
            changed({.first = told,
                     .removed = told == 0 ? old.rowCount() : 0,
                     .inserted = rows - told,
                     .versionBefore = told == 0 ? old.version : next.version,
                     .rowsBefore = told == 0 ? old.rowCount() : told,
                     .after = next.view()});
        }
        told = rows;
    };
    const auto loaded =
        next.timeline->load(*next.store, order, mayShare ? old.timeline.get() : nullptr, progress, cancel);
    if (!loaded || (streams && told > 0))
        return loaded;
    const Timeline::Cost cost = next.timeline->cost();
    RowChange change{.removed = old.rowCount()}; // nothing is left
    if (next.rowCount() > 0)
        change = changeBetween(*old.timeline, *next.timeline, mayShare ? next.rowCount() - cost.walked : 0);
    change.rewoven = cost.woven;
    change.versionBefore = old.version;
    change.rowsBefore = old.rowCount();
    change.after = next.view();
    set(next);
    if (changed)
        changed(change);
    return {};
}

} // namespace History
