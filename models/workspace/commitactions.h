// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitactions.h"
#include "workspace/repositorycontroller.h"

/// What can be done with one commit, on the repository's queue of writes, one at a time. Afterwards everyone
/// is told that the repository changed. GUI thread only.
class CommitActionsController final : public QObject
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit CommitActionsController(RepositoryController &repository, QObject *parent = nullptr);

    bool isRunning() const { return !m_doing.isEmpty(); }
    const QString &doing() const { return m_doing; } ///< "Picking 1a2b3c4d"; empty: nothing runs
    void cancel();

    /// Why there can be no new branch or tag of this name; empty: there can. Cheap: for every key stroke.
    QString branchProblem(const QString &name) const;
    QString tagProblem(const QString &name) const;

    /// Each is ignored while another one runs.
    void checkoutBranch(const QByteArray &branch); ///< full name, local or remote
    void checkoutCommit(const Git::ObjectId &commit);
    void createBranch(const QString &name, const Git::ObjectId &commit, Git::Afterwards afterwards);
    void createTag(const QString &name, const Git::ObjectId &commit, const QString &message);
    void cherryPick(const Git::ObjectId &commit, int mainline);
    void revertCommit(const Git::ObjectId &commit, int mainline);
    void reset(const Git::ObjectId &commit, Git::ResetKind kind); ///< the branch that is shown as HEAD's
    void abortOperation(Git::Operation expected); ///< that one; Undo brings back what it takes away
    /// Takes back what was done last in this session, on whichever page; nothing when there is nothing.
    void undoLast();

    /// The short name of the local branch that checking out a remote one makes.
    static QByteArray localNameOf(const QByteArray &remoteBranch);

Q_SIGNALS:
    void runningChanged();
    void succeeded(const QString &message);
    void conflicted(const QString &message); ///< stopped with conflicts; abortOperation() goes back
    void failed(const Error &error);

private:
    template<class T, class Work, class Told> void run(const QString &doing, Work work, Told told);
    template<class Work> void change(const QString &doing, const QString &done, Work work);
    template<class Work> void checkOut(const QString &doing, const QString &done, Work work);
    template<class Work> void pick(const QString &doing, const QString &done, Work work);
    QString refProblem(const QString &name, const QByteArray &prefix) const;

    RepositoryController &m_repository;
    QString m_doing;
    CancelSource m_cancel;
    std::optional<Git::UndoRecord> m_undoing; ///< to be offered again when it fails
};
