// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowpainter.h"

#include <QApplication>
#include <QPainter>

RowPainter::RowPainter(QPainter *painter, const QStyleOptionViewItem &option)
    : m_painter(painter)
    , m_option(option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    painter->save();
    painter->setFont(option.font);
}

RowPainter::~RowPainter()
{
    m_painter->restore();
}

QColor RowPainter::paletteColor(QPalette::ColorRole role) const
{
    const bool isActive = m_option.state.testFlag(QStyle::State_Active);
    return palette().color(isActive ? QPalette::Active : QPalette::Inactive, role);
}

QColor RowPainter::strong() const
{
    return paletteColor(isSelected() ? QPalette::HighlightedText : QPalette::Text);
}

QColor RowPainter::quiet() const
{
    return isSelected() ? strong() : Theme::subdued(palette());
}

int RowPainter::text(const QRect &area, const QString &text, const QColor &color, const QFont &font,
                     Qt::TextElideMode elide, Qt::Alignment side)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, elide, area.width());
    m_painter->setFont(font);
    m_painter->setPen(color);
    m_painter->drawText(area, int(Qt::AlignVCenter | Qt::TextSingleLine | side), shown);
    return metrics.horizontalAdvance(shown);
}

QSize rowSize(const QStyleOptionViewItem &option, double lines)
{
    return {Theme::unit(option.font) * 20, qRound(option.fontMetrics.height() * lines)};
}
