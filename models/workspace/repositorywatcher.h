// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

/// What may have changed in a repository; a reader looks for itself.
enum class RepositoryChange {
    Refs = 1,     ///< HEAD, branches, tags, the operation in progress
    Index = 2,    ///< what is staged
    WorkTree = 4, ///< files
};
Q_DECLARE_FLAGS(RepositoryChanges, RepositoryChange)
Q_DECLARE_OPERATORS_FOR_FLAGS(RepositoryChanges)

/// Watches a repository's Git folder (folders only: everything Git replaces is renamed into place). Bursts
/// become one signal: 150 ms after the last event, at the latest 1 s after the first.
class RepositoryWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit RepositoryWatcher(QObject *parent = nullptr);

    /// The folders to watch. Blocking: lists refs/ (at most 500 folders). Any thread.
    static QStringList foldersToWatch(const Git::RepoLocation &where);

    void watch(const QStringList &folders);
    void note(RepositoryChanges what); ///< as if it had been seen

Q_SIGNALS:
    void changed(RepositoryChanges what);

private:
    void report();

    QFileSystemWatcher m_files;
    QTimer m_quiet, m_latest;
    RepositoryChanges m_pending;
};
