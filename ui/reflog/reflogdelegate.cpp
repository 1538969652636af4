// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reflog/reflogdelegate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/rowpainter.h"
#include "workspace/reflog/reflogitems.h"

void ReflogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    RowPainter row(painter, option);
    const int unit = Theme::unit(option.font);
    const QRect area = option.rect.adjusted(3 * unit, unit, -3 * unit, -unit);
    const QFont small = Theme::small(option.font);
    const QRect upper(area.left(), area.top(), area.width(), area.height() / 2);
    QRect lower(area.left(), upper.bottom() + 1, area.width(), area.height() - upper.height());
    row.text(upper, index.data().toString(), row.strong(), option.font);
    const int width = QFontMetrics(small).averageCharWidth() * 8;
    row.text(QRect(lower.right() - width, lower.top(), width, lower.height()),
             index.data(ReflogItems::AgeRole).toString(), row.quiet(), small, Qt::ElideRight, Qt::AlignRight);
    lower.setRight(lower.right() - width - unit);
    lower.setLeft(lower.left() +
                  row.text(lower, index.data(ReflogItems::IdsRole).toString(), row.quiet(), small) +
                  2 * unit);
    const QString note = index.data(ReflogItems::NoteRole).toString();
    if (!note.isEmpty() && lower.width() > 8 * unit)
        row.text(lower, note,
                 index.data(ReflogItems::IsNotableRole).toBool() ? row.color(Theme::Token::Info)
                                                                 : row.quiet(),
                 small);
}

QSize ReflogDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return rowSize(option, 2.9);
}
