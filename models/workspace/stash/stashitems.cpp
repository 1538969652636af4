// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/stash/stashitems.h"

#include "base/text.h"
#include "items/difference.h"
#include "items/when.h"

using namespace Qt::StringLiterals;

namespace {

bool isDamaged(const Git::StashEntry &entry)
{
    return entry.base.isNull() || entry.index.isNull();
}

QString filesText(const StashItem &item)
{
    if (!item.parts)
        return {};
    return StashItems::tr("%n file(s)", nullptr,
                          static_cast<int>(item.parts->changed + item.parts->untracked));
}

QString numberText(const StashItem &item)
{
    return u"stash@{%1}"_s.arg(item.entry.number);
}

} // namespace

StashWords stashWordsOf(const QByteArray &message)
{
    const bool isUnnamed = message.startsWith("WIP on ");
    const qsizetype colon = message.indexOf(": "); // no branch has one in its name
    if ((!isUnnamed && !message.startsWith("On ")) || colon < 0) {
        const QString words = displayPath(message);
        return {{}, words.trimmed().isEmpty() ? StashItems::tr("Without a message") : words};
    }
    const qsizetype start = isUnnamed ? 7 : 3;
    const QByteArray branch = message.sliced(start, std::max<qsizetype>(0, colon - start));
    const QString rest = displayPath(message.sliced(colon + 2));
    //: %1: the short id and the subject of a commit; "WIP": work in progress, Git's own word
    const QString words = isUnnamed ? StashItems::tr("WIP on %1").arg(rest) : rest;
    return {branch == "(no branch)" ? StashItems::tr("no branch") : displayPath(branch), words};
}

StashItems::StashItems(const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{}

int StashItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant StashItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StashItem &item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return stashWordsOf(item.entry.message).words;
    case Qt::AccessibleTextRole:
        return spoken(item);
    case IdRole:
        return QVariant::fromValue(item.entry.commit);
    case BranchRole:
        return stashWordsOf(item.entry.message).branch;
    case AgeRole:
        return relativeTime(item.entry.when, m_clock.now());
    case FilesRole:
        return filesText(item);
    case NumberRole:
        return numberText(item);
    case IsDamagedRole:
        return isDamaged(item.entry);
    default:
        return {};
    }
}

QString StashItems::spoken(const StashItem &item) const
{
    const StashWords words = stashWordsOf(item.entry.message);
    QStringList parts{words.words};
    if (!words.branch.isEmpty())
        //: %1: a branch
        parts += tr("on %1").arg(words.branch);
    parts += {exactTime(item.entry.when), filesText(item), numberText(item)};
    if (isDamaged(item.entry))
        parts += tr("cannot be read");
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

int StashItems::rowOf(const Git::ObjectId &commit) const
{
    const auto found =
        std::ranges::find_if(m_items, [&](const StashItem &item) { return item.entry.commit == commit; });
    return found == m_items.cend() ? -1 : static_cast<int>(found - m_items.cbegin());
}

const StashItem *StashItems::find(const Git::ObjectId &commit) const
{
    const int row = rowOf(commit);
    return row < 0 ? nullptr : &m_items[row];
}

void StashItems::setEntries(const QList<Git::StashEntry> &entries)
{
    QList<StashItem> items;
    items.reserve(entries.size());
    for (const Git::StashEntry &entry : entries) {
        const StashItem *known = find(entry.commit);
        items += {entry, known ? known->parts : std::nullopt};
    }
    const ListDifference change =
        findDifference(m_items, items, [](const StashItem &one, const StashItem &other) {
            return one.entry.commit == other.entry.commit;
        });
    const int first = static_cast<int>(change.first);
    if (change.removed > 0) {
        beginRemoveRows({}, first, first + static_cast<int>(change.removed) - 1);
        m_items.remove(change.first, change.removed);
        endRemoveRows();
    }
    if (change.inserted > 0) {
        beginInsertRows({}, first, first + static_cast<int>(change.inserted) - 1);
        for (qsizetype at = 0; at < change.inserted; ++at)
            m_items.insert(change.first + at, items[change.first + at]);
        endInsertRows();
    }
    m_items = std::move(items); // numbers of all others are new
    if (!m_items.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void StashItems::setParts(const Git::ObjectId &commit, const std::optional<StashParts> &parts)
{
    const int row = rowOf(commit);
    if (row < 0)
        return;
    m_items[row].parts = parts;
    Q_EMIT dataChanged(index(row), index(row), {FilesRole, Qt::AccessibleTextRole});
}
