// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/findingitems.h"

#include "base/text.h"
#include "items/when.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr quintptr kObject = 0; // the internal id of objects; findings carry their object's row + 1

int urgency(Drift::Verdict verdict)
{
    switch (verdict) {
    case Drift::Verdict::Drifted:
    case Drift::Verdict::Missing:
    case Drift::Verdict::Extra:
        return 0;
    case Drift::Verdict::Unknown:
        return 1;
    case Drift::Verdict::InSync:
        return 2;
    }
    return 1;
}

} // namespace

QString FindingItems::verdictWord(Drift::Verdict verdict)
{
    switch (verdict) {
    case Drift::Verdict::InSync:
        return tr("in sync");
    case Drift::Verdict::Drifted:
        return tr("drifted");
    case Drift::Verdict::Missing:
        return tr("missing");
    case Drift::Verdict::Extra:
        return tr("extra");
    case Drift::Verdict::Unknown:
        break;
    }
    return tr("unknown");
}

QString FindingItems::classWord(Drift::FindingClass kind)
{
    switch (kind) {
    case Drift::FindingClass::Changed:
        return tr("changed");
    case Drift::FindingClass::Missing:
        return tr("missing");
    case Drift::FindingClass::OutOfBand:
        return tr("added by hand");
    case Drift::FindingClass::RemovedFromGit:
        return tr("removed from Git");
    case Drift::FindingClass::Extra:
        return tr("extra");
    case Drift::FindingClass::Unattributed:
        return tr("live only");
    case Drift::FindingClass::Tolerated:
        return tr("tolerated");
    case Drift::FindingClass::Version:
        return tr("version");
    case Drift::FindingClass::Expected:
        return tr("expected");
    case Drift::FindingClass::Unexplained:
        return tr("unexplained");
    }
    return tr("unknown");
}

QModelIndex FindingItems::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kObject);
}

QModelIndex FindingItems::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == kObject)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, kObject);
}

int FindingItems::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_objects.size());
    if (parent.internalId() != kObject || parent.column() > 0)
        return 0;
    return static_cast<int>(m_objects[parent.row()].findings.size());
}

int FindingItems::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return ColumnCount;
}

QVariant FindingItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::AccessibleTextRole) {
        QStringList parts;
        for (int column = 0; column < ColumnCount; ++column)
            parts += data(index.siblingAtColumn(column), Qt::DisplayRole).toString();
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    if (const Drift::Finding *finding = findingAt(index))
        return findingData(*finding, index.column(), role);
    return objectData(m_objects[index.row()], index.column(), role);
}

QVariant FindingItems::objectData(const Object &object, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == WhatColumn)
            return displayText(object.report.object.text());
        if (column == ClassColumn)
            return verdictWord(object.report.verdict);
        return object.report.verdict == Drift::Verdict::Unknown ? visibleText(object.report.reason)
                                                                : QString();
    case VerdictRole:
        return static_cast<int>(object.report.verdict);
    case IsDriftRole:
        return urgency(object.report.verdict) == 0;
    default:
        return {};
    }
}

QVariant FindingItems::findingData(const Drift::Finding &finding, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == WhatColumn)
            return finding.path.isEmpty() ? tr("the whole object") : displayText(finding.path);
        if (column == ClassColumn)
            return classWord(finding.kind);
        return finding.since.isValid()
                   ? tr("%1, %2").arg(displayText(finding.manager), exactTime(finding.since))
                   : displayText(finding.manager);
    case ClassRole:
        return static_cast<int>(finding.kind);
    case IsDriftRole:
        return Drift::isDrift(finding.kind);
    case SinceRole:
        return finding.since;
    default:
        return {};
    }
}

QVariant FindingItems::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhatColumn:
        return tr("Object and field");
    case ClassColumn:
        return tr("Finding");
    case WhoColumn:
        return tr("By");
    default:
        return {};
    }
}

void FindingItems::setReport(const Drift::Report &report)
{
    beginResetModel();
    m_objects.clear();
    QHash<Drift::ResourceKey, QList<Drift::Finding>> findings;
    for (const Drift::Finding &finding : report.findings)
        findings[finding.object] += finding;
    for (const Drift::ObjectReport &object : report.objects)
        m_objects += Object{object, findings.value(object.object)};
    std::ranges::stable_sort(m_objects, {},
                             [](const Object &object) { return urgency(object.report.verdict); });
    endResetModel();
}

const Drift::Finding *FindingItems::findingAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kObject)
        return nullptr;
    return &m_objects[static_cast<qsizetype>(index.internalId() - 1)].findings[index.row()];
}

const Drift::ObjectReport *FindingItems::objectAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const auto row =
        index.internalId() == kObject ? index.row() : static_cast<qsizetype>(index.internalId() - 1);
    return &m_objects[row].report;
}
