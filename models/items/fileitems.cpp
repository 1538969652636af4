// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/fileitems.h"

#include "base/text.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostMoved = 5'000'000; // rows in memory; more would hold up the window

/// Rows that give way to others at the same place.
struct Run
{
    qsizetype oldFirst, oldCount, newFirst, newCount;
};

// Both by path.
QList<Run> runsBetween(const QList<FileItem> &before, const QList<FileItem> &after)
{
    QList<Run> runs;
    qsizetype i = 0, j = 0;
    while (i < before.size() || j < after.size()) {
        const qsizetype oldFirst = i, newFirst = j;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before[i].path == after[j].path)
                break;
            if (j >= after.size() || (i < before.size() && before[i].path < after[j].path))
                ++i;
            else
                ++j;
        }
        if (i > oldFirst || j > newFirst)
            runs += {oldFirst, i - oldFirst, newFirst, j - newFirst};
        for (; i < before.size() && j < after.size() && before[i].path == after[j].path; ++i)
            ++j;
    }
    return runs;
}

} // namespace

int FileItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

QVariant FileItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FileItem &file = m_files[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return displayPath(file.path);
    case Qt::AccessibleTextRole:
        return QString(displayPath(file.path) + u", "_s +
                       (file.note.isEmpty() ? statusWord(file.status) : file.note));
    case PathRole:
        return file.path;
    case OldPathRole:
        return file.oldPath;
    case StatusRole:
        return static_cast<int>(file.status);
    case IsFolderRole:
        return file.isFolder;
    case NoteRole:
        return file.note;
    default:
        return {};
    }
}

void FileItems::setFiles(QList<FileItem> files)
{
    if (!std::ranges::is_sorted(std::as_const(files), {}, &FileItem::path))
        std::ranges::stable_sort(files, {}, &FileItem::path);
    if (files == m_files)
        return; // as when they came piece by piece
    if (m_files.isEmpty()) {
        beginInsertRows({}, 0, static_cast<int>(files.size()) - 1);
        m_files = std::move(files);
        endInsertRows();
        return;
    }
    show(files);
}

// Without a change of them: many that are shared would be copied.
void FileItems::show(const QList<FileItem> &files)
{
    const QList<Run> runs = runsBetween(m_files, files);
    if (runs.size() > 1 && runs.size() * std::max(m_files.size(), files.size()) > kMostMoved) {
        beginResetModel();
        m_files = files;
        endResetModel();
        return;
    }
    for (const Run &run : runs | std::views::reverse) { // so that what is above stays where it is
        removeRun(run.oldFirst, run.oldCount);
        insertRun(run.oldFirst, std::span(files).subspan(static_cast<size_t>(run.newFirst),
                                                         static_cast<size_t>(run.newCount)));
    }
    const auto mine = std::ranges::mismatch(std::as_const(m_files), files).in1;
    const auto first = mine - m_files.cbegin();
    const bool isSame = mine == m_files.cend();
    m_files = files;
    if (!isSame)
        Q_EMIT dataChanged(index(static_cast<int>(first)), index(rowCount() - 1));
}

void FileItems::append(const QList<FileItem> &files)
{
    if (files.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(files.size()) - 1);
    m_files += files;
    endInsertRows();
}

void FileItems::removeRun(qsizetype first, qsizetype count)
{
    if (count == 0)
        return;
    beginRemoveRows({}, static_cast<int>(first), static_cast<int>(first + count) - 1);
    m_files.remove(first, count);
    endRemoveRows();
}

void FileItems::insertRun(qsizetype first, std::span<const FileItem> files)
{
    if (files.empty())
        return;
    const auto count = static_cast<qsizetype>(files.size());
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(first + count) - 1);
    m_files.insert(first, count, FileItem());
    std::ranges::copy(files, m_files.begin() + first);
    endInsertRows();
}

QString FileItems::statusWord(Diff::FileStatus status)
{
    switch (status) {
    case Diff::FileStatus::Unmodified:
        return tr("unmodified");
    case Diff::FileStatus::Added:
        return tr("added");
    case Diff::FileStatus::Modified:
        return tr("modified");
    case Diff::FileStatus::Deleted:
        return tr("deleted");
    case Diff::FileStatus::Renamed:
        return tr("renamed");
    case Diff::FileStatus::Copied:
        return tr("copied");
    case Diff::FileStatus::TypeChanged:
        return tr("type changed");
    case Diff::FileStatus::Untracked:
        return tr("untracked");
    case Diff::FileStatus::Conflicted:
        return tr("conflicted");
    }
    return {};
}

QChar FileItems::statusLetter(Diff::FileStatus status)
{
    switch (status) {
    case Diff::FileStatus::Unmodified:
        return u' ';
    case Diff::FileStatus::Added:
        return u'A';
    case Diff::FileStatus::Modified:
        return u'M';
    case Diff::FileStatus::Deleted:
        return u'D';
    case Diff::FileStatus::Renamed:
        return u'R';
    case Diff::FileStatus::Copied:
        return u'C';
    case Diff::FileStatus::TypeChanged:
        return u'T';
    case Diff::FileStatus::Untracked:
        return u'?';
    case Diff::FileStatus::Conflicted:
        return u'U';
    }
    return u' ';
}
