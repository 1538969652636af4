// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitstore.h"

#include "git/commitcache.h"
#include "git/commitgraph.h"
#include "git/commitheader.h"
#include "git/commitoverrides.h"
#include "git/loadedcommits.h"
#include "git/objectreader.h"
#include "git/text.h"

#include <mutex>

namespace Git {

namespace {

constexpr qsizetype kMostProblems = 20;
constexpr CommitPosition kVerifiedAtOnce = 20'000; // a few milliseconds

} // namespace

CommitStore::Job::Job(CommitStore &store)
    : m_store(store)
{
    Q_ASSERT(!store.m_hasJob);
    store.m_hasJob = true;
}

CommitStore::Job::~Job()
{
    m_store.m_hasJob = false;
    m_store.m_reader.reset();
}

CommitStore::CommitStore(RepoLocation where)
    : m_where(std::move(where))
    , m_overrides(std::make_unique<CommitOverrides>())
    , m_loaded(std::make_unique<LoadedCommits>())
{}

CommitStore::~CommitStore() = default;

Result<std::shared_ptr<CommitStore>>
CommitStore::open(const RepoLocation &where, const CommitStoreOptions &options, const CancelToken &cancel)
{
    const auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    std::shared_ptr<CommitStore> store(new CommitStore(where));
    *store->m_overrides = CommitOverrides::read(where, repository->get(), cancel);
    for (const QString &problem : store->m_overrides->problems())
        store->addProblem(problem);
    store->openGraph(options, cancel);
    if (store->m_graphCount <= kVerifiedAtOnce && !store->verifyGraph(cancel) && !cancel.isCancelled())
        return open(where, {options.cacheFolder, store->damagedGraphs()}, cancel);
    store->findOverridden();
    if (cancel.isCancelled())
        return failCancelled();
    return store;
}

void CommitStore::findOverridden()
{
    if (!m_graph)
        return;
    for (const ObjectId &id : m_overrides->commits()) {
        const CommitPosition commit = m_graph->find(id);
        if (commit == kNoCommit)
            continue;
        if (m_isGraphOverridden) {
            m_shallowEnds += m_overrides->isShallow(id);
            continue;
        }
        m_overridden.insert(commit, m_loaded->addUnlisted(id));
        ++m_unsettled;
    }
}

quint32 CommitStore::loadedPlace(CommitPosition commit) const
{
    if (commit >= m_graphCount)
        return commit - m_graphCount;
    return m_overridden.isEmpty() ? LoadedCommits::kNone : m_overridden.value(commit, LoadedCommits::kNone);
}

CommitPosition CommitStore::find(const ObjectId &id) const
{
    if (m_graph) {
        const CommitPosition commit = m_graph->find(id);
        if (commit != kNoCommit)
            return commit;
    }
    const std::shared_lock lock(m_guard);
    const quint32 at = m_loaded->find(id);
    return at == LoadedCommits::kNone ? kNoCommit : m_graphCount + at;
}

CommitPosition CommitStore::place(const ObjectId &id)
{
    if (m_graph) {
        const CommitPosition commit = m_graph->find(id);
        if (commit != kNoCommit)
            return commit;
    }
    quint32 at = m_loaded->find(id);
    if (at == LoadedCommits::kNone) {
        if (id.size() != 20 || m_graphCount + m_loaded->size() >= LoadedCommits::kPositionLimit)
            return kNoCommit;
        at = m_loaded->add(id);
        ++m_unsettled;
    }
    return m_graphCount + at;
}

QList<CommitPosition> CommitStore::parentsOf(const ObjectId &id, const CommitHeader &header)
{
    const QList<ObjectId> recorded(header.parents.begin(), header.parents.end());
    const QList<ObjectId> *overridden = m_overrides->isEmpty() ? nullptr : m_overrides->parentsOf(id);
    if (m_overrides->isShallow(id) && !recorded.isEmpty())
        ++m_shallowEnds;
    const QList<ObjectId> &ids = overridden ? *overridden : recorded;
    const bool isLong = ids.size() > 16;
    QList<CommitPosition> parents;
    QSet<CommitPosition> seen; // only for a long list
    for (const ObjectId &parent : ids) {
        const CommitPosition commit = place(parent);
        if (commit == kNoCommit)
            continue;
        const qsizetype before = seen.size();
        if (isLong ? seen.insert(commit), seen.size() > before : !parents.contains(commit))
            parents += commit;
    }
    return parents;
}

void CommitStore::settle(quint32 at, const std::expected<CommitHeader, ObjectProblem> &header)
{
    const ObjectId id = m_loaded->id(at);
    if (!header) {
        m_loaded->setMissing(at);
        addProblem(objectError(header.error(), id).message);
        return;
    }
    const QList<CommitPosition> parents = parentsOf(id, *header);
    m_loaded->set(at, header->tree, header->date, parents);
    --m_unsettled;
}

void CommitStore::readOne(quint32 at)
{
    const auto header = readHeader(m_loaded->id(at));
    const std::lock_guard lock(m_guard);
    settle(at, header);
}

void CommitStore::ensureRead(quint32 at)
{
    if (m_unsettled > 0 && m_loaded->isUnread(at))
        readOne(at);
}

ObjectId CommitStore::id(CommitPosition commit) const
{
    if (commit < m_graphCount)
        return m_graph->id(commit);
    const std::shared_lock lock(m_guard);
    return m_loaded->id(commit - m_graphCount);
}

ObjectId CommitStore::tree(CommitPosition commit) const
{
    const quint32 at = loadedPlace(commit);
    if (at == LoadedCommits::kNone)
        return m_graph->tree(commit);
    const std::shared_lock lock(m_guard);
    return m_loaded->tree(at);
}

CommitPosition CommitStore::count() const
{
    return m_graphCount + m_loaded->size();
}

void CommitStore::parents(CommitPosition commit, ParentPositions &out)
{
    const quint32 at = loadedPlace(commit);
    if (at == LoadedCommits::kNone)
        return m_graph->parents(commit, out);
    ensureRead(at);
    m_loaded->parents(at, out);
    if (m_unsettled == 0)
        return;
    const auto isMissing = [&](CommitPosition parent) {
        if (parent < m_graphCount)
            return false;
        ensureRead(parent - m_graphCount);
        return m_loaded->isMissing(parent - m_graphCount);
    };
    out.erase(std::remove_if(out.begin(), out.end(), isMissing), out.end());
}

quint64 CommitStore::date(CommitPosition commit)
{
    const quint32 at = loadedPlace(commit);
    if (at == LoadedCommits::kNone)
        return m_graph->date(commit);
    ensureRead(at);
    return m_loaded->date(at);
}

void CommitStore::knownParents(CommitPosition commit, ParentPositions &out) const
{
    const quint32 at = loadedPlace(commit);
    at == LoadedCommits::kNone ? m_graph->parents(commit, out) : m_loaded->parents(at, out);
}

quint64 CommitStore::knownDate(CommitPosition commit) const
{
    const quint32 at = loadedPlace(commit);
    return at == LoadedCommits::kNone ? m_graph->date(commit) : m_loaded->date(at);
}

bool CommitStore::hasGenerations() const
{
    return m_graph && areRanksKnown();
}

bool CommitStore::areRanksKnown() const
{
    return m_overrides->isEmpty() || m_isGraphOverridden;
}

quint64 CommitStore::generation(CommitPosition commit)
{
    if (!areRanksKnown())
        return kNoGeneration;
    if (commit < m_graphCount)
        return m_graph->generation(commit);
    const size_t at = commit - m_graphCount;
    return at < m_generations.size() ? m_generations[at] : kNoGeneration;
}

void CommitStore::prefetch(CommitPosition commit) const
{
    if (commit < m_graphCount)
        m_graph->prefetch(commit);
}

QStringList CommitStore::problems() const
{
    const std::shared_lock lock(m_guard);
    if (m_furtherProblems.isEmpty())
        return m_problems;
    return m_problems + QStringList{Text::tr("%n more problem(s) of this kind are not listed.", nullptr,
                                             static_cast<int>(m_furtherProblems.size()))};
}

qsizetype CommitStore::shallowEnds() const
{
    const std::shared_lock lock(m_guard);
    return m_shallowEnds;
}

const QHash<ObjectId, ObjectId> &CommitStore::replacements() const
{
    return m_overrides->replacements();
}

bool CommitStore::isOutdated() const
{
    if (m_isGraphDamaged || isAnyReplaced(m_leftOut))
        return true;
    const auto repository = openHandle(m_where);
    return !repository || CommitOverrides::read(m_where, repository->get(), {}) != *m_overrides;
}

void CommitStore::addProblem(const QString &sentence)
{
    if (m_problems.contains(sentence))
        return;
    if (m_problems.size() < kMostProblems)
        m_problems += sentence;
    else
        m_furtherProblems += qHash(sentence);
}

} // namespace Git
