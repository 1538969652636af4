// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/reflog/reflogitems.h"

#include "base/text.h"
#include "items/when.h"

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const ReflogRow &row)
{
    if (!row.what.isEmpty())
        return row.what;
    return row.subject.isEmpty() ? ReflogItems::tr("(no message)") : row.subject;
}

QString idsOf(const ReflogRow &row)
{
    return row.before.isNull() || row.before == row.commit
               ? row.commit.abbreviated()
               : QString(row.before.abbreviated() + u" → "_s + row.commit.abbreviated());
}

} // namespace

ReflogItems::ReflogItems(const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{}

int ReflogItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString ReflogItems::note(const ReflogRow &row) const
{
    if (!row.isThere)
        return tr("the commit is gone");
    if (row.isInUndo)
        return tr("kept for undo");
    return row.what.isEmpty() || row.what.endsWith(row.subject) ? QString() : row.subject;
}

QVariant ReflogItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReflogRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(row);
    case AgeRole:
        return relativeTime(row.when.toDateTime(), m_clock.now());
    case IdsRole:
        return idsOf(row);
    case IsNotableRole:
        return !row.isThere || row.isInUndo;
    case NoteRole:
        return note(row);
    case Qt::AccessibleTextRole: {
        QStringList words{titleOf(row), note(row), idsOf(row), exactTime(row.when.toDateTime()),
                          visibleText(row.who.name)};
        words.removeAll(QString());
        return words.join(u", "_s);
    }
    default:
        return {};
    }
}

const ReflogRow *ReflogItems::row(int row) const
{
    return row < 0 || row >= m_rows.size() ? nullptr : &m_rows[row];
}

int ReflogItems::rowOf(const Git::ObjectId &commit) const
{
    const auto found = std::ranges::find(m_rows, commit, &ReflogRow::commit);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void ReflogItems::setRows(const QList<ReflogRow> &rows)
{
    // A log grows in front, and is cut at its end.
    const auto kept = m_rows.isEmpty() ? rows.cend() : std::ranges::find(rows, m_rows.first());
    const qsizetype ahead = kept - rows.cbegin();
    const qsizetype common = std::min(m_rows.size(), rows.size() - ahead);
    if (common == 0 || !std::equal(kept, kept + common, m_rows.cbegin())) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    const int last = static_cast<int>(common) - 1;
    if (common < m_rows.size()) {
        beginRemoveRows({}, last + 1, rowCount() - 1);
        m_rows.resize(common);
        endRemoveRows();
    }
    if (ahead > 0) {
        beginInsertRows({}, 0, static_cast<int>(ahead) - 1);
        m_rows = rows.first(ahead + common);
        endInsertRows();
    }
    if (rows.size() > m_rows.size()) {
        beginInsertRows({}, rowCount(), static_cast<int>(rows.size()) - 1);
        m_rows = rows;
        endInsertRows();
    }
}
