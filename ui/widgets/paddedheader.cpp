// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paddedheader.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionHeader>

PaddedHeader::PaddedHeader(Qt::Orientation orientation, QWidget *parent)
    : QHeaderView(orientation, parent)
{
    setSectionsClickable(true);
}

int PaddedHeader::padding(const QFont &font, bool isFirst)
{
    return Theme::unit(font) * (isFirst ? 4 : 2);
}

// Beyond what the style leaves free itself.
int PaddedHeader::inset(int section) const
{
    const bool isFirst = orientation() == Qt::Vertical || section == 0;
    return std::max(0,
                    padding(font(), isFirst) - style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, this));
}

void PaddedHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    QStyleOptionHeader ground;
    initStyleOption(&ground);
    ground.rect = rect;
    style()->drawControl(QStyle::CE_HeaderSection, &ground, painter, this);
    const int free = inset(section);
    QHeaderView::paintSection(
        painter, isRightToLeft() ? rect.adjusted(0, 0, -free, 0) : rect.adjusted(free, 0, 0, 0), section);
}

QSize PaddedHeader::sectionSizeFromContents(int section) const
{
    return QHeaderView::sectionSizeFromContents(section) + QSize(inset(section), 0);
}
