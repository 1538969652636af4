// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/matrixitems.h"

#include "base/text.h"
#include "items/when.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

bool isUncertain(const Environments::Cell &cell)
{
    return std::ranges::any_of(cell.versions, [](const Environments::VersionValue &value) {
        return !uncertaintyWord(value.kind).isEmpty();
    });
}

QString standingText(const Environments::Cell &cell, const Environments::Catalogue &catalogue)
{
    const QString previous =
        cell.previous < 0 ? QString() : displayText(catalogue.environments[cell.previous].name);
    switch (cell.standing) {
    case Environments::Standing::Same:
        return MatrixItems::tr("as in %1").arg(previous);
    case Environments::Standing::Behind:
        return cell.behind ? MatrixItems::tr("%n behind", nullptr, *cell.behind) : MatrixItems::tr("behind");
    case Environments::Standing::Ahead:
        return MatrixItems::tr("ahead of %1").arg(previous);
    case Environments::Standing::Different:
        return MatrixItems::tr("differs from %1").arg(previous);
    default:
        return {};
    }
}

} // namespace

QString uncertaintyWord(Environments::VersionKind kind)
{
    switch (kind) {
    case Environments::VersionKind::Range:
        return MatrixItems::tr("range");
    case Environments::VersionKind::Floating:
        return MatrixItems::tr("floating");
    case Environments::VersionKind::Variable:
        return MatrixItems::tr("set elsewhere");
    case Environments::VersionKind::Unversioned:
        return MatrixItems::tr("unversioned");
    default:
        return {};
    }
}

QString versionText(const Environments::Cell &cell)
{
    QStringList parts;
    for (const Environments::VersionValue &value : cell.versions) {
        QString version = displayText(value.version);
        if (value.kind == Environments::VersionKind::Digest)
            version = value.tag.isEmpty() ? version.first(qMin(version.size(), 19)) : displayText(value.tag);
        const QString word = uncertaintyWord(value.kind);
        if (!word.isEmpty())
            version = version.isEmpty() ? word : version + u" ("_s + word + u')';
        parts += cell.versions.size() == 1 ? version : displayText(value.artifact) + u' ' + version;
    }
    return parts.join(u", "_s);
}

MatrixItems::MatrixItems(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{}

int MatrixItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_catalogue.units.size());
}

int MatrixItems::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_catalogue.environments.size()) + 1;
}

const Environments::Cell *MatrixItems::cellAt(const QModelIndex &index) const
{
    return index.isValid() && index.column() > 0 ? m_catalogue.cell(index.row(), index.column() - 1)
                                                 : nullptr;
}

QVariant MatrixItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::AccessibleTextRole)
        return accessibleText(index);
    if (index.column() == 0)
        return role == Qt::DisplayRole ? displayText(m_catalogue.units[index.row()].name) : QVariant();
    const Environments::Cell *cell = cellAt(index);
    if (role == HasCellRole)
        return cell != nullptr;
    if (role == UnknownRole)
        return m_catalogue.isUnknown(index.row(), index.column() - 1);
    if (role == Qt::DisplayRole && !cell && m_catalogue.isUnknown(index.row(), index.column() - 1))
        return tr("unreadable");
    return cell ? cellData(*cell, role) : QVariant();
}

QVariant MatrixItems::cellData(const Environments::Cell &cell, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case VersionRole:
        return versionText(cell);
    case DetailRole:
        if (!cell.since)
            return m_catalogue.hasHistory ? tr("since when is not known") : QString();
        return QString(relativeTime(cell.since->time.toDateTime(), m_clock.now()) + u" · "_s +
                       visibleText(firstLine(cell.since->by.name, 100)));
    case StandingRole:
        return static_cast<int>(cell.standing);
    case StandingTextRole:
        return standingText(cell, m_catalogue);
    case UncertainRole:
        return isUncertain(cell);
    default:
        return {};
    }
}

QString MatrixItems::accessibleText(const QModelIndex &index) const
{
    const QString unit = displayText(m_catalogue.units[index.row()].name);
    if (index.column() == 0)
        return unit;
    QStringList parts = {unit, displayText(m_catalogue.environments[index.column() - 1].name)};
    const Environments::Cell *cell = cellAt(index);
    if (!cell) {
        const bool isUnknown = m_catalogue.isUnknown(index.row(), index.column() - 1);
        return (parts << (isUnknown ? tr("unreadable") : tr("not there"))).join(u", "_s);
    }
    for (const int role : {int(VersionRole), int(StandingTextRole), int(DetailRole)}) {
        const QString text = cellData(*cell, role).toString();
        if (!text.isEmpty())
            parts += text;
    }
    return parts.join(u", "_s);
}

QVariant MatrixItems::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < rowCount() ? displayText(m_catalogue.units[section].name) : QString();
    if (section >= columnCount())
        return {};
    return section == 0 ? tr("Unit") : displayText(m_catalogue.environments[section - 1].name);
}

void MatrixItems::setCatalogue(Environments::Catalogue catalogue)
{
    const bool isSameShape =
        catalogue.units == m_catalogue.units && catalogue.environments == m_catalogue.environments;
    if (!isSameShape)
        beginResetModel();
    m_catalogue = std::move(catalogue);
    if (!isSameShape)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}
