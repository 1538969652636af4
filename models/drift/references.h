// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/overlay.h"

/// Names of objects inside of other objects, which follow when an overlay renames the object.
namespace Drift {

struct Renaming
{
    ResourceKey before;
    QList<QByteArray> olderNames;
    QByteArray name;
};

/// Renames the item and says so.
Renaming rename(OverlayItem &item, const QByteArray &name);
/// Changes every reference to a renamed object.
void followNames(QList<OverlayItem> &items, const QList<Renaming> &renamings);
/// Gives the namespace to references that must name it: subjects of bindings, services of webhooks.
void followNamespace(QList<OverlayItem> &items, const QByteArray &nameSpace);

} // namespace Drift
