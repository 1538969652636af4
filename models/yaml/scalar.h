// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "yaml/value.h"

namespace Yaml {

/// What a scalar without quotes is, by the core schema of YAML 1.2.2, section 10.3.
Kind plainKind(QByteArrayView text);

/// True for what JSON itself allows without quotes.
bool isJsonWord(QByteArrayView text);

} // namespace Yaml
