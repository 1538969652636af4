// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "history/types.h"

#include <QAbstractTableModel>

/// A ref beside a commit.
struct RefLabel
{
    QString text;
    Git::RefKind kind = Git::RefKind::Other;
    bool isCurrent = false; ///< HEAD is on it
    bool operator==(const RefLabel &) const = default;
};
Q_DECLARE_METATYPE(RefLabel)

/// Commits with their graph, one row each, newest first. Meaning, not paint. GUI thread only.
class CommitItems final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SubjectColumn, AuthorColumn, WhenColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< Git::ObjectId
        GraphRole,                 ///< History::GraphRow
        RefsRole,                  ///< QList<RefLabel>
        WhenRole,                  ///< QDateTime of the commit
        IsMergeRole,
    };

    /// clock must outlive this.
    explicit CommitItems(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const QList<History::Row> &rows() const { return m_rows; }
    int rowOf(const Git::ObjectId &commit) const; ///< -1: not there. O(rows)

    void append(const QList<History::Row> &rows);
    void setRows(QList<History::Row> rows); ///< removes and inserts the difference; selection survives
    void setRefs(const Git::Refs &refs);

private:
    QString displayText(const History::Row &row, int column) const;
    QString accessibleText(const History::Row &row) const;

    const Clock &m_clock;
    QList<History::Row> m_rows;
    QHash<Git::ObjectId, QList<RefLabel>> m_refs;
};
