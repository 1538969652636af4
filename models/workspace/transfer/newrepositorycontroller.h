// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/taskqueue.h"
#include "workspace/services.h"

/// Makes empty repositories, one at a time. GUI thread only.
class NewRepositoryController final : public QObject
{
    Q_OBJECT

public:
    explicit NewRepositoryController(const WorkspaceServices &services, QObject *parent = nullptr);

    /// Why there can be none, as one sentence; empty: there can, as far as can be told without looking
    /// anywhere. Cheap: for every key stroke.
    static QString problem(const QString &folder, const QString &branch);
    static QString folderOf(const QString &typed); ///< absolute, ~ is the home folder; empty: it is not
    /// What Git calls a first branch here; reads the user's configuration.
    static QString firstBranch();

    bool isRunning() const { return m_isRunning; }
    void make(const QString &folder, const QString &branch); ///< ignored while one runs

Q_SIGNALS:
    void runningChanged();
    void made(const QString &folder);
    void failed(const Error &error);

private:
    WorkspaceServices m_services;
    bool m_isRunning = false;
    TaskQueue m_queue; // last: the first to go
};
