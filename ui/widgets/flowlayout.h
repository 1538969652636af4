// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

/// Lays widgets out from left to right and goes on in a new line where the width ends, so that a row of many
/// never makes its window wider. The height follows the width. Hidden widgets take no room.
class FlowLayout final : public QLayout
{
public:
    using QLayout::QLayout;
    ~FlowLayout() override;

    void insertWidget(int at, QWidget *widget);

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override; ///< of the widest widget

private:
    int arrange(const QRect &rect, bool isDryRun) const;

    QList<QLayoutItem *> m_items;
};
