// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/types.h"

namespace Drift {

constexpr qsizetype kShortestMask = 8; ///< characters that stand for a value that is not shown

/// A name that says its value should not be read over a shoulder.
bool soundsSecret(const QByteArray &name);

/// The value with everything masked in it that sounds secret by its name.
Yaml::Value redacted(const Yaml::Value &value);

/// A whole object as block YAML, without what the server keeps in it for itself; Secret data are masked. Keys
/// in the order one expects: apiVersion, kind, metadata, then the rest as it stands.
QByteArray objectText(const Resource &object);

} // namespace Drift
