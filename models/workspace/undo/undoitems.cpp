// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/undo/undoitems.h"

#include "base/text.h"
#include "items/when.h"

using namespace Qt::StringLiterals;

QString undoWhereText(const Git::UndoRecord &record)
{
    constexpr qsizetype most = 3;
    QStringList names;
    for (const QByteArray &path : record.paths.first(std::min(most, record.paths.size())))
        names += displayPath(path);
    if (record.paths.size() <= most)
        return names.join(u", "_s);
    //: %1: names of files
    return UndoItems::tr("%1 and %n more", nullptr, static_cast<int>(record.paths.size() - most))
        .arg(names.join(u", "_s));
}

UndoItems::UndoItems(const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{}

int UndoItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

QVariant UndoItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Git::UndoRecord &record = m_records[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return record.meaning;
    case AgeRole:
        return relativeTime(record.when, m_clock.now());
    case WhereRole:
        if (!record.obstacle.isEmpty())
            return record.obstacle;
        return record.paths.isEmpty() ? exactTime(record.when) : undoWhereText(record);
    case Qt::AccessibleTextRole: {
        QStringList words{record.meaning, record.obstacle, exactTime(record.when), undoWhereText(record)};
        words.removeAll(QString());
        return words.join(u", "_s);
    }
    default:
        return {};
    }
}

const Git::UndoRecord *UndoItems::record(int row) const
{
    return row < 0 || row >= m_records.size() ? nullptr : &m_records[row];
}

int UndoItems::rowOf(const QByteArray &ref) const
{
    const auto found = std::ranges::find(m_records, ref, &Git::UndoRecord::ref);
    return found == m_records.end() ? -1 : static_cast<int>(found - m_records.begin());
}

void UndoItems::setRecords(const QList<Git::UndoRecord> &records)
{
    QSet<QByteArray> wanted;
    for (const Git::UndoRecord &record : records)
        wanted.insert(record.ref);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (wanted.contains(m_records[row].ref))
            continue;
        beginRemoveRows({}, row, row);
        m_records.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < static_cast<int>(records.size()); ++row) {
        const int present = rowOf(records[row].ref);
        if (present < 0) {
            beginInsertRows({}, row, row);
            m_records.insert(row, records[row]);
            endInsertRows();
            continue;
        }
        if (present != row) { // only when the clock was set back
            beginMoveRows({}, present, present, {}, row);
            m_records.move(present, row);
            endMoveRows();
        }
        if (m_records[row] != records[row]) {
            m_records[row] = records[row];
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}
