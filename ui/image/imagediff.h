// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/image/decodedimage.h"
#include "ui/image/imagecanvas.h"

#include <QWidget>

#include <array>

class PlainLabel;
class QSlider;
class QToolButton;

/// An image before and after: side by side, swiped or blended, and what is known of each.
class ImageDiff final : public QWidget
{
    Q_OBJECT

public:
    explicit ImageDiff(QWidget *parent = nullptr);

    /// Nothing: there is no such side.
    void setSides(const std::optional<DecodedImage> &before, const std::optional<DecodedImage> &after);
    void setNotice(const QString &text); ///< in place of images
    ImageCanvas *canvas() const { return m_canvas; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void apply();

    ImageCanvas *m_canvas;
    PlainLabel *m_before, *m_after, *m_notice;
    QSlider *m_slider;
    std::array<QToolButton *, 3> m_modes;
    bool m_hasBoth = false;
};
