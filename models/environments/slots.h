// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/files.h"
#include "environments/words.h"

namespace Environments {

/// A folder or file whose name says an environment.
struct Candidate
{
    QByteArray path;
    bool isFolder = true;
    NamedEnvironment named;
    QByteArray slot; ///< its folder with {env} for environment words, then its own name's pattern
    QByteArray unit; ///< when the name itself says the unit: api of api-dev
    QByteArray base; ///< values.yaml beside values-production.yaml
    bool isPlaced = true;
};

/// Candidates of one place, or of the same place in sibling folders.
struct Family
{
    QByteArray slot;
    QList<Candidate> members;
    bool isProven = false; ///< at least two members of different rank of its own; else joined to a proven one
};

/// Families of folders, by path alone.
QList<Family> folderFamilies(const Files &files);

/// Families of files outside of the given folders, by path alone.
QList<Family> fileFamilies(const Files &files, const QList<QByteArray> &outside);

/// Adds folders beside at least two members with the same inner shape: environments of unknown names.
void addUnknownSiblings(const Files &files, QList<Family> &families);

/// True for folders that never hold environments: hidden ones, docs, tests, sources, vendored and template
/// files.
bool isSkippedFolder(const QByteArray &name);

/// The application a place belongs to: the last folder whose name says more than overlays, envs or charts.
QByteArray applicationOf(const QByteArray &folder);

} // namespace Environments
