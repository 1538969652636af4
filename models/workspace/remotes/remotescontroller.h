// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latesttask.h"
#include "workspace/remotes/remoteitems.h"
#include "workspace/repositorycontroller.h"

/// What goes when a remote is removed.
struct RemoteLoss
{
    QList<QByteArray> branches;  ///< full names of the remote branches
    QList<QByteArray> followers; ///< full names of the local branches that follow one of them
    bool operator==(const RemoteLoss &) const = default;
};

/// The remotes as they are configured; read anew whenever the repository is. GUI thread only.
class RemotesController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit RemotesController(RepositoryController &repository, QObject *parent = nullptr);

    void refresh() override;
    bool isBusy() const override { return m_read.isRunning(); }
    RemoteItems &items() { return m_items; }

    RemoteLoss lossOf(const QByteArray &remote) const; ///< O(refs)
    /// Why a remote cannot be given this name, as one sentence; empty: it can. current: its name so far, or
    /// empty. Cheap: for every key stroke.
    QString nameProblem(const QString &name, const QByteArray &current = {}) const;
    /// The same of an address, which the sentence does not repeat.
    static QString addressProblem(const QString &address);
    /// An address as it may stand in a field to be changed; empty: it holds a secret, or is none that could
    /// be typed here.
    static QString editable(const QByteArray &address);

Q_SIGNALS:
    void remotesChanged();

private:
    RepositoryController &m_repository;
    RemoteItems m_items;
    LatestTask<QList<Git::Remote>> m_read;
};
