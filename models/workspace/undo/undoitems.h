// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "git/undo.h"

#include <QAbstractListModel>

/// What can be undone, newest first. GUI thread only.
class UndoItems final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        AgeRole = Qt::UserRole + 1, ///< QString such as "3 d"
        WhereRole,                  ///< QString: its obstacle; without one the files, or when it was
    };

    /// clock must outlive this.
    explicit UndoItems(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const Git::UndoRecord *record(int row) const; ///< null: no such row
    int rowOf(const QByteArray &ref) const;       ///< -1: it is not there
    /// Removes and inserts the difference, so that the selection survives.
    void setRecords(const QList<Git::UndoRecord> &records);

private:
    const Clock &m_clock;
    QList<Git::UndoRecord> m_records;
};

QString undoWhereText(const Git::UndoRecord &record); ///< "a.yaml, b.yaml and 3 more", one line; may be empty
