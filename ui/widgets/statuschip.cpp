// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statuschip.h"

#include "ui/widgets/plainlabel.h"

#include "base/text.h"

#include <QPainter>
#include <QPainterPath>

namespace {

QPainterPath outline(StatusShape shape)
{
    QPainterPath path; // in a square of 16 by 16
    auto line = [&path](double x1, double y1, double x2, double y2) {
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
    };
    switch (shape) {
    case StatusShape::Check:
        line(3, 8.5, 6.5, 12);
        path.lineTo(13, 4);
        break;
    case StatusShape::NotEqual:
        line(3, 6, 13, 6);
        line(3, 10, 13, 10);
        line(11, 3, 5, 13);
        break;
    case StatusShape::HollowCircle:
        path.addEllipse(QRectF(3, 3, 10, 10));
        break;
    case StatusShape::Plus:
        line(8, 3, 8, 13);
        line(3, 8, 13, 8);
        break;
    case StatusShape::Question:
        path.moveTo(5, 6);
        path.cubicTo(5, 1.8, 11.4, 1.8, 11.2, 5.8);
        path.cubicTo(11.1, 8, 8, 7.8, 8, 10.3);
        line(8, 12.9, 8, 13.2);
        break;
    case StatusShape::Hourglass:
        line(4, 3, 12, 3);
        path.lineTo(4, 13);
        path.lineTo(12, 13);
        path.lineTo(4, 3);
        break;
    case StatusShape::Bar:
        line(3, 8, 13, 8);
        break;
    case StatusShape::Dot:
        path.addEllipse(QRectF(5, 5, 6, 6));
        break;
    case StatusShape::Cross:
        line(4, 4, 12, 12);
        line(12, 4, 4, 12);
        break;
    case StatusShape::Exclamation:
        line(8, 3, 8, 9.5);
        line(8, 12.9, 8, 13.2);
        break;
    }
    return path;
}

} // namespace

void paintStatusShape(QPainter *painter, const QRectF &square, StatusShape shape, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(square.topLeft());
    painter->scale(square.width() / 16, square.height() / 16);
    const double thickness = shape == StatusShape::Bar ? 3.5 : 1.8;
    painter->setPen(QPen(color, thickness, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(shape == StatusShape::Dot ? QBrush(color) : QBrush(Qt::NoBrush));
    painter->drawPath(outline(shape));
    painter->restore();
}

StatusChip::StatusChip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

StatusChip::StatusChip(StatusShape shape, Theme::Token token, const QString &word, QWidget *parent)
    : StatusChip(parent)
{
    setStatus(shape, token, word);
}

void StatusChip::setStatus(StatusShape shape, Theme::Token token, const QString &word)
{
    m_shape = shape;
    m_token = token;
    m_word = visibleText(word);
    setAccessibleName(m_word);
    updateGeometry();
    update();
}

QSize StatusChip::sizeHint() const
{
    const int u = Theme::unit(font());
    const int gap = m_word.isEmpty() ? 0 : u;
    return {fontMetrics().height() + gap + fontMetrics().horizontalAdvance(m_word) + 1,
            fontMetrics().height() + u};
}

QSize StatusChip::minimumSizeHint() const
{
    return {fontMetrics().height(), sizeHint().height()};
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double side = fontMetrics().height() * 0.86;
    QRectF square(0, (height() - side) / 2, side, side);
    QRect words = rect().adjusted(fontMetrics().height() + Theme::unit(font()), 0, 0, 0);
    if (isRightToLeft()) {
        square.moveRight(width());
        words = rect().adjusted(0, 0, -(fontMetrics().height() + Theme::unit(font())), 0);
    }
    const QColor color = Theme::color(m_token, palette());
    paintStatusShape(&painter, square, m_shape, color);
    painter.setPen(color);
    painter.drawText(words, int(Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine),
                     fontMetrics().elidedText(m_word, Qt::ElideRight, words.width()));
}
