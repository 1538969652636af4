// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/runlog.h"

#include <QAbstractTableModel>

/// Programs that were run, one row each, newest first. Secrets are masked in the records already. GUI thread
/// only.
class CommandLogItems final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Took, Outcome, Command, ColumnCount };
    enum Role { HasFailedRole = Qt::UserRole + 1 }; ///< bool

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const RunRecord *record(int row) const; ///< null: no such row
    void setRecords(QList<RunRecord> records);
    void add(const RunRecord &record, qsizetype most); ///< drops what is beyond the most

private:
    QList<RunRecord> m_records; ///< newest first
};

QString outcomeText(const RunRecord &record); ///< "ok", "exit 1", "cancelled"
bool hasFailed(const RunRecord &record);      ///< also by an exit code that its caller expected
QString commandText(const RunRecord &record); ///< "git fetch …", one line, visible text
QString shellLine(const RunRecord &record);   ///< to be run in a terminal, quoted for a POSIX shell
