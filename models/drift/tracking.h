// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/types.h"

namespace Drift {

/// What an object carries to say which deployment it belongs to.
struct Mark
{
    QByteArray kind;  ///< argocd, flux-kustomization, helm, part-of
    QByteArray owner; ///< the application, kustomization or release
    bool operator==(const Mark &) const = default;
};
size_t qHash(const Mark &mark, size_t seed = 0);

QList<Mark> marksOf(const Yaml::Value &object);

/// True for marks that only a deployer sets, never a person's own labels.
bool isOfDeployer(const Mark &mark);

/// True for what controllers make out of other objects: owned objects, endpoints, events. Never in Git, never
/// extra.
bool isDerived(const Yaml::Value &object, const ResourceKey &key);

} // namespace Drift
