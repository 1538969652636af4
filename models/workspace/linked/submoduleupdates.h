// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/remote/transfer.h"
#include "workspace/repositorycontroller.h"
#include "workspace/transfer/questions.h"

class ProgressRelay;

/// Updating the submodules of a repository, one update at a time, on a queue of its own: it may take long,
/// and what is staged or committed meanwhile waits for nothing. GUI thread only. Going away cancels what
/// runs.
class SubmoduleUpdates final : public QObject
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit SubmoduleUpdates(RepositoryController &repository, QObject *parent = nullptr);
    ~SubmoduleUpdates() override;

    /// paths: empty: all; initialises those that are not yet. Ignored while one runs.
    void update(const QList<QByteArray> &paths, bool isRecursive);
    bool isRunning() const { return m_isRunning; }
    bool isBusy() const { return m_queue.isBusy(); } ///< also ending
    void cancel() { m_cancel.cancel(); }
    QString doing() const;
    const Git::TransferProgress &progress() const { return m_progress; }
    Questions &questions() { return *m_questions; }

Q_SIGNALS:
    void runningChanged();
    void progressed();
    void succeeded(const QString &message);
    void failed(const Error &error);

private:
    void finish(const Result<QList<QByteArray>> &updated);

    RepositoryController &m_repository;
    std::shared_ptr<Questions> m_questions;
    std::shared_ptr<ProgressRelay> m_relay;
    Git::TransferProgress m_progress;
    bool m_isRunning = false;
    CancelSource m_cancel;
    TaskQueue m_queue;
};
