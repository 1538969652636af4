// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/commititems.h"

#include <QBasicTimer>
#include <QTableView>

class GraphDelegate;

/// The list of commits; rows are of one height, so that a million of them cost no layout. J and K move like
/// the arrows, Ctrl adds a second commit to compare with. Selection and what is in sight stay when rows come
/// or go above.
class CommitList final : public QTableView
{
    Q_OBJECT

public:
    explicit CommitList(CommitItems &commits, QWidget *parent = nullptr);

    void showRow(int row);           ///< makes it the current one and brings it into sight; -1: none
    void makeCurrent(int row);       ///< the only chosen one, without scrolling to the middle
    QList<int> selectedRows() const; ///< in order of the list
    int selectedCount() const;       ///< how many rows; cheap for any number

Q_SIGNALS:
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
    bool isLoadedInSight(int first, int last) const;
    void fitColumns();
    void fitRows();
    void keepSight();
    void raiseLinesOf(const QModelIndex &index);

    CommitItems &m_commits;
    GraphDelegate *m_delegate;
    QBasicTimer m_loading;           ///< until rows that are not there are shown as such
    QPersistentModelIndex m_hovered; ///< whose lines the mouse points at
    QPersistentModelIndex m_top;     ///< the row at the upper edge before rows come or go
    int m_topOffset = 0;             ///< pixels of it that are scrolled away
};
