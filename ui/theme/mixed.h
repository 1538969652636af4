// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace Theme {

/// The paint over the ground, of which it covers the share (0 to 1).
inline QColor mixed(const QColor &ground, const QColor &paint, float share)
{
    const auto part = [share](float a, float b) { return a * (1 - share) + b * share; };
    return QColor::fromRgbF(part(ground.redF(), paint.redF()), part(ground.greenF(), paint.greenF()),
                            part(ground.blueF(), paint.blueF()));
}

} // namespace Theme
