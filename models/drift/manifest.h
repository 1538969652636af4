// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/files.h"

namespace Drift {

/// One thing that a file of manifests describes.
struct ManifestEntry
{
    Yaml::Value value;
    int line = 0; ///< 1-based
};

/// What a file holds, the entries of a List one by one. Error: why it cannot be taken as it stands (not
/// there, broken YAML, a template, which nothing here evaluates).
Result<QList<ManifestEntry>> readManifest(Environments::Files &files, const QByteArray &path);

} // namespace Drift
