// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/lateststream.h"
#include "history/log.h"
#include "history/search.h"
#include "items/commititems.h"
#include "items/difference.h"
#include "items/refitems.h"
#include "workspace/chosencommit.h"
#include "workspace/historyfilter.h"
#include "workspace/sameends.h"

#include <QTimer>

/// The history page: all commits or those that a query finds, the chosen one, its files and their
/// differences. GUI thread only.
class HistoryController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit HistoryController(RepositoryController &repository, QObject *parent = nullptr);
    ~HistoryController() override;

    void refresh() override;
    bool isBusy() const override;

    CommitItems &commits() { return m_commits; }
    FileItems &files() { return m_chosen.files(); }
    RefItems &refs() { return m_refItems; }
    ChosenCommit &chosen() { return m_chosen; }
    bool isCutOff() const { return !m_around.cutOff.isEmpty(); } ///< a shallow clone ends somewhere
    const QStringList &problems() const { return m_problems; }   ///< of reading history
    bool isLoadingRows() const { return m_load.isRunning(); }
    bool isReplacingRows() const { return m_isReplacing; } ///< the list's own choice means nothing now
    bool isSearching() const { return m_search.isRunning() || m_again.isRunning(); }
    /// Chips of environments are still to come. Not for long: no one waits for those that take seconds.
    bool isAwaitingDeployments() const { return m_deployments.isRunning() && m_patience.isActive(); }

    /// Which branches, which order, first parents alone. Reads anew. Refs that are gone are left out of it.
    const HistoryFilter &filter() const { return m_filter; }
    void setFilter(const HistoryFilter &filter);

    /// Shows only what a query line finds; an empty one shows all. A line with a mistake changes nothing and
    /// is told in queryProblem().
    void setQuery(const QString &line);
    const QString &query() const { return m_line; }
    void stopSearch();                            ///< keeps what was found so far
    bool showsFound() const { return isFound(); } ///< rows are those that the query finds
    const std::optional<History::QueryProblem> &queryProblem() const { return m_queryProblem; }
    const Error &searchProblem() const { return m_searchProblem; } ///< empty message: none
    const QStringList &searchNotes() const { return m_searchNotes; }
    qsizetype searchedRows() const { return m_searchedRows; } ///< of allRows(), while a query is shown
    qsizetype allRows() const { return m_logRows; }

    Git::ObjectId idAt(int row) const;                      ///< of a row of commits(); null: none
    QList<Git::ObjectId> idsAt(int first, int count) const; ///< cheap for any number
    int rowOf(const Git::ObjectId &commit) const;           ///< -1: not shown, or not loaded yet
    int childRow(int row) const;                            ///< -1: none shown
    int parentRow(int row) const;                           ///< the first parent's; -1: none shown
    QList<int> parentRows(int row) const;                   ///< all that are shown, first parent first
    QList<int> childRows(int row) const;                    ///< the shown ones near by, nearest first

    void select(const Git::ObjectId &commit) { m_chosen.choose(commit); }
    void compare(const Git::ObjectId &older, const Git::ObjectId &newer) { m_chosen.compare(older, newer); }
    void compareWithWorkTree(const Git::ObjectId &commit) { m_chosen.compareWithWorkTree(commit); }
    const Git::ObjectId &selected() const { return m_chosen.id(); }
    const std::optional<Git::CommitDetails> &details() const { return m_chosen.details(); }

    /// Looks for the commit that a revision names (main, abc123, HEAD~2), then resolved().
    void resolve(const QString &revision);

Q_SIGNALS:
    void rowsChanged(); ///< rows came or went
    void searchChanged();
    void detailsChanged(); ///< of chosen(), as the next
    void diffChanged();
    void problemsChanged();
    void filterChanged();
    void surroundingsChanged();                                       ///< isCutOff()
    void resolved(const Git::ObjectId &commit, const Error &problem); ///< null: the problem says why

private:
    struct Batch
    {
        History::RowChange change;
        int firstInSight = 0;
        QList<History::Row> sight; ///< texts of the rows in sight after the change
    };

    struct Labelled
    {
        RefSurroundings around;
        RefLabels labels;
        QList<RefEntry> entries;
    };

    /// Rows that the query finds.
    struct Found
    {
        History::LogView view; ///< what they are rows of
        int count = 0;         ///< rows that it had
        QList<int> rows = {};
        SameEnds same = {}; ///< rows of m_view that are those of view
    };

    /// What a search of rows that came or changed finds.
    struct Fresh
    {
        History::SearchEnd end;
        QList<int> rows;
        QList<Git::ObjectId> ids;
        QList<History::Row> texts; ///< of the first ones
        ListDifference differs;    ///< from what was found among the rows that they replace
    };

    void load();
    void takeBatch(Batch batch);
    void takeEnd(Result<Git::LogEnd> end);
    void fetch(int first, int count);
    void fill(int first, QList<History::Row> rows);
    // historycontroller_search.cpp
    void search();
    void takeHits(const History::SearchProgress &progress);
    void takeSearchEnd(const Result<History::SearchEnd> &end);
    void searchWhatChanged();
    void takeFresh(const SameEnds &same, Result<Fresh> fresh);
    void takeNotes(const QStringList &notes, bool isOfAll);
    Git::Program programFor(qsizetype rows) const;
    void showAll();
    int shownRow(qsizetype row) const;
    int logRow(int row) const { return isFound() ? m_found.rows.value(row, -1) : row; }
    const History::LogView &shownView() const { return isFound() ? m_found.view : m_view; }
    HistoryFilter withoutGoneRefs(HistoryFilter filter) const;
    void applyFilter(const HistoryFilter &filter);
    void labelRefs();
    void labelIfDue();
    void findDeployments();
    void takeDeployments(const Git::ObjectId &head, Result<QList<Deployment>> deployments);
    bool isFound() const { return !m_query.isEmpty(); }

    RepositoryController &m_repository;
    std::shared_ptr<History::Log> m_log;
    CommitItems m_commits;
    RefItems m_refItems;
    Git::Refs m_refs; // that the rows and labels are made from
    ChosenCommit m_chosen;
    RefSurroundings m_around;
    HistoryFilter m_filter;
    QString m_line;
    History::Query m_query;
    std::optional<History::QueryProblem> m_queryProblem;
    Found m_found;            ///< while a query is shown
    Found m_next;             ///< what m_again is to make of it; its rows are not known yet
    bool m_isPartial = false; ///< the search was stopped or failed: more may be found
    qsizetype m_searchedRows = 0;
    QStringList m_searchNotes;
    QStringList m_problems;
    int m_firstInSight = 0, m_inSight = 0;
    History::LogView m_view; ///< as far as commits() was told
    int m_logRows = 0;       ///< of m_view, which grows
    bool m_isReplacing = false;
    bool m_areLabelsDue = false; ///< once the first rows are there
    bool m_isDue = false;        ///< to refresh again after the load that runs
    Error m_searchProblem;
    Git::ObjectId m_deployedAt;  ///< HEAD for which deployments are known
    Git::ObjectId m_deployingAt; ///< HEAD for which they are looked for
    QTimer m_patience;
    LatestStream<Batch, Git::LogEnd> m_load;
    LatestTask<QList<History::Row>> m_rows;
    LatestStream<History::SearchProgress, History::SearchEnd> m_search;
    LatestStream<qsizetype, Fresh> m_again; ///< beside what was found, of what changed since
    LatestTask<Labelled> m_labels;
    LatestTask<QList<Deployment>> m_deployments;
    LatestTask<Git::ObjectId> m_resolve;
};
