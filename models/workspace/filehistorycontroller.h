// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/lateststream.h"
#include "git/filehistory.h"
#include "items/revisionitems.h"
#include "workspace/repositorycontroller.h"

/// The file history page: the commits that changed one file or folder, and the difference of the chosen one.
/// Empty until a path is opened. GUI thread only.
class FileHistoryController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit FileHistoryController(RepositoryController &repository, QObject *parent = nullptr);

    void refresh() override;
    bool isBusy() const override { return m_stream.isRunning() || m_diff.isRunning(); }

    void open(const QByteArray &path, const Git::ObjectId &tip); ///< null tip: HEAD
    void stop();                                                 ///< ends git; what is there stays
    const QByteArray &path() const { return m_path; }
    const Git::ObjectId &tip() const { return m_tip; }

    RevisionItems &revisions() { return m_revisions; }
    const QStringList &notes() const { return m_notes; } ///< why less may be shown, one sentence each

    void select(int row); ///< reads its difference; -1: none
    const QList<Diff::FileDiff> &diff() const { return m_changes; }
    const Error &diffError() const { return m_diffError; } ///< empty message: none

Q_SIGNALS:
    void pathChanged();
    void notesChanged();
    void diffChanged();

private:
    void takeBatch(const QList<Git::FileRevision> &batch);
    void takeEnd(const Result<Git::FileHistoryEnd> &end);
    void showDiff(Result<QList<Diff::FileDiff>> diff);

    RepositoryController &m_repository;
    QByteArray m_path;
    Git::ObjectId m_tip;
    RevisionItems m_revisions;
    QList<RevisionItem> m_pending; // of a refresh, until it is whole
    bool m_isStreaming = true;     // rows are shown as they come: nothing stood there before
    QStringList m_notes;
    QList<Diff::FileDiff> m_changes;
    Error m_diffError;
    LatestStream<QList<Git::FileRevision>, Git::FileHistoryEnd> m_stream;
    LatestTask<QList<Diff::FileDiff>> m_diff;
};
