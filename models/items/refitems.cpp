// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/refitems.h"

#include "base/text.h"

using namespace Qt::StringLiterals;

namespace {

std::optional<RefSection> sectionOf(Git::RefKind kind)
{
    switch (kind) {
    case Git::RefKind::LocalBranch:
        return RefSection::Local;
    case Git::RefKind::RemoteBranch:
        return RefSection::Remote;
    case Git::RefKind::Tag:
        return RefSection::Tags;
    case Git::RefKind::Stash:
        return RefSection::Stashes;
    default:
        return std::nullopt;
    }
}

RefEntry entry(const QByteArray &name, const QString &text, RefSection section, const Git::ObjectId &target)
{
    return {.name = name, .text = text, .lowered = text.toLower(), .section = section, .target = target};
}

RefEntry entryOf(const OtherWorktree &tree, const QHash<QByteArray, Git::ObjectId> &targets)
{
    const QByteArray folder = tree.path.sliced(tree.path.lastIndexOf('/') + 1);
    RefEntry made = entry(tree.path, displayPath(folder), RefSection::Worktrees,
                          tree.branch.isEmpty() ? tree.target : targets.value(tree.branch));
    made.note =
        tree.branch.isEmpty()
            ? tree.target.abbreviated()
            : displayPath(tree.branch.startsWith("refs/heads/") ? tree.branch.sliced(11) : tree.branch);
    return made;
}

qsizetype digitsIn(QByteArrayView text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return std::ranges::find_if_not(text, isDigit) - text.begin();
}

/// v1.2.0 before v1.10.0: digits are compared as numbers.
bool isEarlierVersion(QByteArrayView one, QByteArrayView other)
{
    while (!one.isEmpty() && !other.isEmpty()) {
        const qsizetype digits = digitsIn(one), otherDigits = digitsIn(other);
        if (digits == 0 || otherDigits == 0) {
            if (one.front() != other.front())
                return one.front() < other.front();
            one = one.sliced(1);
            other = other.sliced(1);
            continue;
        }
        const auto valueOf = [](QByteArrayView number) {
            while (number.size() > 1 && number.startsWith('0'))
                number = number.sliced(1);
            return std::pair(number.size(), number);
        };
        const auto value = valueOf(one.first(digits)), otherValue = valueOf(other.first(otherDigits));
        if (value != otherValue)
            return value < otherValue;
        one = one.sliced(digits);
        other = other.sliced(otherDigits);
    }
    return one.size() < other.size();
}

} // namespace

QList<RefEntry> entriesOf(const Git::Refs &refs, const QList<OtherWorktree> &worktrees)
{
    QList<RefEntry> entries;
    entries.reserve(refs.all.size() + worktrees.size());
    QHash<QByteArray, Git::ObjectId> targets;
    for (const Git::Ref &ref : refs.all) {
        const auto section = sectionOf(ref.kind);
        const bool isPointer = ref.kind == Git::RefKind::RemoteBranch && ref.name.endsWith("/HEAD");
        if (!section || isPointer) // a remote's HEAD names one of its branches
            continue;
        RefEntry made = entry(ref.name, displayPath(ref.shortName()), *section, ref.target);
        if (ref.target.isNull())
            made.note = RefItems::tr("no commit");
        made.isCurrent = refs.head.state == Git::HeadState::Branch && ref.name == refs.head.branch;
        entries += std::move(made);
        if (!worktrees.isEmpty() && *section == RefSection::Local)
            targets.insert(ref.name, ref.target);
    }
    for (const OtherWorktree &tree : worktrees)
        entries += entryOf(tree, targets);
    std::ranges::stable_sort(entries, {},
                             [](const RefEntry &made) { return std::pair(made.section, !made.isCurrent); });
    std::ranges::stable_sort(std::ranges::equal_range(entries, RefSection::Tags, {}, &RefEntry::section),
                             isEarlierVersion, &RefEntry::name);
    return entries;
}

int RefItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags RefItems::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemNeverHasChildren : flags;
}

QVariant RefItems::headingData(RefSection section, int role) const
{
    const int count = m_counts[static_cast<size_t>(section)];
    const std::array names = {tr("Local"), tr("Remote"), tr("Tags"), tr("Stashes"), tr("Work trees")};
    const QString name = names[static_cast<size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::AccessibleTextRole:
        return (isOpen(section) ? tr("%1, %2, open") : tr("%1, %2, closed"))
            .arg(name, QString::number(count));
    case NoteRole:
        return QLocale().toString(count);
    case IsHeadingRole:
        return true;
    case IsOpenRole:
        return isOpen(section) || !m_words.isEmpty();
    case SectionRole:
        return static_cast<int>(section);
    default:
        return {};
    }
}

