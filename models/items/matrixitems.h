// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "environments/types.h"

#include <QAbstractTableModel>

/// Units by environment: a row for each unit, its name in the first column, then a column for each
/// environment in the order of promotion. GUI thread only.
class MatrixItems final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        HasCellRole = Qt::UserRole + 1, ///< false: the unit is not in that environment, or not known to be
        VersionRole,                    ///< QString, what runs
        DetailRole,                     ///< QString: who and how long ago
        StandingRole,                   ///< int of Environments::Standing
        StandingTextRole,               ///< QString: "2 behind"; empty where nothing is to be said
        UncertainRole,                  ///< bool: the version is a range, floating or set elsewhere
        UnknownRole,                    ///< bool: no cell, because a file of the environment is unreadable
    };

    /// clock must outlive this.
    explicit MatrixItems(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const Environments::Catalogue &catalogue() const { return m_catalogue; }
    void
    setCatalogue(Environments::Catalogue catalogue); ///< resets only when units or environments are others
    const Environments::Cell *cellAt(const QModelIndex &index) const; ///< nullptr: none there

private:
    QVariant cellData(const Environments::Cell &cell, int role) const;
    QString accessibleText(const QModelIndex &index) const;

    const Clock &m_clock;
    Environments::Catalogue m_catalogue;
};

/// The version of a cell as one reads it: "1.4.2", or "api 1.4.2, web 2.0.0" where there are several.
QString versionText(const Environments::Cell &cell);
/// The word for a kind that is not simply a version: "floating", "range"; empty for the others.
QString uncertaintyWord(Environments::VersionKind kind);
