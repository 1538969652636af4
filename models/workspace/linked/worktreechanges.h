// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/linked/worktrees.h"
#include "workspace/repositoryactions.h"

/// What is done with the work trees of a repository.
class WorktreeChanges final : public RepositoryActions
{
    Q_OBJECT

public:
    explicit WorktreeChanges(RepositoryController &repository, QObject *parent = nullptr);

    void add(const Git::NewWorktree &wanted);
    void planRemoval(const Git::Worktree &tree); ///< then removalPlanned(), for remove(), or failed()
    void remove(const Git::Worktree &tree);
    void prune();
    void setLocked(const Git::Worktree &tree, bool isLocked);

    /// Why there can be no new branch of this name; empty: there can. Cheap: for every key stroke.
    QString branchProblem(const QString &name) const;

Q_SIGNALS:
    void added(const QByteArray &folder); ///< beside succeeded()
    void removalPlanned(const Git::Worktree &tree, const Git::WorktreeLoss &loss);
};
