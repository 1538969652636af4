// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/lateststream.h"
#include "git/log.h"
#include "items/commititems.h"
#include "items/fileitems.h"
#include "workspace/repositorycontroller.h"

/// The history page: all commits, the chosen one, its files and their differences. GUI thread only.
class HistoryController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit HistoryController(RepositoryController &repository, QObject *parent = nullptr);

    void refresh() override;
    bool isBusy() const override { return m_load.isRunning() || m_details.isRunning() || m_diff.isRunning(); }

    CommitItems &commits() { return m_commits; }
    FileItems &files() { return m_files; }
    const QStringList &problems() const { return m_problems; } ///< of reading history

    void select(const Git::ObjectId &commit); ///< reads its details and differences
    const Git::ObjectId &selected() const { return m_selected; }
    const std::optional<Git::CommitDetails> &details() const { return m_commitDetails; }
    const Error &detailsError() const { return m_detailsError; } ///< empty message: none
    const QList<Diff::FileDiff> &diff() const { return m_changes; }
    const Error &diffError() const { return m_diffError; } ///< empty message: none

Q_SIGNALS:
    void detailsChanged();
    void diffChanged();
    void problemsChanged();

private:
    void takeBatch(const QList<History::Row> &rows);
    void takeEnd(Result<Git::LogEnd> end);
    void showDiff(Result<QList<Diff::FileDiff>> diff);

    RepositoryController &m_repository;
    CommitItems m_commits;
    FileItems m_files;
    QList<History::Row> m_pending; ///< of a refresh, until it is whole
    bool m_isStreaming = true;     ///< rows are shown as they come: nothing stood there before
    QStringList m_problems;
    Git::ObjectId m_selected;
    std::optional<Git::CommitDetails> m_commitDetails;
    Error m_detailsError;
    QList<Diff::FileDiff> m_changes;
    Error m_diffError;
    LatestStream<QList<History::Row>, Git::LogEnd> m_load;
    LatestTask<Git::CommitDetails> m_details;
    LatestTask<QList<Diff::FileDiff>> m_diff;
};
