// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/historycontroller.h"

#include <numeric>

namespace {

constexpr int kFirstScreen = 200; // rows

} // namespace

HistoryController::HistoryController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_log(std::make_shared<History::Log>(repository.services().cacheFolder))
    , m_commits(*repository.services().clock)
    , m_chosen(repository)
    , m_inSight(kFirstScreen)
    , m_load(this, repository.services().longReads)
    , m_rows(this, repository.services().reads)
    , m_search(this, repository.services().longReads)
    , m_labels(this, repository.services().reads)
    , m_deployments(this, repository.services().longReads)
    , m_resolve(this, repository.services().reads)
{
    connect(&repository, &RepositoryController::refsChanged, this, [this] {
        if (m_repository.refs() != m_refs) // else this was made when they were there already
            refresh();
    });
    connect(&m_chosen, &ChosenCommit::detailsChanged, this, &HistoryController::detailsChanged);
    connect(&m_chosen, &ChosenCommit::diffChanged, this, &HistoryController::diffChanged);
    connect(&m_chosen, &ChosenCommit::busyChanged, this, &PageController::busyChanged);
    connect(&m_commits, &CommitItems::rowsWanted, this, &HistoryController::fetch);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &PageController::busyChanged);
    if (repository.state() == PageState::Ready)
        refresh();
}

HistoryController::~HistoryController() = default;

bool HistoryController::isBusy() const
{
    return m_load.isRunning() || m_rows.isRunning() || m_search.isRunning() || m_labels.isRunning() ||
           m_resolve.isRunning() || m_chosen.isBusy();
}

// A load that runs is let go on, or refs that keep moving would let none come to its end.
void HistoryController::refresh()
{
    m_refs = m_repository.refs();
    labelRefs();
    m_isDue = m_load.isRunning();
    if (!m_isDue)
        load();
}

void HistoryController::load()
{
    m_isDue = false;
    setLoading();
    Git::Refs shown = m_repository.refs();
    shown.all.removeIf([this](const Git::Ref &ref) { return !m_filter.shows(ref.name); });
    const History::LogRequest request{.tips = History::tipsOf(shown, m_filter.solo.isEmpty()),
                                      .order = m_filter.isByDate ? History::Order::Date
                                                                 : History::Order::Topological,
                                      .firstParentOnly = m_filter.firstParentOnly,
                                      .withWorktrees = m_filter.solo.isEmpty()};
    QList<qsizetype> sight(isFound() ? 0 : m_inSight);
    std::ranges::iota(sight, m_firstInSight);
    m_load.start(
        [where = m_repository.location(), request, log = m_log, sight](const CancelToken &cancel,
                                                                       const auto &sink) {
            // Rows that are in sight come with their texts, so that nothing flickers.
            const auto changed = [&](const History::RowChange &change) {
                Batch batch{.change = change, .firstInSight = static_cast<int>(sight.value(0))};
                if (!sight.isEmpty() && change.first <= sight.last())
                    batch.sight = change.after.rowsAt(where, sight, cancel).value_or(QList<History::Row>());
                sink(std::move(batch));
            };
            return log->load(where, request, changed, cancel);
        },
        [this](Batch batch) { takeBatch(std::move(batch)); },
        [this](Result<Git::LogEnd> end) { takeEnd(std::move(end)); });
    Q_EMIT busyChanged();
}

void HistoryController::takeBatch(Batch batch)
{
    const History::RowChange &change = batch.change;
    const bool follows = change.versionBefore == m_view.version() && change.rowsBefore == m_logRows;
    m_view = change.after;
    m_logRows = static_cast<int>(change.rowsBefore + change.inserted - change.removed);
    if (m_logRows > 0)
        setReady();
    if (isFound())
        return; // the search starts anew at the end
    m_isReplacing = true;
    if (follows) {
        m_commits.replace(static_cast<int>(change.first), static_cast<int>(change.removed),
                          static_cast<int>(change.inserted));
        m_commits.forget(0, static_cast<int>(change.rewoven));
    } else {
        m_commits.reset(m_logRows);
    }
    m_isReplacing = false;
    m_commits.fill(batch.firstInSight, std::move(batch.sight));
    Q_EMIT rowsChanged();
}

void HistoryController::takeEnd(Result<Git::LogEnd> end)
{
    if (m_isDue) {
        load();
        return;
    }
    if (isFound() && m_searched.version() != m_view.version())
        search();
    if (!end) {
        setFailed(end.error());
        Q_EMIT busyChanged();
        return;
    }
    if (m_problems != end->problems) {
        m_problems = end->problems;
        Q_EMIT problemsChanged();
    }
    const auto problem = m_repository.headProblem();
    if (m_logRows > 0)
        setReady();
    else if (problem || !m_problems.isEmpty())
        setFailed(
            problem.value_or(Error{ErrorKind::NotFound, tr("History cannot be read"), m_problems.join(u'\n'),
                                   tr("git fsck in a terminal says what is damaged")}));
    else
        setEmpty();
    findDeployments();
    Q_EMIT rowsChanged();
    Q_EMIT busyChanged();
}

