// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/repositoryactions.h"

RepositoryActions::RepositoryActions(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
{}

void RepositoryActions::cancel()
{
    if (isRunning())
        m_cancel.cancel();
}

void RepositoryActions::start(const QString &doing)
{
    m_doing = doing;
    Q_EMIT runningChanged();
}

void RepositoryActions::finish(const Error &error)
{
    m_doing.clear();
    Q_EMIT runningChanged();
    if (!error.message.isEmpty() && error.kind != ErrorKind::Cancelled)
        Q_EMIT failed(error);
}
