// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettedelegate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/rowpainter.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

void paintName(QPainter *painter, const QRect &place, const QModelIndex &index, const QColor &color, int room)
{
    const QString name = index.data().toString();
    const auto positions = index.data(PaletteDelegate::PositionsRole).value<QList<qsizetype>>();
    const QFont plain = painter->font();
    QFont bold = plain;
    bold.setWeight(QFont::Bold);
    painter->setPen(color);
    qreal x = place.x();
    for (qsizetype at = 0; at < name.size() && x < place.x() + room;) {
        const bool isHit = positions.contains(at);
        qsizetype end = at;
        while (end < name.size() && positions.contains(end) == isHit)
            ++end;
        painter->setFont(isHit ? bold : plain);
        const QString part = name.mid(at, end - at);
        painter->drawText(QRectF(x, place.y(), place.x() + room - x, place.height()),
                          int(Qt::AlignVCenter | Qt::TextSingleLine), part);
        x += QFontMetricsF(painter->font()).horizontalAdvance(part);
        at = end;
    }
    painter->setFont(plain);
}

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return rowSize(option);
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const int u = Theme::unit(option.font);
    if (isSelected)
        painter->fillRect(option.rect, palette.color(QPalette::Active, QPalette::Highlight));
    const QColor strong =
        palette.color(QPalette::Active, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = isSelected ? strong : Theme::subdued(palette);
    const QRect row = option.rect.adjusted(3 * u, 0, -3 * u, 0);
    const int flags = int(Qt::AlignVCenter | Qt::TextSingleLine);
    painter->setFont(option.font);
    painter->setPen(quiet);
    const QString keys = index.data(ShortcutRole).toString();
    painter->drawText(row, flags | int(Qt::AlignRight), keys);
    const QFontMetrics metrics(option.font);
    const int room = row.width() - metrics.horizontalAdvance(keys) - 4 * u;
    const QString area = index.data(AreaRole).toString() + u"  "_s;
    painter->drawText(row, flags, area);
    paintName(painter, row.adjusted(metrics.horizontalAdvance(area), 0, 0, 0), index, strong,
              room - metrics.horizontalAdvance(area));
}
