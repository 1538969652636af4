// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commandlog/commandlogitems.h"

#include "base/text.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

QString timeTaken(std::chrono::milliseconds took)
{
    const QLocale locale;
    if (took.count() < 10'000)
        return CommandLogItems::tr("%1 ms").arg(locale.toString(qint64(took.count())));
    return CommandLogItems::tr("%1 s").arg(locale.toString(double(took.count()) / 1000, 'f', 1));
}

QString quoted(const QString &argument)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_@%+=:,./^-]+\\z"_s);
    if (plain.match(argument).hasMatch())
        return argument;
    return u'\'' + QString(argument).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString nameOf(const QString &program)
{
    return program.sliced(program.lastIndexOf(u'/') + 1);
}

QString moment(const RunRecord &record)
{
    return record.startedAt.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
}

} // namespace

bool hasFailed(const RunRecord &record)
{
    return record.problem || record.exitCode != 0;
}

QString outcomeText(const RunRecord &record)
{
    if (!record.problem)
        //: %1: a number
        return record.exitCode == 0 ? CommandLogItems::tr("ok")
                                    : CommandLogItems::tr("exit %1").arg(record.exitCode);
    switch (*record.problem) {
    case ErrorKind::Cancelled:
        return CommandLogItems::tr("cancelled");
    case ErrorKind::Timeout:
        return CommandLogItems::tr("took too long");
    case ErrorKind::NotFound:
        return CommandLogItems::tr("not started");
    default:
        return CommandLogItems::tr("failed");
    }
}

QString commandText(const RunRecord &record)
{
    QStringList parts{nameOf(record.program)};
    for (const QString &argument : record.arguments)
        parts += quoted(argument);
    return visibleText(parts.join(u' ').replace(u'\n', u' '));
}

QString shellLine(const RunRecord &record)
{
    QStringList parts{quoted(record.program)};
    for (const QString &argument : record.arguments)
        parts += quoted(argument);
    const QString command = parts.join(u' ');
    return record.folder.isEmpty() ? command
                                   : QString(u"cd "_s + quoted(record.folder) + u" && "_s + command);
}

int CommandLogItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int CommandLogItems::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CommandLogItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunRecord &record = m_records[index.row()];
    if (role == HasFailedRole)
        return hasFailed(record);
    if (role == Qt::AccessibleTextRole && index.column() == Command)
        return QStringList{commandText(record), outcomeText(record), timeTaken(record.took), moment(record)}
            .join(u", "_s);
    if (role == Qt::TextAlignmentRole && index.column() == Took)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case When:
        return moment(record);
    case Took:
        return timeTaken(record.took);
    case Outcome:
        return outcomeText(record);
    default:
        return firstLine(commandText(record), 2000);
    }
}

QVariant CommandLogItems::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const std::array titles{tr("Started"), tr("Took"), tr("Result"), tr("Command")};
    return titles[static_cast<size_t>(section)];
}

const RunRecord *CommandLogItems::record(int row) const
{
    return row < 0 || row >= m_records.size() ? nullptr : &m_records[row];
}

void CommandLogItems::setRecords(QList<RunRecord> records)
{
    beginResetModel();
    m_records = std::move(records);
    endResetModel();
}

void CommandLogItems::add(const RunRecord &record, qsizetype most)
{
    beginInsertRows({}, 0, 0);
    m_records.prepend(record);
    endInsertRows();
    if (m_records.size() <= most)
        return;
    beginRemoveRows({}, static_cast<int>(most), rowCount() - 1);
    m_records.resize(most);
    endRemoveRows();
}
