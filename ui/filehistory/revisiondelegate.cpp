// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filehistory/revisiondelegate.h"

#include "items/fileitems.h"
#include "items/revisionitems.h"
#include "ui/widgets/rowpainter.h"

void RevisionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    RowPainter row(painter, option);
    const int unit = Theme::unit(option.font);
    const QRect area = option.rect.adjusted(3 * unit, unit, -3 * unit, -unit);
    const int half = area.height() / 2;
    const QRect upper(area.left(), area.top(), area.width(), half);
    QRect lower(area.left(), area.top() + half, area.width(), area.height() - half);
    const QFont small = Theme::small(option.font);
    const int ageWidth = QFontMetrics(small).averageCharWidth() * 8;

    row.text(upper, index.data().toString(), row.strong(), option.font);
    row.text(QRect(lower.right() - ageWidth, lower.top(), ageWidth, lower.height()),
             index.data(RevisionItems::AgeRole).toString(), row.quiet(), small, Qt::ElideRight,
             Qt::AlignRight);
    lower.setRight(lower.right() - ageWidth - unit);
    const int taken = row.text(lower, index.data(RevisionItems::AuthorRole).toString(), row.quiet(), small);
    lower.setLeft(lower.left() + taken + 2 * unit);
    const QString renamed = index.data(RevisionItems::RenameRole).toString();
    const auto status = static_cast<Diff::FileStatus>(index.data(RevisionItems::StatusRole).toInt());
    const bool isPlain = status == Diff::FileStatus::Modified;
    const QString what = renamed.isEmpty() ? (isPlain ? QString() : FileItems::statusWord(status)) : renamed;
    if (!what.isEmpty() && lower.width() > 8 * unit)
        row.text(lower, what, row.color(Theme::Token::Info), small, Qt::ElideMiddle);
}

QSize RevisionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return rowSize(option, 2.9);
}
