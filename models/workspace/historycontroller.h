// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/lateststream.h"
#include "history/log.h"
#include "history/search.h"
#include "items/commititems.h"
#include "items/refitems.h"
#include "workspace/chosencommit.h"
#include "workspace/historyfilter.h"

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
    bool isSearching() const { return m_search.isRunning(); }
    /// Chips of environments are still to come. Not for long: no one waits for those that take seconds.
    bool isAwaitingDeployments() const { return m_deployments.isRunning() && m_patience.isActive(); }

    /// Which branches, which order, first parents alone. Reads anew.
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

    Git::ObjectId idAt(int row) const;            ///< of a row of commits(); null: none
    int rowOf(const Git::ObjectId &commit) const; ///< -1: not shown, or not loaded yet
    int childRow(int row) const;                  ///< -1: none shown
    int parentRow(int row) const;                 ///< the first parent's; -1: none shown
    QList<int> parentRows(int row) const;         ///< all that are shown, first parent first
    QList<int> childRows(int row) const;          ///< the shown ones near by, nearest first

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

    void load();
    void takeBatch(Batch batch);
    void takeEnd(Result<Git::LogEnd> end);
    void fetch(int first, int count);
    void fill(int first, QList<History::Row> rows);
    void search();
    void takeHits(const History::SearchProgress &progress);
    void showAll();
    int shownRow(qsizetype row) const;
    int logRow(int row) const { return isFound() ? m_hits.value(row, -1) : row; }
    const History::LogView &shownView() const { return isFound() ? m_searched : m_view; }
    void labelRefs();
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
    QList<int> m_hits;           ///< rows of the log, while a query is shown
    History::LogView m_searched; ///< what m_hits are rows of
    qsizetype m_searchedRows = 0;
    QStringList m_searchNotes;
    QStringList m_problems;
    int m_firstInSight = 0, m_inSight = 0;
    History::LogView m_view; ///< as far as commits() was told
    int m_logRows = 0;       ///< of m_view, which grows
    bool m_isReplacing = false;
    bool m_isDue = false; ///< to refresh again after the load that runs
    Error m_searchProblem;
    Git::ObjectId m_deployedAt;  ///< HEAD for which deployments are known
    Git::ObjectId m_deployingAt; ///< HEAD for which they are looked for
    QTimer m_patience;
    LatestStream<Batch, Git::LogEnd> m_load;
    LatestTask<QList<History::Row>> m_rows;
    LatestStream<History::SearchProgress, History::SearchEnd> m_search;
    LatestTask<Labelled> m_labels;
    LatestTask<QList<Deployment>> m_deployments;
    LatestTask<Git::ObjectId> m_resolve;
};
