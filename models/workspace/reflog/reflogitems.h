// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "workspace/reflog/reflogjobs.h"

#include <QAbstractListModel>

/// Moves of a ref, or lost commits, newest first. GUI thread only.
class ReflogItems final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        AgeRole = Qt::UserRole + 1, ///< QString such as "3 d"
        IdsRole,                    ///< QString "1a2b3c4d → 5e6f7a8b", or the one id
        IsNotableRole,              ///< bool: the note is not just the subject
        NoteRole, ///< QString: the subject where the first line does not say it, or what is special
    };

    /// clock must outlive this.
    explicit ReflogItems(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const ReflogRow *row(int row) const;          ///< null: no such row
    int rowOf(const Git::ObjectId &commit) const; ///< the newest that leads to it; -1: none
    /// Inserts what came in front and removes what went at the end, so that the selection survives.
    void setRows(const QList<ReflogRow> &rows);

private:
    QString note(const ReflogRow &row) const;

    const Clock &m_clock;
    QList<ReflogRow> m_rows;
};
