// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/repositorycontroller.h"
#include "workspace/undo/undocontroller.h"
#include "workspace/worklist.h"

#include <QVariant>

/// What a page gets from the window around it. One per open repository; outlives its pages.
class RepositoryContext final : public QObject
{
    Q_OBJECT

public:
    explicit RepositoryContext(RepositoryController &repository, QObject *parent = nullptr)
        : QObject(parent)
        , m_repository(repository)
    {
        connect(
            &repository.undo(), &UndoController::undone, this,
            [this](const Git::UndoRecord &record, Git::UndoEnd, const QList<Git::UndoRecord> &passedOver) {
                showMessage(UndoController::told(record, passedOver));
            });
    }

    RepositoryController &repository() { return m_repository; }
    const WorkspaceServices &services() const { return m_repository.services(); }
    WorkList &work() { return m_work; } ///< running work for the status strip

    void requestTrust() { Q_EMIT trustRequested(); } ///< the user wanted something that needs trust
    /// Goes to another page; argument: what that page's openArgument() takes, for example the commit's full
    /// id in hex as QByteArray for "history". A page that does not exist is ignored.
    void openPage(const QString &pageId, const QVariant &argument = {})
    {
        Q_EMIT pageRequested(pageId, argument);
    }
    /// Fetches from one remote, with its progress and its questions where those of every transfer are.
    void requestFetch(const QByteArray &remote, bool prunes) { Q_EMIT fetchRequested(remote, prunes); }
    /// Names of the remotes, for what a menu offers.
    const QList<QByteArray> &remotes() const { return m_remotes; }
    void setRemotes(const QList<QByteArray> &remotes) { m_remotes = remotes; }
    void requestTagPush(const QByteArray &remote, const QByteArray &tag)
    {
        Q_EMIT tagPushRequested(remote, tag);
    }
    /// Asks, and then removes a branch or a tag at the remote, see TransferDesk::removeThere().
    void requestRemoval(const QByteArray &remote, const QByteArray &ref, const Git::ObjectId &expected,
                        qsizetype ownCommits)
    {
        Q_EMIT removalRequested(remote, ref, expected, ownCommits);
    }
    /// What was written as the message of the commit that the operation in progress makes next; empty:
    /// nothing.
    const QString &stepMessage() const { return m_stepMessage; }
    void setStepMessage(const QString &message) { m_stepMessage = message; }
    void openRepository(const QString &path) { Q_EMIT repositoryRequested(path); } ///< in a tab of its own
    void showMessage(const QString &text)
    {
        Q_EMIT messageShown(text);
    } ///< in the status strip: "Committed 1a2b3c4d"

Q_SIGNALS:
    void trustRequested();
    void pageRequested(const QString &pageId, const QVariant &argument);
    void repositoryRequested(const QString &path);
    void messageShown(const QString &text);
    void fetchRequested(const QByteArray &remote, bool prunes);
    void stepMessageUsed(const QString &message); ///< such a commit was made with it
    void tagPushRequested(const QByteArray &remote, const QByteArray &tag);
    void removalRequested(const QByteArray &remote, const QByteArray &ref, const Git::ObjectId &expected,
                          qsizetype ownCommits);

private:
    RepositoryController &m_repository;
    WorkList m_work;
    QList<QByteArray> m_remotes;
    QString m_stepMessage;
};
