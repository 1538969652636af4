// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/repositorycontroller.h"
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
    {}

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
    void showMessage(const QString &text)
    {
        Q_EMIT messageShown(text);
    } ///< in the status strip: "Committed 1a2b3c4d"

Q_SIGNALS:
    void trustRequested();
    void pageRequested(const QString &pageId, const QVariant &argument);
    void messageShown(const QString &text);

private:
    RepositoryController &m_repository;
    WorkList m_work;
};
