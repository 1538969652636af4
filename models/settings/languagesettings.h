// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"

#include <QStringList>

namespace SettingKeys {
/// A code such as "de"; empty: the system's.
inline const SettingKey<QString> language{"appearance/language", QString()};
} // namespace SettingKeys

/// The languages that the program has texts in, as codes: "de", "en". Read from its resources.
QStringList catalogueLanguages();
