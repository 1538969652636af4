// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latesttask.h"
#include "workspace/repositorycontroller.h"

#include <QHash>
#include <QStringListModel>

/// The tracked files of a repository, to choose one by name. GUI thread only.
class PathChoices final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMost = 50'000; ///< more are not offered: completing would lag behind typing

    /// repository must outlive this.
    explicit PathChoices(RepositoryController &repository, QObject *parent = nullptr);

    void load(); ///< in the background, each time anew
    QAbstractItemModel *names() { return &m_names; }
    QStringList list() const { return m_names.stringList(); } ///< the same
    /// The path of a name that is offered; else what somebody typed, in UTF-8.
    QByteArray pathOf(const QString &name) const;

private:
    struct Names
    {
        QStringList all;
        QHash<QString, QByteArray> odd; ///< paths that their display text does not give back
    };

    RepositoryController &m_repository;
    QStringListModel m_names;
    QHash<QString, QByteArray> m_odd;
    LatestTask<Names> m_read;
};
