// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/types.h"

#include <QAbstractTableModel>

/// Records of the audit trail, one row each, newest first. GUI thread only.
class AuditItems final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, When, Operation, Outcome, Who, Model, Confidence, Place, ColumnCount };
    enum Role { IsMendedRole = Qt::UserRole + 1 }; ///< bool: the record is about damage to the trail

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const Audit::Record *record(int row) const; ///< null: no such row
    void setRecords(const QList<Audit::Record> &records);

private:
    QList<Audit::Record> m_records;
};

/// All that a record says, one `key: value` a line, in the words of the trail; visible text.
QString detailText(const Audit::Record &record);
