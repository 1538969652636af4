// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

/// Refs in sections; the mark at a row's end hides or shows the ref.
class RefList final : public QListView
{
    Q_OBJECT

public:
    explicit RefList(QWidget *parent = nullptr);

    /// Where the mark of a row is, in viewport coordinates.
    QRect markRect(const QModelIndex &index) const;

Q_SIGNALS:
    void chosen(const QModelIndex &index); ///< a click beside the mark
    void markClicked(const QModelIndex &index);

protected:
    void changeEvent(QEvent *event) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
};
