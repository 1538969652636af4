// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"

/// How differences are shown, on every page.
namespace SettingKeys {
inline const SettingKey<bool> diffIgnoresWhitespace{"diff/ignoresWhitespace", false};
inline const SettingKey<bool> diffShowsWhitespace{"diff/showsWhitespace", false};
inline const SettingKey<bool> diffWraps{"diff/wraps", false};
inline const SettingKey<bool> diffIsSplit{"diff/isSplit", false};
} // namespace SettingKeys
