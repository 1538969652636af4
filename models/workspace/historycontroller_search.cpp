// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/gitfilter.h"
#include "workspace/historycontroller.h"

namespace {

constexpr qsizetype kFewRows = 1000;        // looked at one by one, where git would go through all of history
constexpr qsizetype kMostFreshTexts = 1000; // kept of what a later search finds; others are read when seen

History::SearchScope scopeOf(const History::LogView &view, const Git::Refs &refs,
                             const QByteArray &cacheFolder, qsizetype first, qsizetype count)
{
    return {.tips = view.request().tips,
            .refs = refs.all,
            .isByDate = view.request().order == History::Order::Date,
            .firstParentOnly = view.request().firstParentOnly,
            .rows =
                [view, first, count](qsizetype from, qsizetype most) {
                    return view.ids(first + from, std::clamp<qsizetype>(count - from, 0, most));
                },
            .replacements = view.replacements(),
            .mayHaveChanged = view.changedPaths(),
            .head = refs.head.target,
            .cacheFolder = cacheFolder};
}

bool asksGit(const History::Query &query)
{
    return query.has(History::Field::Path) || query.has(History::Field::Content);
}

QString stoppedNote()
{
    return HistoryController::tr("Stopped: more may be found.");
}

} // namespace

void HistoryController::showAll()
{
    m_search.cancel();
    m_again.cancel();
    m_found = {};
    m_searchNotes.clear();
    m_searchProblem = {};
    m_commits.reset(m_logRows);
    Q_EMIT rowsChanged();
}

void HistoryController::search()
{
    m_again.cancel();
    m_found = {.view = m_view, .count = m_logRows, .same = SameEnds::all(m_logRows)};
    m_isPartial = false;
    m_searchNotes.clear();
    m_searchProblem = {};
    m_searchedRows = 0;
    m_isReplacing = true;
    m_commits.reset(0);
    m_isReplacing = false;
    m_search.start(
        [git = m_repository.program(), view = m_view, query = m_query, refs = m_repository.refs(),
         cache = m_repository.services().cacheFolder](const CancelToken &cancel, const auto &sink) {
            const auto scope = scopeOf(view, refs, cache, 0, std::numeric_limits<qsizetype>::max());
            return History::searchHistory(git, query, scope, sink, cancel);
        },
        [this](const History::SearchProgress &progress) { takeHits(progress); },
        [this](const Result<History::SearchEnd> &end) { takeSearchEnd(end); });
    Q_EMIT rowsChanged();
    Q_EMIT searchChanged();
}

void HistoryController::takeHits(const History::SearchProgress &progress)
{
    m_searchedRows = progress.searched;
    const int first = static_cast<int>(m_found.rows.size());
    QList<History::Row> rows;
    for (const History::SearchHit &hit : progress.hits) {
        m_found.rows += static_cast<int>(hit.row);
        rows += History::Row{hit.commit, {}};
    }
    m_commits.growTo(static_cast<int>(m_found.rows.size()));
    m_commits.fill(first, std::move(rows));
    if (!progress.hits.isEmpty())
        Q_EMIT rowsChanged();
    Q_EMIT searchChanged();
}

void HistoryController::takeSearchEnd(const Result<History::SearchEnd> &end)
{
    m_searchProblem = end ? Error() : end.error();
    m_searchNotes = end ? end->notes : QStringList();
    m_isPartial = !end;
    if (!end)
        m_found.same.clear();    // next time all are searched
    if (end && asksGit(m_query)) // which tells what it found, not how far it is
        m_searchedRows = m_found.count;
    // Rows that came while it ran may be searched already. What git named before its row was there is lost.
    if (end && !asksGit(m_query) && m_found.view.version() == m_view.version()) {
        m_found.count = static_cast<int>(end->searched);
        m_found.same = end->searched < m_logRows ? SameEnds{.head = end->searched} : SameEnds::all(m_logRows);
    }
    searchWhatChanged();
    Q_EMIT searchChanged();
    Q_EMIT busyChanged();
}

void HistoryController::stopSearch()
{
    if (!isSearching())
        return;
    m_isPartial |= m_search.isRunning();
    m_search.cancel();
    m_again.cancel();
    m_searchNotes = {stoppedNote()};
    Q_EMIT searchChanged();
    Q_EMIT busyChanged();
}

Git::Program HistoryController::programFor(qsizetype rows) const
{
    Git::RepoLocation where = m_repository.location();
    const bool isForGit = std::ranges::any_of(m_query.terms, [](const History::Term &term) {
        return term.field == History::Field::Content ||
               (term.field == History::Field::Path && History::isPathPattern(term));
    });
    if (rows <= kFewRows && !isForGit)
        where.trust = Git::Trust::Restricted; // then git is asked nothing
    return Git::Program(*m_repository.services().runner, where);
}

