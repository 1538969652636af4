// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/remote/remotes.h"
#include "workspace/repositoryactions.h"

/// What is done with remotes here; to fetch from one is a transfer.
class RemoteActionsController final : public RepositoryActions
{
    Q_OBJECT

public:
    explicit RemoteActionsController(RepositoryController &repository, QObject *parent = nullptr);

    /// push: empty: the same.
    void add(const QString &name, const QString &address, const QString &push);
    void rename(const QByteArray &remote, const QString &name);
    /// Nothing: as it was. An empty address to push to: that of fetching.
    void setAddresses(const QByteArray &remote, const std::optional<QString> &fetch,
                      const std::optional<QString> &push);
    void remove(const QByteArray &remote); ///< with its branches, see RemotesController::lossOf()

Q_SIGNALS:
    void named(const QByteArray &remote); ///< it was added, or has this name now
};
