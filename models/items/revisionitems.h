// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "git/types.h"

#include <QAbstractListModel>

/// One commit that changed a file or folder.
struct RevisionItem
{
    Git::Commit commit;
    QByteArray path, oldPath; ///< oldPath only where it was renamed or copied
    Diff::FileStatus status = Diff::FileStatus::Modified;
    bool operator==(const RevisionItem &) const = default;
};

/// The revisions of one file or folder, one row each, newest first. GUI thread only.
class RevisionItems final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< Git::ObjectId
        AuthorRole,                ///< QString, visible text
        WhenRole,                  ///< QDateTime of the author
        AgeRole,                   ///< QString such as "3 d"
        PathRole,                  ///< QByteArray at that commit
        RenameRole,                ///< QString "from → to"; empty but for renames and copies
        StatusRole,                ///< int of Diff::FileStatus
    };

    /// clock must outlive this.
    explicit RevisionItems(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const QList<RevisionItem> &revisions() const { return m_revisions; }
    int rowOf(const Git::ObjectId &commit) const; ///< -1: not there. O(rows)
    void append(const QList<RevisionItem> &revisions);
    void setRevisions(QList<RevisionItem> revisions); ///< removes and inserts the difference

private:
    QString accessibleText(const RevisionItem &revision) const;

    const Clock &m_clock;
    QList<RevisionItem> m_revisions;
};
