// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/image/imagecanvas.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

ImageCanvas::ImageCanvas(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Image before and after"));
}

QSize ImageCanvas::sizeHint() const
{
    return {80 * Theme::unit(font()), 60 * Theme::unit(font())};
}

void ImageCanvas::setImages(const QImage &before, const QImage &after)
{
    m_before = before;
    m_after = after;
    update();
}

void ImageCanvas::setMode(ImageMode mode)
{
    if (std::exchange(m_mode, mode) == mode)
        return;
    update();
    Q_EMIT modeChanged(mode);
}

void ImageCanvas::setShare(int percent)
{
    percent = std::clamp(percent, 0, 100);
    if (std::exchange(m_share, percent) == percent)
        return;
    update();
    Q_EMIT shareChanged(percent);
}

qreal ImageCanvas::scaleFor(const QSizeF &size, const QRectF &room) const
{
    if (size.isEmpty())
        return 1;
    const qreal most = 1 / devicePixelRatioF(); // a pixel is a pixel of the screen
    return std::min({most, room.width() / size.width(), room.height() / size.height()});
}

QRectF ImageCanvas::placed(const QImage &image, const QRectF &room, qreal scale) const
{
    QRectF rect(QPointF(), QSizeF(image.size()) * scale);
    rect.moveCenter(room.center());
    return {std::round(rect.x()), std::round(rect.y()), rect.width(), rect.height()};
}

QRectF ImageCanvas::area() const
{
    const qreal gap = 2 * Theme::unit(font());
    const QRectF room = QRectF(rect()).adjusted(gap, gap, -gap, -gap);
    const QSizeF both = QSizeF(m_before.size()).expandedTo(m_after.size());
    QRectF rect(QPointF(), both * scaleFor(both, room));
    rect.moveCenter(room.center());
    return {std::round(rect.x()), std::round(rect.y()), rect.width(), rect.height()};
}

// A quiet pattern where an image is transparent, so that it is told from one that is white or black.
void ImageCanvas::paintGround(QPainter &painter, const QRectF &rect)
{
    const int cell = 2 * Theme::unit(font());
    painter.fillRect(rect, palette().color(QPalette::Base));
    painter.save();
    painter.setClipRect(rect);
    for (int row = 0; row * cell < rect.height(); ++row) {
        for (int column = row % 2; column * cell < rect.width(); column += 2)
            painter.fillRect(QRectF(rect.x() + column * cell, rect.y() + row * cell, cell, cell),
                             palette().color(QPalette::AlternateBase));
    }
    painter.restore();
}

void ImageCanvas::paintSides(QPainter &painter)
{
    const qreal gap = 2 * Theme::unit(font());
    const QRectF room = QRectF(rect()).adjusted(gap, gap, -gap, -gap);
    QRectF left = room, right = room;
    if (hasBoth()) {
        left.setWidth((room.width() - gap) / 2);
        right.setLeft(left.right() + gap);
    }
    const qreal scale = std::min(scaleFor(m_before.size(), left), scaleFor(m_after.size(), right));
    for (const auto &[image, place] : {std::pair(&m_before, left), std::pair(&m_after, right)}) {
        if (image->isNull())
            continue;
        const QRectF rect = placed(*image, place, scale);
        paintGround(painter, rect);
        painter.drawImage(rect, *image);
        painter.setPen(QPen(Theme::hairline(palette()), 0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(-1, -1, 0, 0));
    }
}

// Added up by their shares, so that what is transparent in both stays so. Plus would weigh an opacity of its
// own otherwise.
QImage ImageCanvas::blended(const QSizeF &size, qreal scale) const
{
    const qreal ratio = devicePixelRatioF();
    const auto layerOf = [&](const QImage &image, qreal share) {
        QImage layer((size * ratio).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
        layer.setDevicePixelRatio(ratio);
        layer.fill(Qt::transparent);
        QPainter painter(&layer);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setOpacity(share);
        painter.drawImage(QRectF(QPointF(), QSizeF(image.size()) * scale), image);
        return layer;
    };
    QImage sum = layerOf(m_before, 1 - m_share / 100.0);
    QPainter painter(&sum);
    painter.setCompositionMode(QPainter::CompositionMode_Plus);
    painter.drawImage(QPointF(), layerOf(m_after, m_share / 100.0));
    return sum;
}

void ImageCanvas::paintSwipe(QPainter &painter, const QRectF &all, qreal scale)
{
    const qreal line = all.left() + all.width() * m_share / 100;
    painter.save();
    painter.setClipRect(QRectF(all.topLeft(), QPointF(line, all.bottom())));
    painter.drawImage(QRectF(all.topLeft(), QSizeF(m_before.size()) * scale), m_before);
    painter.setClipRect(QRectF(QPointF(line, all.top()), all.bottomRight()));
    painter.drawImage(QRectF(all.topLeft(), QSizeF(m_after.size()) * scale), m_after);
    painter.restore();
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawLine(QPointF(line, all.top()), QPointF(line, all.bottom()));
}

void ImageCanvas::paintOver(QPainter &painter)
{
    const QRectF all = area();
    const qreal scale = all.width() / std::max(1, std::max(m_before.width(), m_after.width()));
    paintGround(painter, all);
    if (m_mode == ImageMode::Swipe)
        paintSwipe(painter, all, scale);
    else
        painter.drawImage(all.topLeft(), blended(all.size(), scale));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::hairline(palette()), 0));
    painter.drawRect(all.adjusted(-1, -1, 0, 0));
}

void ImageCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (hasBoth() && m_mode != ImageMode::SideBySide)
        paintOver(painter);
    else
        paintSides(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ImageCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_3)
        setMode(static_cast<ImageMode>(event->key() - Qt::Key_1));
    else if (isPlain && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right))
        setShare(m_share + (event->key() == Qt::Key_Right ? 5 : -5));
    else
        QWidget::keyPressEvent(event);
}

void ImageCanvas::share(const QPointF &at)
{
    const QRectF all = area();
    if (hasBoth() && m_mode != ImageMode::SideBySide && all.width() > 0)
        setShare(static_cast<int>(std::round(100 * (at.x() - all.left()) / all.width())));
}

void ImageCanvas::mousePressEvent(QMouseEvent *event)
{
    share(event->position());
}

void ImageCanvas::mouseMoveEvent(QMouseEvent *event)
{
    share(event->position());
}
