// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/taskqueue.h"
#include "git/remote/clone.h"
#include "workspace/services.h"
#include "workspace/transfer/progressrelay.h"
#include "workspace/transfer/questions.h"

/// Makes one clone at a time. GUI thread only. Going away cancels what runs, which leaves nothing behind.
class CloneController final : public QObject
{
    Q_OBJECT

public:
    /// What somebody typed.
    struct Wish
    {
        QString address;
        QString parent; ///< folder; ~ stands for the home folder
        QString name;   ///< of the new folder in it
        QString branch; ///< empty: the remote's own
        int depth = 0;  ///< commits; 0: all
        bool isBlobless = false;
        bool takesSubmodules = false; ///< and those in them
    };

    explicit CloneController(const WorkspaceServices &services, QObject *parent = nullptr);
    ~CloneController() override;

    /// Why this cannot be cloned, as one sentence; empty: it can, as far as can be told without looking
    /// anywhere. Cheap: for every key stroke.
    static QString problem(const Wish &wish);
    /// The name that git would give the clone; empty: none.
    static QString nameFor(const QString &address);
    static QString folderOf(const Wish &wish); ///< absolute path of the clone; empty: it has none

    bool isRunning() const { return m_isRunning; }
    QString progressText() const; ///< empty: not known yet
    const Git::TransferProgress &progress() const { return m_progress; }
    Questions &questions() { return *m_questions; }

    void start(const Wish &wish); ///< ignored while one runs
    void cancel();

Q_SIGNALS:
    void runningChanged();
    void progressed();
    void cloned(const QString &folder);
    /// Beside cloned(): the clone is there without all of its submodules.
    void submodulesFailed(const Error &error);
    void failed(const Error &error); ///< not when it was cancelled

private:
    /// Ends well with an error: of the submodules.
    void finish(const Result<std::optional<Error>> &result, const QString &folder);

    WorkspaceServices m_services;
    std::shared_ptr<Questions> m_questions;
    std::shared_ptr<ProgressRelay> m_relay;
    Git::TransferProgress m_progress;
    CancelSource m_cancel;
    bool m_isRunning = false;
    TaskQueue m_queue; // last: the first to go
};
