// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/stash/stashactions.h"
#include "workspace/repositoryactions.h"

/// What is done with the stash. Where an undo brings something back it is noted with the repository.
class StashActionsController final : public RepositoryActions
{
    Q_OBJECT

public:
    explicit StashActionsController(RepositoryController &repository, QObject *parent = nullptr);

    /// Why nothing can be stashed at all; no message: something can.
    Error stashProblem() const;
    /// Why there can be no new branch of this name; empty: there can. Cheap: for every key stroke.
    QString branchProblem(const QString &name) const;

    void stash(const Git::StashRequest &request);
    void stashLines(const QString &message, const QList<Git::ChosenLines> &chosen);
    void apply(const Git::StashEntry &entry, Git::Restage restage);
    /// Applies, and drops only what came without conflicts.
    void pop(const Git::StashEntry &entry);
    void drop(const Git::StashEntry &entry);
    void branchFrom(const Git::StashEntry &entry, const QString &name);

Q_SIGNALS:
    void stashed(const Git::ObjectId &commit);
    /// Applied with conflicts, as succeeded() otherwise; in detail the files.
    void conflicted(const Error &conflict);

private:
    void tellConflicts(const QList<QByteArray> &paths);
};
