// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sequence/rebaseitems.h"

#include "base/lookalike.h"
#include "base/text.h"

using namespace Qt::StringLiterals;

int RebaseItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RebaseItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(firstLine(row.commit.subject, 200));
    case Qt::AccessibleTextRole: {
        const QString text = word(row.step.action) + u", "_s + row.commit.id.abbreviated() + u", "_s +
                             visibleText(firstLine(row.commit.subject)) + u", "_s +
                             visibleName(row.commit.author.name);
        return row.isPublished ? QString(text + u", "_s + tr("published")) : text;
    }
    case ActionRole:
        return static_cast<int>(row.step.action);
    case CommitRole:
        return QVariant::fromValue(row.commit.id);
    case AuthorRole:
        return visibleName(firstLine(row.commit.author.name, 100));
    case IsPublishedRole:
        return row.isPublished;
    default:
        return {};
    }
}

void RebaseItems::setRows(QList<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_first = steps();
    endResetModel();
}

QList<Git::RebaseStep> RebaseItems::steps() const
{
    QList<Git::RebaseStep> steps;
    for (const Row &row : m_rows)
        steps += row.step;
    return steps;
}

void RebaseItems::setAction(int row, Action action)
{
    Git::RebaseStep &step = m_rows[row].step;
    if (step.action == action)
        return;
    step.action = action;
    step.message = action == Action::Reword ? m_rows[row].message.toUtf8() : QByteArray();
    Q_EMIT dataChanged(index(row), index(row));
}

void RebaseItems::setMessage(int row, const QString &message)
{
    m_rows[row].step.message = message.toUtf8();
    Q_EMIT dataChanged(index(row), index(row));
}

bool RebaseItems::move(int row, int by)
{
    const int to = row + by;
    if (row < 0 || row >= rowCount() || to < 0 || to >= rowCount())
        return false;
    beginMoveRows({}, row, row, {}, by > 0 ? to + 1 : to);
    m_rows.move(row, to);
    endMoveRows();
    return true;
}

int RebaseItems::count(Action action) const
{
    return static_cast<int>(
        std::ranges::count_if(m_rows, [action](const Row &row) { return row.step.action == action; }));
}

bool RebaseItems::isChanged() const
{
    return steps() != m_first;
}

QString RebaseItems::problem() const
{
    const auto first =
        std::ranges::find_if(m_rows, [](const Row &row) { return row.step.action != Action::Drop; });
    if (first != m_rows.cend() &&
        (first->step.action == Action::Squash || first->step.action == Action::Fixup))
        return tr("The first commit has none before it to be joined with");
    const bool lacksMessage = std::ranges::any_of(m_rows, [](const Row &row) {
        return row.step.action == Action::Reword && row.step.message.trimmed().isEmpty();
    });
    if (lacksMessage)
        return tr("A reworded commit has no message");
    return {};
}

QString RebaseItems::word(Action action)
{
    switch (action) {
    case Action::Pick:
        return tr("pick");
    case Action::Reword:
        return tr("reword");
    case Action::Squash:
        return tr("squash");
    case Action::Fixup:
        return tr("fixup");
    case Action::Drop:
        return tr("drop");
    case Action::Edit:
        break;
    }
    return tr("edit");
}
