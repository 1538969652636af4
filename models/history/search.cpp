// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/search.h"

#include "base/text.h"
#include "history/gitfilter.h"
#include "history/judge.h"
#include "history/pathfilter.h"
#include "history/reachfilter.h"
#include "history/text.h"

using namespace Qt::StringLiterals;

namespace History {

namespace {

constexpr qsizetype kFirstWindow = 128; // rows; small, so that the first hits come at once
constexpr qsizetype kLargestWindow = 8192;

struct IdSet
{
    QSet<Git::ObjectId> ids;
    bool isNegated = false;
    bool allows(const Git::ObjectId &id) const { return ids.contains(id) != isNegated; }
};

/// One search.
class Search
{
public:
    Search(const Git::Program &git, const Query &query, const SearchScope &scope, const SearchSink &sink,
           const CancelToken &cancel)
        : m_git(git)
        , m_query(query)
        , m_scope(scope)
        , m_sink(sink)
        , m_cancel(cancel)
    {}

    Result<SearchEnd> run()
    {
        auto reach = ReachFilter::make(m_git.location(), m_query, m_scope, m_cancel);
        if (!reach)
            return std::unexpected(reach.error());
        m_reach = *std::move(reach);
        QList<GitFilter> filters = makeGitFilters(m_query);
        const bool isTrusted = m_git.location().trust == Git::Trust::Trusted;
        const auto leading =
            std::ranges::find_if(filters, [](const GitFilter &filter) { return !filter.isNegated; });
        // Along first parents alone Git's topological order depends on whether there is a graph file.
        const bool isOrderOfRows = m_scope.isByDate || !m_scope.firstParentOnly;
        if (!isTrusted || !isOrderOfRows || leading == filters.end())
            return scan(filters, isTrusted);
        const GitFilter leader = *leading;
        filters.erase(leading);
        return follow(leader, filters);
    }

private:
    Result<SearchEnd> scan(const QList<GitFilter> &filters, bool isTrusted)
    {
        if (const auto ready = isTrusted ? gather(filters) : openPathFilters(filters); !ready)
            return std::unexpected(ready.error());
        auto jury = Jury::open(m_git.location(), m_query, m_scope);
        if (!jury)
            return std::unexpected(jury.error());
        for (qsizetype window = kFirstWindow;; window = std::min(window * 2, kLargestWindow)) {
            const QList<Git::ObjectId> ids = m_scope.rows(m_end.searched, window);
            std::vector<Judged> judged = (*jury)->judge(ids, m_cancel);
            if (m_cancel.isCancelled())
                return failCancelled();
            deliver(ids, judged);
            if (ids.size() < window)
                return finish();
        }
    }

    void deliver(const QList<Git::ObjectId> &ids, std::span<Judged> judged)
    {
        SearchProgress progress;
        for (size_t at = 0; at < judged.size(); ++at) {
            const qsizetype row = m_end.searched + static_cast<qsizetype>(at);
            if (!judged[at].commit) {
                ++m_end.unreadable;
                continue;
            }
            Git::Commit &commit = *judged[at].commit;
            const bool isAllowed = judged[at].isHit && passesSets(ids[static_cast<qsizetype>(at)]);
            if (passesPaths(commit, isAllowed))
                progress.hits.append({row, std::move(commit)});
        }
        m_end.searched += ids.size();
        m_end.hits += progress.hits.size();
        progress.searched = m_end.searched;
        m_sink(std::move(progress));
    }

    bool passesSets(const Git::ObjectId &id) const
    {
        return m_reach.allows(id) &&
               std::ranges::all_of(m_sets, [&](const IdSet &set) { return set.allows(id); });
    }

    bool passesPaths(const Git::Commit &commit, bool isAllowed)
    {
        if (!isAllowed)
            return false;
        for (PathFilter &filter : m_paths) {
            const std::optional<bool> changes = filter.changes(commit);
            if (!changes) {
                ++m_end.unreadable;
                return false;
            }
            if (*changes == filter.term().isNegated)
                return false;
        }
        return true;
    }

    Result<void> gather(const QList<GitFilter> &filters)
    {
        for (const GitFilter &filter : filters) {
            IdSet set{.isNegated = filter.isNegated};
            const auto read = ask(
                filter, [&](const QList<Git::ObjectId> &ids) { set.ids.unite({ids.cbegin(), ids.cend()}); });
            if (!read)
                return read;
            m_sets.append(std::move(set));
        }
        return {};
    }