void HistoryController::setFilter(const HistoryFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_refItems.setShown(filter.hidden, filter.solo);
    Q_EMIT filterChanged();
    labelRefs();
    load();
}

void HistoryController::fetch(int first, int count)
{
    if (!isFound()) {
        m_firstInSight = first;
        m_inSight = count;
    }
    QList<qsizetype> rows;
    rows.reserve(count);
    for (int row = first; row < first + count; ++row)
        rows += logRow(row);
    m_rows.start([where = m_repository.location(), view = shownView(),
                  rows](const CancelToken &cancel) { return view.rowsAt(where, rows, cancel); },
                 [this, first, version = shownView().version()](Result<QList<History::Row>> read) {
                     if (!read)
                         setFailed(read.error());
                     else if (version == shownView().version())
                         fill(first, std::move(*read));
                     else
                         m_commits.askAgain(); // rows came or went meanwhile
                     Q_EMIT busyChanged();
                 });
    Q_EMIT busyChanged();
}

// Between what was found other rows are missing, and so would be the ends of lanes.
void HistoryController::fill(int first, QList<History::Row> rows)
{
    for (History::Row &row : rows)
        if (isFound())
            row.graph = {};
    m_commits.fill(first, std::move(rows));
}

Git::ObjectId HistoryController::idAt(int row) const
{
    if (const History::Row *held = m_commits.at(row))
        return held->commit.id;
    return shownView().idAt(logRow(row));
}

int HistoryController::shownRow(qsizetype row) const
{
    if (row < 0 || !isFound())
        return static_cast<int>(row);
    const auto found = std::ranges::lower_bound(m_hits, row);
    return found != m_hits.cend() && *found == row ? static_cast<int>(found - m_hits.cbegin()) : -1;
}

int HistoryController::rowOf(const Git::ObjectId &commit) const
{
    const int row = shownRow(shownView().rowOf(commit));
    return row < m_commits.rowCount() ? row : -1;
}

int HistoryController::childRow(int row) const
{
    return row < 0 ? -1 : shownRow(shownView().childRow(logRow(row)));
}

int HistoryController::parentRow(int row) const
{
    return row < 0 ? -1 : shownRow(shownView().parentRows(logRow(row), 1).value(0, -1));
}

void HistoryController::setQuery(const QString &line)
{
    if (line == m_line)
        return;
    m_line = line;
    auto query = History::parseQuery(line, m_repository.services().clock->now().toLocalTime());
    m_queryProblem = query ? std::nullopt : std::optional(query.error());
    if (query && *query != m_query) {
        m_query = std::move(*query);
        m_rows.cancel();
        isFound() ? search() : showAll();
    }
    Q_EMIT searchChanged();
    Q_EMIT busyChanged();
}

void HistoryController::showAll()
{
    m_search.cancel();
    m_hits.clear();
    m_searchNotes.clear();
    m_searchProblem = {};
    m_commits.reset(m_logRows);
    Q_EMIT rowsChanged();
}

void HistoryController::search()
{
    m_hits.clear();
    m_searchNotes.clear();
    m_searchProblem = {};
    m_searchedRows = 0;
    m_searched = m_view;
    m_isReplacing = true;
    m_commits.reset(0);
    m_isReplacing = false;
    m_search.start(
        [git = m_repository.program(), view = m_view, query = m_query,
         refs = m_repository.refs().all](const CancelToken &cancel, const auto &sink) {
            const History::SearchScope scope{
                .tips = view.request().tips,
                .refs = refs,
                .isByDate = view.request().order == History::Order::Date,
                .firstParentOnly = view.request().firstParentOnly,
                .rows = [&](qsizetype from, qsizetype count) { return view.ids(from, count); },
                .replacements = view.replacements(),
                .mayHaveChanged = view.changedPaths()};
            return History::searchHistory(git, query, scope, sink, cancel);
        },
        [this](const History::SearchProgress &progress) { takeHits(progress); },
        [this](Result<History::SearchEnd> end) {
            m_searchProblem = end ? Error() : end.error();
            m_searchNotes = end ? end->notes : QStringList();
            Q_EMIT searchChanged();
            Q_EMIT busyChanged();
        });
    Q_EMIT rowsChanged();
    Q_EMIT searchChanged();
}

void HistoryController::stopSearch()
{
    if (!m_search.isRunning())
        return;
    m_search.cancel();
    m_searchNotes = {tr("Stopped: more may be found.")};
    Q_EMIT searchChanged();
    Q_EMIT busyChanged();
}

void HistoryController::takeHits(const History::SearchProgress &progress)
{
    m_searchedRows = progress.searched;
    const int first = static_cast<int>(m_hits.size());
    QList<History::Row> rows;
    for (const History::SearchHit &hit : progress.hits) {
        m_hits += static_cast<int>(hit.row);
        rows += History::Row{hit.commit, {}};
    }
    m_commits.growTo(static_cast<int>(m_hits.size()));
    m_commits.fill(first, std::move(rows));
    if (!progress.hits.isEmpty())
        Q_EMIT rowsChanged();
    Q_EMIT searchChanged();
}
