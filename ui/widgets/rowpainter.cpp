// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowpainter.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace {

// As one line, whatever breaks it.
QString singleLine(QString text)
{
    for (QChar &c : text) {
        if (c.isSpace())
            c = u' ';
    }
    return text;
}

QTextLine layOut(QTextLayout &layout)
{
    layout.beginLayout();
    const QTextLine line = layout.createLine(); // not wrapped: its width is the text's
    layout.endLayout();
    return line;
}

} // namespace

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
    // Laid out once for its width and its glyphs: that is most of what a row costs.
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::NoWrap);
    QTextLayout layout(singleLine(text), font, m_painter->device());
    layout.setTextOption(option);
    QTextLine line = layOut(layout);
    if (line.isValid() && line.naturalTextWidth() > area.width()) {
        layout.setText(QFontMetricsF(font).elidedText(layout.text(), elide, area.width()));
        line = layOut(layout);
    }
    if (!line.isValid())
        return 0;
    const qreal width = line.naturalTextWidth();
    const qreal left = side.testFlag(Qt::AlignRight)     ? area.x() + area.width() - width
                       : side.testFlag(Qt::AlignHCenter) ? area.x() + (area.width() - width) / 2
                                                         : area.x();
    m_painter->setPen(color);
    layout.draw(m_painter, QPointF(left, area.y() + qRound((area.height() - line.height()) / 2)));
    return qCeil(width);
}

QSize rowSize(const QStyleOptionViewItem &option, double lines)
{
    return {Theme::unit(option.font) * 20, qRound(option.fontMetrics.height() * lines)};
}
