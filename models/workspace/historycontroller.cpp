// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/historycontroller.h"

#include <numeric>

namespace {

constexpr int kFirstScreen = 200; // rows

} // namespace

HistoryController::HistoryController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_log(repository.log())
    , m_commits(*repository.services().clock)
    , m_chosen(repository)
    , m_inSight(kFirstScreen)
    , m_load(this, repository.services().longReads)
    , m_rows(this, repository.services().reads)
    , m_search(this, repository.services().longReads)
    , m_again(this, repository.services().longReads)
    , m_labels(this, repository.services().reads)
    , m_deployments(this, repository.services().longReads)
    , m_resolve(this, repository.services().reads)
{
    connect(&repository, &RepositoryController::refsChanged, this, [this] {
        if (m_repository.refs() != m_refs) // else this was made when they were there already
            refresh();
    });
    connect(&repository, &RepositoryController::historyChanged, this, &HistoryController::refresh);
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
    return m_load.isRunning() || m_rows.isRunning() || isSearching() || m_labels.isRunning() ||
           m_areLabelsDue || m_resolve.isRunning() || m_chosen.isBusy();
}

// A load that runs is let go on, or refs that keep moving would let none come to its end.
void HistoryController::refresh()
{
    m_refs = m_repository.refs();
    applyFilter(withoutGoneRefs(m_filter));
    m_isDue = m_load.isRunning();
    if (!m_isDue)
        load();
    labelRefs();
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
    for (Found *found : {&m_found, &m_next})
        follows ? found->same.take(change) : found->same.clear();
    m_view = change.after;
    m_logRows = static_cast<int>(change.rowsBefore + change.inserted - change.removed);
    if (m_logRows > 0)
        setReady();
    labelIfDue();
    if (isFound())
        return; // what changed is searched at the end
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
    searchWhatChanged();
    labelIfDue();
    if (m_isDue) {
        load();
        return;
    }
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
    if (m_logRows > 0 || !m_filter.showsAllRefs())
        setReady(); // without rows, too: what is hidden is said, and there is a way back
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
    const HistoryFilter wanted = withoutGoneRefs(filter);
    if (wanted == m_filter)
        return;
    applyFilter(wanted);
    load();
    labelRefs();
}

void HistoryController::applyFilter(const HistoryFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_refItems.setShown(filter.hidden, filter.solo);
    Q_EMIT filterChanged();
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

QList<Git::ObjectId> HistoryController::idsAt(int first, int count) const
{
    if (!isFound())
        return m_view.ids(first, count);
    QList<Git::ObjectId> ids;
    ids.reserve(count);
    for (int row = first; row < first + count; ++row)
        ids += m_found.view.idAt(logRow(row));
    return ids;
}

int HistoryController::shownRow(qsizetype row) const
{
    if (row < 0 || !isFound())
        return static_cast<int>(row);
    const QList<int> &rows = m_found.rows;
    const auto found = std::ranges::lower_bound(rows, row);
    return found != rows.cend() && *found == row ? static_cast<int>(found - rows.cbegin()) : -1;
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
