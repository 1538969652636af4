// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/commititems.h"

#include "base/text.h"
#include "items/difference.h"
#include "items/when.h"

using namespace Qt::StringLiterals;

CommitItems::CommitItems(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{}

int CommitItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CommitItems::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CommitItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const History::Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == SubjectColumn ? accessibleText(row) : displayText(row, index.column());
    case IdRole:
        return QVariant::fromValue(row.commit.id);
    case GraphRole:
        return QVariant::fromValue(row.graph);
    case RefsRole:
        return QVariant::fromValue(m_refs.value(row.commit.id));
    case WhenRole:
        return row.commit.committed.toDateTime();
    case IsMergeRole:
        return row.commit.parents.size() > 1;
    default:
        return {};
    }
}

QString CommitItems::displayText(const History::Row &row, int column) const
{
    switch (column) {
    case SubjectColumn:
        return visibleText(firstLine(row.commit.subject, 1000));
    case AuthorColumn:
        return visibleText(firstLine(row.commit.author.name, 200));
    default:
        return relativeTime(row.commit.committed.toDateTime(), m_clock.now());
    }
}

QString CommitItems::accessibleText(const History::Row &row) const
{
    QStringList parts = {displayText(row, SubjectColumn), displayText(row, AuthorColumn),
                         displayText(row, WhenColumn)};
    for (const RefLabel &ref : m_refs.value(row.commit.id))
        parts += ref.text;
    if (row.commit.parents.size() > 1)
        parts += tr("merge of %n parent(s)", nullptr, static_cast<int>(row.commit.parents.size()));
    return parts.join(u", "_s);
}

int CommitItems::rowOf(const Git::ObjectId &commit) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].commit.id == commit)
            return row;
    }
    return -1;
}

void CommitItems::append(const QList<History::Row> &rows)
{
    if (rows.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

void CommitItems::setRows(QList<History::Row> rows)
{
    const auto same = [](const History::Row &a, const History::Row &b) { return a.commit.id == b.commit.id; };
    const ListDifference difference = findDifference(m_rows, rows, same);
    const int first = static_cast<int>(difference.first);
    if (difference.removed > 0) {
        beginRemoveRows({}, first, first + static_cast<int>(difference.removed) - 1);
        m_rows.remove(difference.first, difference.removed);
        endRemoveRows();
    }
    if (difference.inserted > 0) {
        beginInsertRows({}, first, first + static_cast<int>(difference.inserted) - 1);
        m_rows = std::move(rows);
        endInsertRows();
    } else {
        m_rows = std::move(rows);
    }
    // Rows that stayed may have moved to another lane.
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {GraphRole, Qt::DisplayRole});
}

void CommitItems::setRefs(const Git::Refs &refs)
{
    QHash<Git::ObjectId, QList<RefLabel>> labels;
    if (refs.head.state == Git::HeadState::Detached)
        labels[refs.head.target] += RefLabel{u"HEAD"_s, Git::RefKind::Head, true};
    for (const Git::Ref &ref : refs.all) {
        const bool isShown = ref.kind == Git::RefKind::LocalBranch ||
                             ref.kind == Git::RefKind::RemoteBranch || ref.kind == Git::RefKind::Tag ||
                             ref.kind == Git::RefKind::Stash;
        if (!isShown || ref.target.isNull())
            continue;
        const bool isCurrent = refs.head.state == Git::HeadState::Branch && ref.name == refs.head.branch;
        RefLabel label{::displayText(ref.shortName()), ref.kind, isCurrent};
        QList<RefLabel> &list = labels[ref.target];
        isCurrent ? list.prepend(label) : list.append(label);
    }
    if (labels == m_refs)
        return;
    m_refs = std::move(labels);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1),
                           {RefsRole, Qt::AccessibleTextRole});
}
