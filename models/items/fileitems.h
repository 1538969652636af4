// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/types.h"

#include <QAbstractListModel>

#include <span>

/// One changed file in a list.
struct FileItem
{
    QByteArray path, oldPath;
    Diff::FileStatus status = Diff::FileStatus::Modified;
    bool isFolder = false;
    QString note = {}; ///< what is special about it, in a few words: "both modified"
    bool operator==(const FileItem &) const = default;
};

/// Changed files, one row each, by path. GUI thread only.
class FileItems final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        PathRole = Qt::UserRole + 1, ///< QByteArray, repository-relative
        OldPathRole,                 ///< QByteArray; empty but for renames and copies
        StatusRole,                  ///< int of Diff::FileStatus
        IsFolderRole,
        NoteRole, ///< QString; empty: nothing special
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const QList<FileItem> &files() const { return m_files; }
    /// Removes and inserts the difference, so that the selection survives; takes all anew where that would
    /// be thousands of pieces.
    void setFiles(QList<FileItem> files);
    void append(const QList<FileItem> &files); ///< behind those there are, by path

    static QString statusWord(Diff::FileStatus status); ///< translated: "modified"
    static QChar statusLetter(Diff::FileStatus status); ///< as git writes it: M, A, D, R, C, T, ?, U

private:
    void show(const QList<FileItem> &files);
    void removeRun(qsizetype first, qsizetype count);
    void insertRun(qsizetype first, std::span<const FileItem> files);

    QList<FileItem> m_files; // by path
};
