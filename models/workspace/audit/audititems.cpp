// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/audit/audititems.h"

#include "audit/words.h"
#include "base/lookalike.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

QString outcomeOf(const Audit::Entry &entry)
{
    QStringList words{entry.result, entry.use, entry.mended};
    words.removeAll(QString());
    return words.join(u", "_s);
}

QString whenOf(const Audit::Entry &entry)
{
    return QLocale().toString(entry.timestamp.toLocalTime(), u"yyyy-MM-dd HH:mm:ss"_s);
}

QString cellOf(const Audit::Record &record, int column)
{
    const Audit::Entry &entry = record.entry;
    switch (column) {
    case AuditItems::Number:
        return QString::number(record.number);
    case AuditItems::When:
        return whenOf(entry);
    case AuditItems::Operation:
        return entry.operation;
    case AuditItems::Outcome:
        return outcomeOf(entry);
    case AuditItems::Who:
        return entry.user;
    case AuditItems::Model:
        return entry.model;
    case AuditItems::Confidence:
        return entry.confidence ? QLocale().toString(*entry.confidence, 'f', 2) : QString();
    default:
        return entry.repository;
    }
}

} // namespace

int AuditItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int AuditItems::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Audit::Record &record = m_records[index.row()];
    if (role == IsMendedRole)
        return !record.entry.mended.isEmpty();
    if (role == Qt::TextAlignmentRole && index.column() == Confidence)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::AccessibleTextRole && index.column() == Number) {
        QStringList words;
        for (int column = 0; column < ColumnCount; ++column)
            words += visibleName(cellOf(record, column));
        words.removeAll(QString());
        return words.join(u", "_s);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return visibleName(cellOf(record, index.column()));
}

QVariant AuditItems::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const std::array titles{tr("Line"), tr("When"),  tr("Operation"),  tr("Result"),
                            tr("User"), tr("Model"), tr("Confidence"), tr("Repository")};
    return titles[static_cast<size_t>(section)];
}

const Audit::Record *AuditItems::record(int row) const
{
    return row < 0 || row >= m_records.size() ? nullptr : &m_records[row];
}

// What was read before stands below what came since, or the filter is another one.
void AuditItems::setRecords(const QList<Audit::Record> &records)
{
    const auto isSame = [](const Audit::Record &one, const Audit::Record &other) {
        return one.line == other.line;
    };
    const qsizetype added = records.size() - m_records.size();
    if (added >= 0 && !m_records.isEmpty() && std::ranges::equal(records.sliced(added), m_records, isSame)) {
        if (added == 0)
            return;
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_records = records;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_records = records;
    endResetModel();
}

QString detailText(const Audit::Record &record)
{
    const QJsonObject act = Audit::toJson(record);
    QStringList lines;
    for (auto each = act.begin(); each != act.end(); ++each) {
        if (!each.value().isNull())
            lines += each.key() + u": "_s + visibleName(each.value().toVariant().toString());
    }
    return lines.join(u'\n');
}
