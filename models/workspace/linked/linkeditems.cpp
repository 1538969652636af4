// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/linked/linkeditems.h"

using namespace Qt::StringLiterals;

int LinkedItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LinkedItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LinkedRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case DetailRole:
        return row.detail;
    case StateRole:
        return row.state;
    case ToneRole:
        return static_cast<int>(row.tone);
    case KeyRole:
        return row.key;
    case Qt::AccessibleTextRole: {
        QStringList words{row.title, row.state, row.detail, row.hint};
        words.removeAll(QString());
        return words.join(u", "_s);
    }
    default:
        return {};
    }
}

int LinkedItems::rowOf(const QByteArray &key) const
{
    const auto found = std::ranges::find(m_rows, key, &LinkedRow::key);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void LinkedItems::setRows(const QList<LinkedRow> &rows)
{
    for (int at = rowCount() - 1; at >= 0; --at) {
        if (std::ranges::contains(rows, m_rows[at].key, &LinkedRow::key))
            continue;
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        endRemoveRows();
    }
    for (int at = 0; at < static_cast<int>(rows.size()); ++at) {
        const int present = rowOf(rows[at].key);
        if (present < 0) {
            beginInsertRows({}, at, at);
            m_rows.insert(at, rows[at]);
            endInsertRows();
            continue;
        }
        if (present != at) {
            beginMoveRows({}, present, present, {}, at);
            m_rows.move(present, at);
            endMoveRows();
        }
        if (m_rows[at] != rows[at]) {
            m_rows[at] = rows[at];
            Q_EMIT dataChanged(index(at), index(at));
        }
    }
}
