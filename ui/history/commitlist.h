// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/commititems.h"

#include <QBasicTimer>
#include <QTableView>

#include <functional>

class GraphDelegate;

/// The list of commits; rows are of one height, so that a million of them cost no layout. J and K move like
/// the arrows, Ctrl adds a second commit to compare with. Selection and what is in sight stay when rows come
/// or go above.
class CommitList final : public QTableView
{
    Q_OBJECT

public:
    explicit CommitList(CommitItems &commits, QWidget *parent = nullptr);

    void showRow(int row);     ///< makes it the current one and brings it into sight; -1: none
    void makeCurrent(int row); ///< the only chosen one, without scrolling
    /// Finds commits whose rows were replaced, so that they stay in sight; -1: it has none now.
    void setRowFinder(std::function<int(const Git::ObjectId &)> rowOf) { m_rowOf = std::move(rowOf); }
    void setEmptyText(const QString &text) ///< in place of rows, when there are none
    {
        m_emptyText = text;
        setAccessibleDescription(text);
        viewport()->update();
    }
    QList<int> selectedRows() const; ///< in order of the list
    QList<std::pair<int, int>>
    selectedRanges() const;    ///< the same: first row, how many; cheap for any number
    int selectedCount() const; ///< how many rows; cheap for any number

public Q_SLOTS:
    void copy() { Q_EMIT copyWanted(); } ///< Edit > Copy looks for this name

Q_SIGNALS:
    void copyWanted();
    void currentRowChanged(int row); ///< -1: none
    void selectedRowsChanged();
    void activatedRow(int row); ///< Enter or double click

protected:
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Seen
    {
        QPersistentModelIndex index;
        Git::ObjectId commit; ///< null: not loaded
        int y = 0;
    };

    bool isLoadedInSight(int first, int last) const;
    void fitColumns();
    void fitRows();
    void rememberSight();
    void keepSight();
    void raiseLinesOf(const QModelIndex &index);

    CommitItems &m_commits;
    GraphDelegate *m_delegate;
    QString m_emptyText;
    QBasicTimer m_loading;           ///< until rows that are not there are shown as such
    QPersistentModelIndex m_hovered; ///< whose lines the mouse points at
    std::function<int(const Git::ObjectId &)> m_rowOf = [](const Git::ObjectId &) { return -1; };
    QList<Seen> m_sight; ///< before rows are replaced, from above
    int m_scrolled = 0;  ///< pixels, then
};
