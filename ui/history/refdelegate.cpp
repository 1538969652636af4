// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/refdelegate.h"

#include "items/refitems.h"
#include "ui/widgets/rowpainter.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

void paintArrow(QPainter *painter, const QRectF &area, bool isOpen, const QColor &color)
{
    const qreal size = qMin(area.width(), area.height()) / 4;
    const QPointF at = area.center();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.5));
    if (isOpen)
        painter->drawPolyline(QPolygonF{at + QPointF(-size, -size / 2), at + QPointF(0, size / 2),
                                        at + QPointF(size, -size / 2)});
    else
        painter->drawPolyline(QPolygonF{at + QPointF(-size / 2, -size), at + QPointF(size / 2, 0),
                                        at + QPointF(-size / 2, size)});
}

} // namespace

int RefDelegate::markWidth(const QFont &font)
{
    return Theme::unit(font) * 6;
}

void RefDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(RefItems::IsHeadingRole).toBool())
        paintHeading(painter, option, index);
    else
        paintRef(painter, option, index);
}

void RefDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    RowPainter row(painter, option);
    const int unit = Theme::unit(option.font);
    const QFont font = Theme::small(option.font);
    const QRect arrow(option.rect.left() + unit, option.rect.top(), 3 * unit, option.rect.height());
    paintArrow(painter, arrow, index.data(RefItems::IsOpenRole).toBool(), row.quiet());
    const QRect area = option.rect.adjusted(5 * unit, 0, -2 * unit, 0);
    const int width = row.text(area, index.data().toString(), row.quiet(), font);
    row.text(area.adjusted(width + 2 * unit, 0, 0, 0), index.data(RefItems::NoteRole).toString(), row.quiet(),
             font, Qt::ElideRight, Qt::AlignRight);
}

void RefDelegate::paintRef(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    RowPainter row(painter, option);
    const int unit = Theme::unit(option.font);
    const bool isHidden = index.data(RefItems::IsHiddenRole).toBool();
    const bool isCurrent = index.data(RefItems::IsCurrentRole).toBool();
    QFont font = option.font;
    font.setBold(isCurrent);
    QRect area = option.rect.adjusted(5 * unit, 0, -markWidth(option.font), 0);
    if (isCurrent) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(row.color(Theme::Token::Good));
        painter->drawEllipse(QPointF(option.rect.left() + 2.75 * unit, option.rect.center().y() + 0.5),
                             unit * 0.7, unit * 0.7);
    }
    const QString note = index.data(RefItems::NoteRole).toString();
    if (!note.isEmpty()) {
        const int width = row.text(area.adjusted(area.width() / 2, 0, 0, 0), note, row.quiet(),
                                   Theme::small(option.font), Qt::ElideMiddle, Qt::AlignRight);
        area.setRight(area.right() - width - unit);
    }
    row.text(area, index.data().toString(), isHidden ? row.quiet() : row.strong(), font, Qt::ElideMiddle);
    const bool isPointedAt = option.state.testFlag(QStyle::State_MouseOver);
    if (!index.data(RefItems::CanHideRole).toBool() || (!isHidden && !isPointedAt))
        return;
    QPalette palette = option.palette;
    palette.setColor(QPalette::WindowText, row.strong());
    palette.setColor(QPalette::Text, row.strong());
    const QIcon icon = Theme::icon(isHidden ? u"view-hidden"_s : u"view-visible"_s, palette);
    const int side = 4 * unit;
    icon.paint(painter, QRect(option.rect.right() - markWidth(option.font) + unit,
                              option.rect.center().y() - side / 2, side, side));
}

QSize RefDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return rowSize(option, 1.5);
}