    // Git names each merge that differs from one parent. One that took a side as it was changed nothing.
    Result<void> ask(const GitFilter &filter, const std::function<void(QList<Git::ObjectId>)> &sink)
    {
        if (filter.content || isPathPattern(*filter.path))
            return readFiltered(m_git, filter, m_scope, sink, m_cancel);
        auto changes = PathFilter::open(m_git.location(), *filter.path, m_scope);
        if (!changes)
            return std::unexpected(changes.error());
        const auto isTaken = [&](const Git::ObjectId &id) { return changes->isTakenMerge(id); };
        return readFiltered(
            m_git, filter, m_scope,
            [&](QList<Git::ObjectId> ids) {
                ids.removeIf(isTaken);
                sink(std::move(ids));
            },
            m_cancel);
    }

    Result<void> openPathFilters(const QList<GitFilter> &filters)
    {
        for (const GitFilter &filter : filters) {
            if (filter.content)
                return fail(
                    ErrorKind::Denied,
                    Text::tr("This repository is not trusted, so Git is not asked which commits changed a "
                             "text."),
                    {}, Text::tr("Leave out “content:”, or trust the repository first."));
            if (isPathPattern(*filter.path))
                return fail(
                    ErrorKind::Denied,
                    Text::tr("This repository is not trusted, so Git is not asked which paths match."), {},
                    Text::tr("Name one file or folder behind “path:”, or trust the repository first."));
            auto opened = PathFilter::open(m_git.location(), *filter.path, m_scope);
            if (!opened)
                return std::unexpected(opened.error());
            m_paths.push_back(*std::move(opened));
        }
        return {};
    }

    // Git names the commits in the order of the rows, so each is looked for from where the last one was.
    Result<SearchEnd> follow(const GitFilter &leader, const QList<GitFilter> &others)
    {
        if (const auto ready = gather(others); !ready)
            return std::unexpected(ready.error());
        auto judge = Judge::open(m_git.location(), m_query, m_scope);
        if (!judge)
            return std::unexpected(judge.error());
        const auto take = [&](const QList<Git::ObjectId> &ids) {
            SearchProgress progress;
            for (const Git::ObjectId &id : ids) {
                if (!passesSets(id))
                    continue;
                const std::optional<qsizetype> row = rowOf(id);
                Judged judged = row ? judge->judge(id) : Judged();
                m_end.unreadable += row && !judged.commit ? 1 : 0;
                if (judged.commit && judged.isHit)
                    progress.hits.append({*row, *std::move(judged.commit)});
            }
            std::ranges::sort(progress.hits, {}, &SearchHit::row);
            m_end.hits += progress.hits.size();
            progress.searched = m_end.searched;
            m_sink(std::move(progress));
        };
        const auto read = ask(leader, take);
        if (!read)
            return std::unexpected(read.error());
        return finish();
    }

    SearchEnd finish()
    {
        if (m_end.unreadable > 0)
            m_end.notes += Text::tr("%n commit(s) could not be read and so were not searched.", nullptr,
                                    static_cast<int>(m_end.unreadable));
        for (const Term &term : m_query.terms) {
            const bool isBare = term.field == Field::Path && !term.isNegated && !term.text.contains(u'/') &&
                                !isPathPattern(term);
            if (isBare && m_end.hits == 0)
                //: %1: name of a file
                m_end.notes += Text::tr("“path:%1” is the one in the topmost folder; “path:**/%1” is in any.")
                                   .arg(visibleText(term.text));
        }
        if (m_query.has(Field::Content) && !m_scope.firstParentOnly)
            m_end.notes +=
                Text::tr("“content:” looks into no merge: what only a merge changed is not found.");
        return m_end;
    }

    std::optional<qsizetype> rowOf(const Git::ObjectId &id)
    {
        for (;;) {
            if (const auto known = m_rows.constFind(id); known != m_rows.cend())
                return *known;
            const QList<Git::ObjectId> ids = m_scope.rows(m_end.searched, kLargestWindow);
            if (ids.isEmpty() || m_cancel.isCancelled())
                return std::nullopt;
            for (const Git::ObjectId &next : ids)
                m_rows.insert(next, m_end.searched++);
        }
    }

    const Git::Program &m_git;
    const Query &m_query;
    const SearchScope &m_scope;
    const SearchSink &m_sink;
    const CancelToken &m_cancel;
    SearchEnd m_end;
    ReachFilter m_reach;
    QList<IdSet> m_sets;
    std::vector<PathFilter> m_paths;
    QHash<Git::ObjectId, qsizetype> m_rows;
};

} // namespace

Result<SearchEnd> searchHistory(const Git::Program &git, const Query &query, const SearchScope &scope,
                                const SearchSink &sink, const CancelToken &cancel)
{
    return Search(git, query, scope, sink, cancel).run();
}

} // namespace History