QString RefItems::spoken(const RefEntry &entry) const
{
    QStringList parts{entry.text};
    if (entry.isCurrent)
        parts += tr("checked out");
    if (const QString note = noteOf(entry); !note.isEmpty())
        parts += note;
    if (isHidden(entry))
        parts += tr("hidden");
    return parts.join(u", "_s);
}

QVariant RefItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = m_rows[index.row()];
    if (row < 0)
        return headingData(static_cast<RefSection>(-1 - row), role);
    const RefEntry &entry = m_entries[row];
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::AccessibleTextRole:
        return spoken(entry);
    case ExplanationRole:
        return entry.target.isNull()
                   ? tr("%1 leads to no commit, so it has no row in history.").arg(entry.text)
                   : entry.text;
    case NameRole:
        return entry.name;
    case TargetRole:
        return QVariant::fromValue(entry.target);
    case IsHeadingRole:
        return false;
    case IsCurrentRole:
        return entry.isCurrent;
    case IsHiddenRole:
        return isHidden(entry);
    case NoteRole:
        return noteOf(entry);
    case SectionRole:
        return static_cast<int>(entry.section);
    case CanHideRole:
        return canHide(entry);
    default:
        return {};
    }
}

// History always starts from HEAD, unless some refs alone are shown.
bool RefItems::canHide(const RefEntry &entry) const
{
    return entry.section != RefSection::Worktrees && !entry.target.isNull() &&
           !(entry.isCurrent && m_solo.isEmpty());
}

bool RefItems::isHidden(const RefEntry &entry) const
{
    if (!canHide(entry))
        return false;
    return m_solo.isEmpty() ? m_hidden.contains(entry.name) : !m_solo.contains(entry.name);
}

bool RefItems::matches(const RefEntry &entry) const
{
    return std::ranges::all_of(m_words, [&](const QString &word) { return entry.lowered.contains(word); });
}

void RefItems::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_counts = {};
    qsizetype heading = -1;
    for (qsizetype at = 0; at < m_entries.size(); ++at) {
        const RefEntry &entry = m_entries[at];
        if (!matches(entry))
            continue;
        if (m_counts[static_cast<size_t>(entry.section)]++ == 0) {
            heading = -1 - static_cast<qsizetype>(entry.section);
            m_rows += static_cast<int>(heading);
        }
        if (isOpen(entry.section) || !m_words.isEmpty())
            m_rows += static_cast<int>(at);
    }
    endResetModel();
}

void RefItems::setEntries(QList<RefEntry> entries)
{
    if (m_entries == entries)
        return;
    m_entries = std::move(entries);
    rebuild();
}

void RefItems::setFilter(const QString &words)
{
    const QStringList split = words.toLower().split(u' ', Qt::SkipEmptyParts);
    if (split == m_words)
        return;
    m_words = split;
    rebuild();
}

void RefItems::setOpen(RefSection section, bool isOpen)
{
    if (isOpen == this->isOpen(section))
        return;
    if (isOpen)
        m_closed.remove(section);
    else
        m_closed.insert(section);
    rebuild();
}

void RefItems::setShown(QSet<QByteArray> hidden, QSet<QByteArray> solo)
{
    m_hidden = std::move(hidden);
    m_solo = std::move(solo);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1),
                           {IsHiddenRole, CanHideRole, Qt::AccessibleTextRole});
}

void RefItems::setCurrentNote(const QString &note)
{
    if (note == m_currentNote)
        return;
    m_currentNote = note;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(qMin(1, rowCount() - 1)), {NoteRole, Qt::AccessibleTextRole});
}

void RefItems::setNotes(QHash<QByteArray, QString> notes)
{
    if (notes == m_notes)
        return;
    m_notes = std::move(notes);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {NoteRole, Qt::AccessibleTextRole});
}

QString RefItems::noteOf(const RefEntry &entry) const
{
    return entry.isCurrent ? m_currentNote : m_notes.value(entry.name, entry.note);
}

int RefItems::rowOf(const QByteArray &name) const
{
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        if (m_rows[row] >= 0 && m_entries[m_rows[row]].name == name)
            return static_cast<int>(row);
    return -1;
}
