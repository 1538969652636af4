// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QIcon>
#include <QPalette>

/// Colours by meaning, measures from the font. Nothing else in ui/ names a colour or a pixel.
namespace Theme {

enum class Token { Added, AddedWord, Removed, RemovedWord, Moved, Good, Warn, Bad, Info, Unknown };

/// True when the palette is a dark one.
bool isDark(const QPalette &palette);

/// The token's colour for this palette. In high-contrast palettes the palette's own roles win.
QColor color(Token token, const QPalette &palette);

/// Colour of a graph lane or chart series; repeats after ten.
QColor laneColor(int index, const QPalette &palette);

/// A quiet line between areas, and text of less weight; both from the palette.
QColor hairline(const QPalette &palette);
QColor subdued(const QPalette &palette);

/// A quarter of the font's line height: the unit of all spacing.
int unit(const QFont &font);

QFont fixedFont();              ///< the system's fixed font at body size
QFont small(const QFont &body); ///< 0.9
QFont title(const QFont &body); ///< 1.25, semibold

/// Plumbline's own palette, for platforms that bring none (and for captures, which must not depend on the
/// host).
QPalette palette(Qt::ColorScheme scheme);

/// A symbolic Breeze icon tinted by the palette's text colour, by its freedesktop name.
QIcon icon(const QString &name, const QPalette &palette);

} // namespace Theme
