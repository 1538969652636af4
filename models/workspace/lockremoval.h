// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latesttask.h"
#include "git/work/lockfile.h"
#include "workspace/repositorycontroller.h"

/// A lock file that a program left behind when it ended, and that something failed on: found by the name that
/// the error gives, removed when the user wants it. GUI thread only.
class LockRemoval final : public QObject
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit LockRemoval(RepositoryController &repository, QObject *parent = nullptr);

    /// Looks for one that the error names and nobody holds; found() if there is one and Git may write.
    void find(const Error &error);
    const std::optional<Git::HeldLock> &lock() const { return m_lock; } ///< what was found last

    /// What the removal is asked for with: which file, how old, and what can go wrong.
    QString question() const;

    /// What was found, on the queue of writes, after it was looked at twice more.
    void remove();
    bool isRunning() const { return m_isRemoving; }

Q_SIGNALS:
    void found();
    void removed();
    void failed(const Error &error); ///< to remove it

private:
    RepositoryController &m_repository;
    std::optional<Git::HeldLock> m_lock;
    bool m_isRemoving = false;
    LatestTask<std::optional<Git::HeldLock>> m_look;
};
