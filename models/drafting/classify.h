// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// What a path alone says about a file.
namespace Drafting {

enum class PathClass : quint8 {
    Lockfile,
    Generated,
    Docs,
    Test,
    Ci,
    RepoMeta,
    Manifest, ///< of dependencies: package.json, go.mod …
    Build,
    Terraform,
    HelmChart,  ///< Chart.yaml
    HelmValues, ///< values.yaml and its variants
    HelmTemplate,
    Kustomization,
    Data, ///< any other YAML or JSON: a manifest, a custom resource
    Source,
    Asset,
};

struct PathFacts
{
    PathClass kind = PathClass::Asset;
    QString environment; ///< production, staging …; empty: none named
    QString component;   ///< web, redis, eks …; empty: none named
};

/// What kind of file a path names. The first that fits of: lockfile, generated, build service, …
PathClass pathClassOf(const QByteArray &path);

/// O(length of the path).
PathFacts classifyPath(const QByteArray &path);

/// Where an environment stands on the way to production: 1 development … 5 production; 0: not a known name.
int environmentRank(QStringView name);

/// True for a path below folder (which does not end with '/').
bool isBelow(QByteArrayView path, QByteArrayView folder);

QByteArray parentFolder(const QByteArray &path); ///< empty for a file at the top
QByteArray fileName(const QByteArray &path);

} // namespace Drafting
