// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qnamespace.h>

namespace Theme {

/// Makes the whole application light or dark; Unknown follows the system. Where the platform brings neither
/// style nor colours of its own, Fusion with Plumbline's palette is used. Needs the application object.
void apply(Qt::ColorScheme scheme);

/// The same without asking the platform: Fusion and Plumbline's palette. For captures and image tests.
void applyFixed(Qt::ColorScheme scheme);

} // namespace Theme
