// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitactions.h"
#include "workspace/repositoryactions.h"

/// What can be done with one commit.
class CommitActionsController final : public RepositoryActions
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit CommitActionsController(RepositoryController &repository, QObject *parent = nullptr);

    /// Why there can be no new branch or tag of this name; empty: there can. Cheap: for every key stroke.
    QString branchProblem(const QString &name) const;
    QString tagProblem(const QString &name) const;

    void checkoutBranch(const QByteArray &branch); ///< full name, local or remote
    void checkoutCommit(const Git::ObjectId &commit);
    void createBranch(const QString &name, const Git::ObjectId &commit, Git::Afterwards afterwards);
    void createTag(const QString &name, const Git::ObjectId &commit, const QString &message);
    void cherryPick(const Git::ObjectId &commit, int mainline);
    void revertCommit(const Git::ObjectId &commit, int mainline);
    void cherryPickAll(const QList<Git::ObjectId> &commits); ///< in this order; none is a merge
    void revertAll(const QList<Git::ObjectId> &commits);
    void reset(const Git::ObjectId &commit, Git::ResetKind kind); ///< the branch that is shown as HEAD's
    void undoLast();                                              ///< see UndoController

    /// The short name of the local branch that checking out a remote one makes.
    static QByteArray localNameOf(const QByteArray &remoteBranch);

Q_SIGNALS:
    void left(const Git::ObjectId &tip);     ///< of commits that are on no branch, by a checkout
    void conflicted(const QString &message); ///< stopped with conflicts, see OperationController

private:
    template<class Work> void change(const QString &doing, const QString &done, Work work);
    template<class Work> void checkOut(const QString &doing, const QString &done, Work work);
    template<class Work> void pick(const QString &doing, const QString &done, Work work);
};
