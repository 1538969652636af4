// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/types.h"

#include <functional>

/// Changing values in place, as overlays do. Values put in from another file have a place of the object.
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

/// The value on its way into an object: its lines, which count from lineOffset in the file, become places
/// of the object.
Yaml::Value placedIn(Resource &object, Yaml::Value value, const QByteArray &file, int lineOffset = 0);

/// A program's output with the places of what is equal in own; the rest has the line elsewhere.
Yaml::Value placedLike(Yaml::Value made, const Yaml::Value *own, int elsewhere);

} // namespace Drift
