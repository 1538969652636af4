// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/schema.h"
#include "drift/types.h"

/// The two ways in which kustomize changes an object.
namespace Drift {

/// Merges a strategic merge patch: mappings by field, lists of built-in kinds by their merge keys, other
/// lists replaced; null removes; $patch: delete, replace and merge. Invalid: a directive that is not known
/// here. The result is null when the patch deletes the object.
Result<Yaml::Value> mergePatch(const Yaml::Value &base, const Yaml::Value &patch, const TypeRules *type);

/// Applies a list of RFC 6902 operations in order. Invalid: an operation that does not apply.
Result<Yaml::Value> jsonPatch(Yaml::Value base, const Yaml::Value &operations);

} // namespace Drift
