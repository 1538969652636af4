// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/path.h"

namespace Drift {

enum class OwnerKind : quint8 {
    Person,     ///< a tool in somebody's hands: kubectl edit, a dashboard
    Deployer,   ///< applies from Git: Argo CD, Flux, Helm, kubectl apply
    Controller, ///< anything else
};

/// One entry of metadata.managedFields. Refers to the object it was read from.
struct Owner
{
    QByteArray manager, operation, subresource, time;
    const Yaml::Value *fields = nullptr; ///< fieldsV1

    OwnerKind kind() const;
    bool isApply() const { return operation == "Apply"; }
    /// True when the entry claims the field or item, or all of an enclosing one.
    bool owns(const Path &path) const;
};

QList<Owner> readOwners(const Yaml::Value &live);

/// Who set the value at path: a person before a deployer before a controller, the latest of a kind.
/// nullptr: nobody is recorded. Points into owners.
const Owner *ownerOf(const QList<Owner> &owners, const Path &path);

} // namespace Drift
