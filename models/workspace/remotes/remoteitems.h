// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/remote/remotes.h"

#include <QAbstractListModel>

/// The remotes by name. Addresses are shown with passwords masked. GUI thread only.
class RemoteItems final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { AddressRole = Qt::UserRole + 1 }; ///< QString

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const QList<Git::Remote> &remotes() const { return m_remotes; }
    const Git::Remote *remote(int row) const; ///< null: no such row
    int rowOf(const QByteArray &name) const;  ///< -1: it is not there
    void setRemotes(const QList<Git::Remote> &remotes);

private:
    QList<Git::Remote> m_remotes;
};
