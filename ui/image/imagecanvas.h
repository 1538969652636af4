// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

enum class ImageMode {
    SideBySide,
    Swipe, ///< before on the left of a line, after on its right
    Blend, ///< one over the other
};

/// Two images in one of three ways, as large as they are and smaller where there is no room. Left and Right
/// move the line of Swipe or the share of Blend, as does the mouse; 1, 2 and 3 choose the way.
class ImageCanvas final : public QWidget
{
    Q_OBJECT

public:
    explicit ImageCanvas(QWidget *parent = nullptr);

    void setImages(const QImage &before, const QImage &after); ///< one of them may be null
    void setMode(ImageMode mode);
    ImageMode mode() const { return m_mode; }
    void setShare(int percent); ///< 0: all of before, 100: all of after
    int share() const { return m_share; }
    QRectF area() const; ///< where the images lie over each other, in Swipe and Blend

    QSize sizeHint() const override;

Q_SIGNALS:
    void modeChanged(ImageMode mode);
    void shareChanged(int percent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    bool hasBoth() const { return !m_before.isNull() && !m_after.isNull(); }
    QRectF placed(const QImage &image, const QRectF &room, qreal scale) const;
    qreal scaleFor(const QSizeF &size, const QRectF &room) const;
    void paintSides(QPainter &painter);
    void paintOver(QPainter &painter);
    void paintSwipe(QPainter &painter, const QRectF &all, qreal scale);
    QImage blended(const QSizeF &size, qreal scale) const;
    void paintGround(QPainter &painter, const QRectF &rect); ///< what shows through
    void share(const QPointF &at);

    QImage m_before, m_after;
    ImageMode m_mode = ImageMode::SideBySide;
    int m_share = 50;
};
