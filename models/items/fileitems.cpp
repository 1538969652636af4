// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/fileitems.h"

#include "base/text.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostCompared = 5000; // rows; more would hold up the window

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
        return QString(displayPath(file.path) + u", "_s + statusWord(file.status));
    case PathRole:
        return file.path;
    case OldPathRole:
        return file.oldPath;
    case StatusRole:
        return static_cast<int>(file.status);
    case IsFolderRole:
        return file.isFolder;
    default:
        return {};
    }
}

void FileItems::setFiles(QList<FileItem> files)
{
    std::ranges::stable_sort(files, {}, &FileItem::path);
    if (m_files.size() > kMostCompared || files.size() > kMostCompared) {
        if (m_files == files)
            return;
        beginResetModel();
        m_files = std::move(files);
        endResetModel();
        return;
    }
    removeMissing(files);
    insertNew(files);
    const bool isSame = m_files == files;
    m_files = std::move(files);
    if (!isSame && !m_files.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void FileItems::append(const QList<FileItem> &files)
{
    if (files.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(files.size()) - 1);
    m_files += files;
    endInsertRows();
}

void FileItems::removeMissing(const QList<FileItem> &files)
{
    QSet<QByteArray> staying;
    for (const FileItem &file : files)
        staying += file.path;
    for (qsizetype end = m_files.size(); end > 0;) {
        qsizetype start = end;
        while (start > 0 && !staying.contains(m_files[start - 1].path))
            --start;
        if (start < end) {
            beginRemoveRows({}, static_cast<int>(start), static_cast<int>(end) - 1);
            m_files.remove(start, end - start);
            endRemoveRows();
        }
        end = start - 1;
    }
}

void FileItems::insertNew(const QList<FileItem> &files)
{
    for (qsizetype at = 0; at < files.size();) {
        qsizetype end = at;
        while (end < files.size() && (at >= m_files.size() || files[end].path != m_files[at].path))
            ++end;
        if (end > at) {
            beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
            m_files.insert(at, end - at, FileItem());
            std::copy(files.begin() + at, files.begin() + end, m_files.begin() + at);
            endInsertRows();
        }
        at = end + 1;
    }
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
