// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linked/linkeddelegate.h"

#include "ui/widgets/rowpainter.h"
#include "ui/widgets/statuschip.h"

#include "workspace/linked/linkeditems.h"

namespace {

StatusShape shapeOf(LinkedTone tone)
{
    switch (tone) {
    case LinkedTone::Good:
        return StatusShape::Check;
    case LinkedTone::Warn:
        return StatusShape::NotEqual;
    case LinkedTone::Bad:
        return StatusShape::Bar;
    case LinkedTone::Quiet:
        break;
    }
    return StatusShape::HollowCircle;
}

QColor colorOf(LinkedTone tone, const RowPainter &row)
{
    switch (tone) {
    case LinkedTone::Good:
        return row.color(Theme::Token::Good);
    case LinkedTone::Warn:
        return row.color(Theme::Token::Warn);
    case LinkedTone::Bad:
        return row.color(Theme::Token::Bad);
    case LinkedTone::Quiet:
        break;
    }
    return row.quiet();
}

} // namespace

QSize LinkedDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return rowSize(option, 2.9);
}

void LinkedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    RowPainter row(painter, option);
    const int unit = Theme::unit(option.font);
    const QRect area = option.rect.adjusted(3 * unit, unit, -3 * unit, -unit);
    QRect upper(area.left(), area.top(), area.width(), area.height() / 2);
    const QRect lower(area.left(), upper.bottom() + 1, area.width(), area.height() - upper.height());
    const QString state = index.data(LinkedItems::StateRole).toString();
    if (!state.isEmpty()) {
        const auto tone = static_cast<LinkedTone>(index.data(LinkedItems::ToneRole).toInt());
        const QColor color = colorOf(tone, row);
        const int side = QFontMetrics(option.font).ascent();
        const int words =
            std::min(QFontMetrics(option.font).horizontalAdvance(state) + unit, area.width() / 2);
        const QRect where(upper.right() - words, upper.top(), words + 1, upper.height());
        row.text(where, state, color, option.font, Qt::ElideRight);
        const QRectF shape(where.left() - side - unit, upper.center().y() - side / 2.0, side, side);
        paintStatusShape(painter, shape, shapeOf(tone), color);
        upper.setRight(static_cast<int>(shape.left()) - 2 * unit);
    }
    row.text(upper, index.data().toString(), row.strong(), option.font, Qt::ElideMiddle);
    row.text(lower, index.data(LinkedItems::DetailRole).toString(), row.quiet(), Theme::small(option.font));
}
