// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/remote/transfer.h"
#include "workspace/repositorycontroller.h"
#include "workspace/transfer/questions.h"

class ProgressRelay;

/// Updating and adding submodules of a repository, one run at a time, on a queue of its own: it may take
/// long, and what is staged or committed meanwhile waits for nothing. GUI thread only. Going away cancels
/// what runs.
class SubmoduleUpdates final : public QObject
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit SubmoduleUpdates(RepositoryController &repository, QObject *parent = nullptr);
    ~SubmoduleUpdates() override;

    /// paths: empty: all; initialises those that are not yet. Ignored while one runs.
    void update(const QList<QByteArray> &paths, bool isRecursive);
    /// path: empty: named after the address; branch: empty: the remote's own. Ignored while one runs.
    void add(const QByteArray &url, const QByteArray &path, const QByteArray &branch);
    bool isRunning() const { return !m_doing.isEmpty(); }
    bool isBusy() const { return m_queue.isBusy(); } ///< also ending
    void cancel() { m_cancel.cancel(); }
    const QString &doing() const { return m_doing; } ///< "Updating submodules"; empty: nothing runs
    const Git::TransferProgress &progress() const { return m_progress; }
    Questions &questions() { return *m_questions; }

Q_SIGNALS:
    void runningChanged();
    void progressed();
    void succeeded(const QString &message);
    void failed(const Error &error);

private:
    template<class T, class Work, class Words> void run(const QString &doing, Work work, Words words);
    void finish(const QString &message, const Error &error);

    RepositoryController &m_repository;
    std::shared_ptr<Questions> m_questions;
    std::shared_ptr<ProgressRelay> m_relay;
    Git::TransferProgress m_progress;
    QString m_doing;
    CancelSource m_cancel;
    TaskQueue m_queue;
};
