// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"

/// Programs that are started for somebody, as templates: see ExternalPrograms::fill().
namespace SettingKeys {
/// With {file}, {line} and {repo}; without {file} the file is the last argument. Empty: see EditorChoice.
inline const SettingKey<QString> editor{"programs/editor", QString()};
/// With {repo}. Empty: $TERMINAL, or one that is installed.
inline const SettingKey<QString> terminal{"programs/terminal", QString()};
} // namespace SettingKeys
