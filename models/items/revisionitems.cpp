// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/revisionitems.h"

#include "base/lookalike.h"
#include "base/text.h"
#include "items/difference.h"
#include "items/fileitems.h"
#include "items/when.h"

using namespace Qt::StringLiterals;

namespace {

QString subjectOf(const Git::Commit &commit)
{
    return visibleText(firstLine(commit.subject));
}

QString renameOf(const RevisionItem &revision)
{
    return revision.oldPath.isEmpty()
               ? QString()
               : QString(displayPath(revision.oldPath) + u" → "_s + displayPath(revision.path));
}

} // namespace

RevisionItems::RevisionItems(const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{}

int RevisionItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_revisions.size());
}

QVariant RevisionItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RevisionItem &revision = m_revisions[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return subjectOf(revision.commit);
    case Qt::AccessibleTextRole:
        return accessibleText(revision);
    case IdRole:
        return QVariant::fromValue(revision.commit.id);
    case AuthorRole:
        return visibleName(firstLine(revision.commit.author.name, 200));
    case WhenRole:
        return revision.commit.authored.toDateTime();
    case AgeRole:
        return relativeTime(revision.commit.authored.toDateTime(), m_clock.now());
    case PathRole:
        return revision.path;
    case RenameRole:
        return renameOf(revision);
    case StatusRole:
        return static_cast<int>(revision.status);
    default:
        return {};
    }
}

QString RevisionItems::accessibleText(const RevisionItem &revision) const
{
    QStringList parts{subjectOf(revision.commit), visibleName(firstLine(revision.commit.author.name, 200)),
                      exactTime(revision.commit.authored.toDateTime()),
                      FileItems::statusWord(revision.status)};
    if (!revision.oldPath.isEmpty())
        parts += renameOf(revision);
    return parts.join(u", "_s);
}

int RevisionItems::rowOf(const Git::ObjectId &commit) const
{
    for (qsizetype row = 0; row < m_revisions.size(); ++row)
        if (m_revisions[row].commit.id == commit)
            return static_cast<int>(row);
    return -1;
}

void RevisionItems::append(const QList<RevisionItem> &revisions)
{
    if (revisions.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(revisions.size()) - 1);
    m_revisions += revisions;
    endInsertRows();
}

void RevisionItems::setRevisions(QList<RevisionItem> revisions)
{
    const ListDifference change =
        findDifference(m_revisions, revisions,
                       [](const RevisionItem &before, const RevisionItem &after) { return before == after; });
    const int first = static_cast<int>(change.first);
    if (change.removed > 0) {
        beginRemoveRows({}, first, first + static_cast<int>(change.removed) - 1);
        m_revisions.remove(change.first, change.removed);
        endRemoveRows();
    }
    if (change.inserted > 0) {
        beginInsertRows({}, first, first + static_cast<int>(change.inserted) - 1);
        m_revisions = std::move(revisions);
        endInsertRows();
    }
}
