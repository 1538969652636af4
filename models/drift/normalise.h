// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/types.h"

namespace Drift {

/// Group, kind, namespace and name of a manifest; cluster-wide kinds lose their namespace. Nothing when it is
/// no Kubernetes object (no apiVersion, kind or name).
std::optional<ResourceKey> keyOf(const Yaml::Value &object);

/// The object without what the server and deployers keep in it for themselves: status, identity and
/// bookkeeping metadata; Secret stringData merged into data; rules of aggregated roles.
Yaml::Value normalised(const Yaml::Value &object, const ResourceKey &key);

/// True for null, "", {}, [], false, and mappings of nothing else: what a server may drop.
bool isVoid(const Yaml::Value &value);
/// The same without false.
bool isEmpty(const Yaml::Value &value);

/// Equal as the API sees it: numbers by amount (0400 is octal), everything else by kind and text.
bool isSameScalar(const Yaml::Value &a, const Yaml::Value &b);

/// Short YAML flow text for display; strings quoted where they would read as something else.
QByteArray flowText(const Yaml::Value &value);

} // namespace Drift
