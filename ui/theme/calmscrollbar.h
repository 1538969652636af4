// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOptionSlider;

/// A scroll bar of two plain areas: a groove, and in it a handle with round ends. No buttons at the ends.
///
/// Fusion's has gradients, which Qt fills with threads of its own and waits for: on a busy machine each frame
/// that scrolls would wait for a processor many times.
namespace CalmScrollBar {

QRect part(const QStyleOptionSlider &option, QStyle::SubControl control);
void paint(const QStyleOptionSlider &option, QPainter *painter);

} // namespace CalmScrollBar
