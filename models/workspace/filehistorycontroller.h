// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/lateststream.h"
#include "git/filehistory.h"
#include "items/revisionitems.h"
#include "workspace/repositorycontroller.h"
#include "workspace/showndiff.h"

/// The file history page: the commits that changed one file or folder, and the difference of the chosen one.
/// Empty until a path is opened. Up to HEAD it follows HEAD, after the reading that runs. GUI thread only.
class FileHistoryController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit FileHistoryController(RepositoryController &repository, QObject *parent = nullptr);

    void refresh() override;
    bool isBusy() const override { return m_stream.isRunning() || m_diff.isRunning(); }

    void open(const QByteArray &path, const Git::ObjectId &tip); ///< null tip: HEAD
    void stop(); ///< ends git; what is there stays, and that it is not all is said
    bool isReading() const { return m_stream.isRunning(); }
    const QByteArray &path() const { return m_path; }
    const Git::ObjectId &tip() const { return m_tip; }

    RevisionItems &revisions() { return m_revisions; }
    const QStringList &notes() const { return m_notes; } ///< why less may be shown, one sentence each

    void select(int row); ///< reads its difference; -1: none
    const QList<Diff::FileDiff> &diff() const { return m_changes; }
    const Error &diffError() const { return m_diffError; } ///< empty message: none
    void ignoreWhitespace(bool isIgnored);
    void widenContext(const QByteArray &path, const Diff::ContextChoice &more);

Q_SIGNALS:
    void pathChanged();
    void notesChanged();
    void diffChanged();

private:
    void start();
    void lookAgain();
    void takeBatch(const QList<Git::FileRevision> &batch);
    void takeEnd(const Result<Git::FileHistoryEnd> &end);
    void readDiff();
    void showDiff(Result<QList<Diff::FileDiff>> diff);

    RepositoryController &m_repository;
    QByteArray m_path;
    Git::ObjectId m_tip;
    RevisionItems m_revisions;
    QList<RevisionItem> m_pending; // of a refresh, until it is whole
    bool m_isStreaming = true;     // rows are shown as they come: nothing stood there before
    bool m_isDue = false;          // to look again after the reading that runs
    Git::ObjectId m_head;          // when it began
    QStringList m_notes;
    QList<Diff::FileDiff> m_changes;
    Error m_diffError;
    std::optional<Git::DiffRequest> m_request; // of the chosen row
    DiffChoice m_choice;
    LatestStream<QList<Git::FileRevision>, Git::FileHistoryEnd> m_stream;
    LatestTask<QList<Diff::FileDiff>> m_diff;
};
