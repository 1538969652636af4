// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/reachfilter.h"

#include "base/text.h"
#include "history/text.h"

#include <QRegularExpression>

namespace History {

namespace {

constexpr quint32 kCommitsPerLook = 4096; // at the cancel token

QRegularExpression patternOf(const QString &text)
{
    return QRegularExpression::fromWildcard(text, Qt::CaseSensitive,
                                            QRegularExpression::NonPathWildcardConversion);
}

QList<Git::ObjectId> targetsOf(const QString &text, const SearchScope &scope)
{
    QList<Git::ObjectId> targets, atRemotes;
    const QByteArray name = text.toUtf8();
    const QRegularExpression pattern = patternOf(text);
    const auto isCalled = [&](const QByteArray &called) {
        return called == name || pattern.matchView(QString::fromUtf8(called)).hasMatch();
    };
    for (const Git::Ref &ref : scope.refs) {
        if (ref.target.isNull())
            continue;
        const QByteArray called = ref.shortName();
        if (ref.name == name || isCalled(called))
            targets += ref.target;
        else if (ref.kind == Git::RefKind::RemoteBranch && isCalled(called.sliced(called.indexOf('/') + 1)))
            atRemotes += ref.target;
    }
    if (name == "HEAD" && !scope.head.isNull())
        targets += scope.head;
    return targets.isEmpty() ? atRemotes : targets; // without their remote only where nothing else is meant
}

} // namespace

Result<ReachFilter> ReachFilter::make(const Git::RepoLocation &where, const Query &query,
                                      const SearchScope &scope, const CancelToken &cancel)
{
    ReachFilter filter;
    std::vector<QList<Git::ObjectId>> targets; // of each reach
    for (const Term &term : query.terms) {
        if (term.field != Field::Ref)
            continue;
        targets.push_back(targetsOf(term.text, scope));
        if (targets.back().isEmpty())
            return fail(ErrorKind::NotFound,
                        Text::tr("No branch or tag is called “%1”.").arg(visibleText(term.text)));
        filter.m_reaches.push_back({.commits = {}, .isNegated = term.isNegated});
    }
    if (targets.empty())
        return filter;
    auto store = Git::CommitStore::open(where, {.cacheFolder = scope.cacheFolder}, cancel);
    if (!store)
        return std::unexpected(store.error());
    if (const auto verified = (*store)->verifyGraph(cancel);
        !verified) { // what it says is not shown anywhere
        store = Git::CommitStore::open(
            where, {.cacheFolder = scope.cacheFolder, .damagedGraphs = (*store)->damagedGraphs()}, cancel);
        if (!store)
            return std::unexpected(store.error());
    }
    filter.m_store = *std::move(store);
    const Git::CommitStore::Job job(*filter.m_store);
    for (size_t at = 0; at < targets.size(); ++at) {
        const auto marked = filter.mark(filter.m_reaches[at], targets[at], scope.firstParentOnly, cancel);
        if (!marked)
            return std::unexpected(marked.error());
    }
    return filter;
}

Result<void> ReachFilter::mark(Reach &reach, const QList<Git::ObjectId> &targets, bool firstParentOnly,
                               const CancelToken &cancel)
{
    const auto tips = m_store->positions(targets, cancel);
    if (!tips)
        return std::unexpected(tips.error());
    if (const auto read = m_store->readAll(cancel); !read) // in parallel, before one by one
        return read;
    std::vector<Git::CommitPosition> stack;
    const auto add = [&](Git::CommitPosition commit) {
        if (commit == Git::kNoCommit)
            return;
        if (commit >= reach.commits.size())
            reach.commits.resize(std::max<size_t>(m_store->count(), size_t{commit} + 1));
        if (reach.commits[commit])
            return;
        reach.commits[commit] = true;
        stack.push_back(commit);
    };
    std::ranges::for_each(*tips, add);
    Git::ParentPositions parents;
    for (quint32 looks = 1; !stack.empty(); ++looks) {
        if (looks % kCommitsPerLook == 0 && cancel.isCancelled())
            return failCancelled();
        const Git::CommitPosition commit = stack.back();
        stack.pop_back();
        m_store->parents(commit, parents);
        if (firstParentOnly && parents.size() > 1)
            parents.resize(1);
        std::ranges::for_each(parents, add);
    }
    return {};
}

bool ReachFilter::allows(const Git::ObjectId &commit) const
{
    if (m_reaches.empty())
        return true;
    const Git::CommitPosition position = m_store->find(commit);
    return std::ranges::all_of(m_reaches, [&](const Reach &reach) {
        const bool isReached = position < reach.commits.size() && reach.commits[position];
        return isReached != reach.isNegated;
    });
}

} // namespace History
