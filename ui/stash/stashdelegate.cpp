// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stash/stashdelegate.h"

#include "ui/widgets/rowpainter.h"
#include "workspace/stash/stashitems.h"

void StashDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    RowPainter row(painter, option);
    const int unit = Theme::unit(option.font);
    const QRect area = option.rect.adjusted(3 * unit, unit, -3 * unit, -unit);
    const int half = area.height() / 2;
    const QRect upper(area.left(), area.top(), area.width(), half);
    QRect lower(area.left(), area.top() + half, area.width(), area.height() - half);
    const QFont small = Theme::small(option.font);
    const int letter = QFontMetrics(small).averageCharWidth();
    row.text(upper, index.data().toString(), row.strong(), option.font);
    const auto atEnd = [&](const QString &text, int letters) {
        const int width = letter * letters;
        row.text(QRect(lower.right() - width, lower.top(), width, lower.height()), text, row.quiet(), small,
                 Qt::ElideRight, Qt::AlignRight);
        lower.setRight(lower.right() - width - unit);
    };
    atEnd(index.data(StashItems::AgeRole).toString(), 8);
    if (index.data(StashItems::IsDamagedRole).toBool()) {
        row.text(lower, StashItems::tr("cannot be read"), row.color(Theme::Token::Warn), small);
        return;
    }
    atEnd(index.data(StashItems::FilesRole).toString(), 10);
    row.text(lower, index.data(StashItems::BranchRole).toString(), row.quiet(), small, Qt::ElideMiddle);
}

QSize StashDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return rowSize(option, 2.9);
}