// What was found stays until it is known what changed, and rows that stayed are not searched again. Which
// commits a ref reaches can change for all of them.
void HistoryController::searchWhatChanged()
{
    if (!isFound() || isSearching())
        return;
    const bool isOtherView = m_found.view.version() != m_view.version();
    if (!isOtherView && (m_isPartial || m_found.same.between(m_logRows) == 0))
        return;
    const SameEnds same = m_query.has(History::Field::Ref) ? SameEnds() : m_found.same;
    const qsizetype first = same.head, count = same.between(m_logRows);
    m_next = {.view = m_view, .count = m_logRows, .same = SameEnds::all(m_logRows)};
    const auto isBefore = [&](int row) { return row < same.head; };
    const auto isBehind = [&](int row) { return same.tail > 0 && row >= m_found.count - same.tail; };
    QList<int> gone = m_found.rows;
    gone.removeIf([&](int row) { return isBefore(row) || isBehind(row); });
    m_searchedRows = m_logRows - count;
    m_again.start(
        [git = programFor(count), before = m_found.view, view = m_view, query = m_query, first, count, gone,
         refs = m_repository.refs(), cache = m_repository.services().cacheFolder](
            const CancelToken &cancel, const auto &sink) -> Result<Fresh> {
            Fresh fresh;
            const auto take = [&](const History::SearchProgress &progress) {
                for (const History::SearchHit &hit : progress.hits) {
                    fresh.rows += static_cast<int>(first + hit.row);
                    fresh.ids += hit.commit.id;
                    if (fresh.texts.size() < kMostFreshTexts)
                        fresh.texts += History::Row{hit.commit, {}};
                }
                sink(progress.searched);
            };
            if (count > 0) {
                auto end = History::searchHistory(git, query, scopeOf(view, refs, cache, first, count), take,
                                                  cancel);
                if (!end)
                    return std::unexpected(end.error());
                fresh.end = *std::move(end);
            }
            QList<Git::ObjectId> ids;
            for (const int row : gone)
                ids += before.idAt(row);
            fresh.differs = findDifference(ids, fresh.ids, std::equal_to<>());
            return fresh;
        },
        [this, done = m_searchedRows](qsizetype searched) {
            m_searchedRows = done + searched;
            Q_EMIT searchChanged();
        },
        [this, same](Result<Fresh> fresh) { takeFresh(same, std::move(fresh)); });
    Q_EMIT searchChanged();
    Q_EMIT busyChanged();
}

void HistoryController::takeNotes(const QStringList &notes, bool isOfAll)
{
    m_isPartial &= !isOfAll;
    if (isOfAll)
        m_searchNotes.clear();
    else if (!m_isPartial)
        m_searchNotes.removeAll(stoppedNote()); // what was stopped was searched by now
    for (const QString &note : notes)
        if (!m_searchNotes.contains(note))
            m_searchNotes += note;
}

void HistoryController::takeFresh(const SameEnds &same, Result<Fresh> fresh)
{
    m_searchProblem = fresh ? Error() : fresh.error();
    if (!fresh) {
        m_found.same.clear(); // next time all are searched
        Q_EMIT searchChanged();
        Q_EMIT busyChanged();
        return;
    }
    const QList<int> &old = m_found.rows;
    const auto kept = std::ranges::lower_bound(old, same.head);
    const auto tail =
        same.tail > 0 ? std::ranges::lower_bound(kept, old.cend(), m_found.count - same.tail) : old.cend();
    m_next.rows = QList<int>(old.cbegin(), kept) + fresh->rows;
    for (auto row = tail; row != old.cend(); ++row)
        m_next.rows += *row + m_next.count - m_found.count;
    const ListDifference &differs = fresh->differs;
    const int first = static_cast<int>(kept - old.cbegin() + differs.first);
    m_found = std::exchange(m_next, {});
    m_searchedRows = m_found.count;
    m_isReplacing = true;
    m_commits.replace(first, static_cast<int>(differs.removed), static_cast<int>(differs.inserted));
    m_isReplacing = false;
    if (differs.inserted > 0 && fresh->texts.size() >= differs.first + differs.inserted)
        m_commits.fill(first, fresh->texts.sliced(differs.first, differs.inserted));
    takeNotes(fresh->end.notes, same.head == 0 && same.tail == 0);
    searchWhatChanged();
    Q_EMIT rowsChanged();
    Q_EMIT searchChanged();
    Q_EMIT busyChanged();
}
