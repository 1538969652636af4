// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

/// Paints a command of the palette: its menu, its name with the letters that were typed, its keys.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Beside the name as Qt::DisplayRole. PositionsRole: QList<qsizetype>, the letters found.
    enum Role { AreaRole = Qt::UserRole + 1, ShortcutRole, PositionsRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};
