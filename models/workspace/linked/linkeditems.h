// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

enum class LinkedTone { Quiet, Good, Warn, Bad };

/// A row of the list of work trees or of submodules, in words.
struct LinkedRow
{
    QByteArray key;                      ///< tells it from the others
    QString title;                       ///< its path, visible
    QString detail;                      ///< what is checked out
    QString state;                       ///< a few words; empty: nothing is special
    QString hint;                        ///< more about the state, one sentence; may be empty
    LinkedTone tone = LinkedTone::Quiet; ///< of the state
    bool operator==(const LinkedRow &) const = default;
};

/// Rows for a list. GUI thread only.
class LinkedItems final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole + 1, ///< QString
        StateRole,                     ///< QString
        ToneRole,                      ///< int of LinkedTone
        KeyRole,                       ///< QByteArray
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    int rowOf(const QByteArray &key) const; ///< -1: it is not there
    /// Keeps what is the same, so that the selection survives.
    void setRows(const QList<LinkedRow> &rows);

private:
    QList<LinkedRow> m_rows;
};
