// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "yaml/value.h"

#include <functional>

/// Changing values in place, as overlays do. Values put in are made by hand: they have no line.
namespace Drift {

Yaml::Value *child(Yaml::Value &mapping, QByteArrayView key); ///< nullptr: absent, or no mapping
void setEntry(Yaml::Value &mapping, const QByteArray &key, Yaml::Value value);
void removeEntry(Yaml::Value &mapping, QByteArrayView key);
/// The mapping there; made when it is absent or null.
Yaml::Value &ensureMapping(Yaml::Value &mapping, const QByteArray &key);

/// Calls visit for every value at a path such as spec.template.spec.containers[].image. With mayCreate,
/// mappings on the way that are absent are made, and the last one too.
void visitAt(Yaml::Value &root, QByteArrayView path, bool mayCreate,
             const std::function<void(Yaml::Value &)> &visit);

/// The same value with no places in it.
Yaml::Value withoutPlaces(Yaml::Value value);

} // namespace Drift
