// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/rebasesteps.h"

#include <QAbstractListModel>

/// The steps of an interactive rebase, one row each, the oldest commit first as git carries them out. GUI
/// thread only.
class RebaseItems final : public QAbstractListModel
{
    Q_OBJECT

public:
    using Action = Git::RebaseStep::Action;
    enum Role {
        ActionRole = Qt::UserRole + 1, ///< int of Action
        CommitRole,                    ///< Git::ObjectId
        AuthorRole,                    ///< QString, visible
        IsPublishedRole,               ///< a remote branch has it
    };
    struct Row
    {
        Git::RebaseStep step;
        Git::Commit commit;
        QString message; ///< as it is now
        bool isPublished = false;
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void setRows(QList<Row> rows);
    const QList<Row> &rows() const { return m_rows; }
    QList<Git::RebaseStep> steps() const;

    void setAction(int row, Action action); ///< Reword begins with the message as it is
    void setMessage(int row, const QString &message);
    bool move(int row, int by); ///< by -1 or 1; false: there is no place

    int count(Action action) const;
    bool isChanged() const;             ///< against what was set
    QString problem() const;            ///< why it cannot be carried out; empty: it can
    static QString word(Action action); ///< "reword"

private:
    QList<Row> m_rows;
    QList<Git::RebaseStep> m_first;
};
