// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "history/types.h"
#include "items/reflabels.h"
#include "items/signaturemarks.h"

#include <QAbstractTableModel>
#include <QTimer>

/// Commits with their graph, one row each, newest first. Knows how many there are, and holds those around
/// what is looked at: a row that is asked for and not there shows as loading and is wished for by
/// rowsWanted(). Meaning, not paint. GUI thread only.
class CommitItems final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SubjectColumn, AuthorColumn, WhenColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< Git::ObjectId; null while loading
        GraphRole,                 ///< History::GraphRow
        RefsRole,                  ///< QList<RefLabel>
        WhenRole,                  ///< QDateTime of the commit
        IsMergeRole,
        SignatureRole, ///< int of SignatureMark; nothing: not shown. Asks for what is not known
        IsLoadedRole,
    };
    static constexpr int kMostHeld = 8192; ///< rows in memory

    /// clock must outlive this.
    explicit CommitItems(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_count; }
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const History::Row *at(int row) const;              ///< nullptr: not loaded
    int loadedRowOf(const Git::ObjectId &commit) const; ///< -1: not among the loaded ones

    void growTo(int count);                             ///< more rows at the end
    void replace(int first, int removed, int inserted); ///< the other rows stay as they are
    void forget(int first, int count);                  ///< rows that are the same commits with other lanes
    void reset(int count);                              ///< other rows altogether
    void fill(int first, QList<History::Row> rows);     ///< texts and lanes of rows that are there
    void askAgain();                                    ///< for what is in sight and not held
    void setLabels(RefLabels labels);                   ///< of all commits; see labelsOf()
    QList<RefLabel> labelsAt(const Git::ObjectId &commit) const { return m_refs.value(commit); }
    SignatureMarks &signatures() { return m_signatures; }
    void setRefs(const Git::Refs &refs) { setLabels(labelsOf(refs, {})); }

Q_SIGNALS:
    void aboutToReplace(); ///< by replace(), as a whole
    void replaced();
    /// Rows are shown that are not held. Comes from the event loop, for the last ones asked for.
    void rowsWanted(int first, int count) const;
    void labelsChanged();

private:
    void want(int row) const;
    void askForWanted();
    void forgetFarFrom(int row);
    void shift(int first, int removed, int inserted);
    QString displayText(const History::Row &row, int column) const;
    QString accessibleText(const History::Row &row, int column) const;

    const Clock &m_clock;
    int m_count = 0;
    QHash<int, History::Row> m_rows; ///< by row
    RefLabels m_refs;
    SignatureMarks m_signatures;
    mutable QTimer m_asking;
    mutable int m_firstWanted = 0, m_lastWanted = -1;
};
