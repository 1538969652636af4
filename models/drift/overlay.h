// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "drift/types.h"

namespace Environments {
class Files;
}

namespace Drift {

/// An object on its way through overlays.
struct OverlayItem
{
    Resource object;
    QList<QByteArray> oldNames; ///< before prefixes; a patch may use them
    bool needsHash = false;     ///< generated: the name ends with a hash of its content
    bool isDeleted = false;
};

/// What a kustomization says, as far as it is evaluated here: resources and components of this repository,
/// patches, images, replicas, namespace, prefix, suffix, labels, annotations, generators of ConfigMaps and
/// Secrets.
struct OverlayOutput
{
    QList<DesiredObject> objects;
    QList<Problem> problems;
    bool isComplete = true; ///< false: something that makes objects was not evaluated
};

/// Reads the kustomization in a folder of the repository. What is not evaluated is a problem, and the objects
/// it may change have a doubt. Follows the transformer order of kustomize. O(objects * kustomizations).
Result<OverlayOutput> readOverlay(Environments::Files &files, const QByteArray &folder,
                                  const CancelToken &cancel);

/// The path of the folder's kustomization file; empty: it has none.
QByteArray kustomizationIn(const Environments::Files &files, const QByteArray &folder);

} // namespace Drift
