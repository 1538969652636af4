// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/linked/types.h"
#include "workspace/linked/linkeditems.h"
#include "workspace/repositorycontroller.h"

/// The work trees of a repository and the submodules of this one, as they stand. State: Loading until read,
/// Ready, or Failed. GUI thread only.
class LinkedController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit LinkedController(RepositoryController &repository);

    void refresh() override;
    bool isBusy() const override { return m_isDue || m_read.isRunning(); }

    LinkedItems &worktreeItems() { return m_worktreeItems; }
    LinkedItems &submoduleItems() { return m_submoduleItems; }
    const Git::Worktree *worktree(const QByteArray &gitDir) const; ///< null: there is none
    const Git::Submodule *submodule(const QByteArray &path) const;
    bool canPrune() const; ///< a work tree is gone that is not locked
    bool hasSubmodules() const { return !m_submodules.isEmpty(); }

    /// Short names of local branches that no work tree has out. O(branches).
    QStringList freeBranches() const;
    /// Where a new work tree could go: beside the main one, named after it and the branch.
    QString suggestedFolder(const QString &branch) const;

Q_SIGNALS:
    void listsChanged();

private:
    struct Linked
    {
        QList<Git::Worktree> worktrees;
        QList<Git::Submodule> submodules;
    };
    void refreshAfterChange();
    void take(Linked linked);

    RepositoryController &m_repository;
    QList<Git::Worktree> m_worktrees;
    QList<Git::Submodule> m_submodules;
    LinkedItems m_worktreeItems, m_submoduleItems;
    bool m_isDue = false; ///< something changed while it was read
    LatestTask<Linked> m_read;
};
