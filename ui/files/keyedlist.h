// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

/// Rows of one height beside a difference: J and K move like the arrows, Right goes into the difference, and
/// the tool tip says the whole row.
class KeyedList : public QListView
{
    Q_OBJECT

public:
    /// model must outlive this, and says its rows for a screen reader.
    explicit KeyedList(QAbstractItemModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void diffRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    bool viewportEvent(QEvent *event) override;
};
