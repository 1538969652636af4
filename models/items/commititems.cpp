// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/commititems.h"

#include "base/lookalike.h"
#include "base/text.h"
#include "items/when.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int kWindow = 1024; // rows looked at together
constexpr int kMargin = 128;  // rows read beyond what is looked at

} // namespace

CommitItems::CommitItems(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
    m_asking.setSingleShot(true);
    m_asking.setInterval(0);
    connect(&m_asking, &QTimer::timeout, this, &CommitItems::askForWanted);
    connect(&m_signatures, &SignatureMarks::changed, this, [this] {
        if (m_count > 0)
            Q_EMIT dataChanged(index(0, SubjectColumn), index(m_count - 1, AuthorColumn),
                               {SignatureRole, Qt::AccessibleTextRole});
    });
}

int CommitItems::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CommitItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto found = m_rows.constFind(index.row());
    if (role == IsLoadedRole)
        return found != m_rows.cend();
    if (found == m_rows.cend()) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            want(index.row());
        return role == Qt::AccessibleTextRole && index.column() == SubjectColumn ? tr("Loading") : QVariant();
    }
    const History::Row &row = *found;
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(row, index.column());
    case IdRole:
        return QVariant::fromValue(row.commit.id);
    case GraphRole:
        return QVariant::fromValue(row.graph);
    case RefsRole:
        return QVariant::fromValue(m_refs.value(row.commit.id));
    case WhenRole:
        return row.isUnreadable ? QDateTime() : row.commit.committed.toDateTime();
    case IsMergeRole:
        return row.commit.parents.size() > 1;
    case SignatureRole:
        return !m_signatures.isShown() ? QVariant()
                                       : QVariant(static_cast<int>(m_signatures.of(row.commit.id)));
    default:
        return {};
    }
}

QString CommitItems::displayText(const History::Row &row, int column) const
{
    if (row.isUnreadable)
        return column == SubjectColumn ? tr("Commit %1 cannot be read").arg(row.commit.id.abbreviated())
                                       : QString();
    switch (column) {
    case SubjectColumn:
        return visibleText(firstLine(row.commit.subject, 1000));
    case AuthorColumn:
        return visibleName(firstLine(row.commit.author.name, 200));
    default:
        return relativeTime(row.commit.committed.toDateTime(), m_clock.now());
    }
}

QString CommitItems::accessibleText(const History::Row &row, int column) const
{
    if (column == WhenColumn)
        return displayText(row, column);
    QStringList parts = {displayText(row, column)};
    if (column == SubjectColumn) {
        parts << displayText(row, AuthorColumn) << displayText(row, WhenColumn);
        for (const RefLabel &ref : m_refs.value(row.commit.id))
            parts += spokenLabel(ref);
        if (row.commit.parents.size() > 1)
            parts += tr("merge of %n parent(s)", nullptr, static_cast<int>(row.commit.parents.size()));
    }
    if (const QString spoken = spokenMark(m_signatures.known(row.commit.id)); !spoken.isEmpty())
        parts += spoken;
    return parts.join(u", "_s);
}

const History::Row *CommitItems::at(int row) const
{
    const auto found = m_rows.constFind(row);
    return found == m_rows.cend() ? nullptr : &*found;
}

int CommitItems::loadedRowOf(const Git::ObjectId &commit) const
{
    for (const auto &[row, held] : m_rows.asKeyValueRange()) {
        if (held.commit.id == commit)
            return row;
    }
    return -1;
}

void CommitItems::want(int row) const
{
    if (m_lastWanted < m_firstWanted) {
        m_firstWanted = m_lastWanted = row;
    } else {
        m_firstWanted = qMin(m_firstWanted, row);
        m_lastWanted = qMax(m_lastWanted, row);
        if (m_lastWanted - m_firstWanted >= kWindow) // scrolled on: what was passed is not looked at any more
            m_firstWanted = m_lastWanted = row;
    }
    if (!m_asking.isActive())
        m_asking.start();
}

void CommitItems::askForWanted()
{
    const int first = qMax(0, m_firstWanted - kMargin), last = qMin(m_count - 1, m_lastWanted + kMargin);
    m_firstWanted = 0;
    m_lastWanted = -1;
    if (first <= last)
        Q_EMIT rowsWanted(first, last - first + 1);
}

void CommitItems::growTo(int count)
{
    if (count <= m_count)
        return;
    beginInsertRows({}, m_count, count - 1);
    m_count = count;
    endInsertRows();
}

void CommitItems::shift(int first, int removed, int inserted)
{
    QHash<int, History::Row> kept;
    kept.reserve(m_rows.size());
    for (auto &&[row, held] : m_rows.asKeyValueRange()) {
        if (row < first)
            kept.insert(row, std::move(held));
        else if (row >= first + removed)
            kept.insert(row - removed + inserted, std::move(held));
    }
    m_rows = std::move(kept);
    m_count += inserted - removed;
}

void CommitItems::replace(int first, int removed, int inserted)
{
    removed = qMin(removed, m_count - first);
    Q_EMIT aboutToReplace();
    if (removed > 0) {
        beginRemoveRows({}, first, first + removed - 1);
        shift(first, removed, 0);
        endRemoveRows();
    }
    if (inserted > 0) {
        beginInsertRows({}, first, first + inserted - 1);
        shift(first, 0, inserted);
        endInsertRows();
    }
    Q_EMIT replaced();
}

void CommitItems::forget(int first, int count)
{
    m_rows.removeIf([=](const std::pair<const int &, History::Row &> &held) {
        return held.first >= first && held.first < first + count;
    });
}

void CommitItems::reset(int count)
{
    beginResetModel();
    m_rows.clear();
    m_count = count;
    endResetModel();
}

void CommitItems::fill(int first, QList<History::Row> rows)
{
    const int last = qMin(first + static_cast<int>(rows.size()), m_count) - 1;
    if (last < first)
        return;
    forgetFarFrom((first + last) / 2);
    for (int row = first; row <= last; ++row)
        m_rows.insert(row, std::move(rows[row - first]));
    Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void CommitItems::askAgain()
{
    if (m_count > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_count - 1, ColumnCount - 1));
}

void CommitItems::forgetFarFrom(int row)
{
    if (m_rows.size() < kMostHeld)
        return;
    m_rows.removeIf([row](const std::pair<const int &, History::Row &> &held) {
        return qAbs(held.first - row) > kMostHeld / 4;
    });
}

void CommitItems::setLabels(RefLabels labels)
{
    if (labels == m_refs)
        return;
    m_refs = std::move(labels);
    if (m_count > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_count - 1, ColumnCount - 1),
                           {RefsRole, Qt::AccessibleTextRole});
    Q_EMIT labelsChanged();
}
