// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/artifact.h"
#include "environments/files.h"

#include <QSet>

namespace Environments {

/// What is known after reading one member.
struct Extraction
{
    QList<Use> uses;
    QList<Problem> problems;
    QSet<QByteArray> read;     ///< every file that had a say, or would have if it were there
    bool isUnreadable = false; ///< a file that is there could not be read
};

/// The documents of a file; a file that cannot be read becomes a problem and no documents.
QList<Yaml::Document> documentsOf(Files &files, const QByteArray &path, Extraction &out);

/// The kustomization file right in the folder; empty when there is none.
QByteArray kustomizationIn(const Files &files, const QByteArray &folder);

/// What a kustomization deploys, computed from its files without running anything: resources and bases,
/// components, patches and image overrides, the nearest overlay last. Remote bases are named with their ref
/// and not fetched; references that lead out of the repository are problems.
void readKustomization(Files &files, const QByteArray &folder, Extraction &out);

/// Applies a strategic merge or JSON patch to what a kustomization has so far. target: the patch's target
/// block; nullptr: the object the patch itself names. lineOffset: of a patch written into the kustomization
/// the line above its text; -1 for a patch file.
void applyPatch(const Yaml::Value &patch, const QByteArray &path, int lineOffset, const Yaml::Value *target,
                QList<Use> &uses);

/// Applies a kustomization's images block.
void applyImages(const Yaml::Value &images, const QByteArray &path, QList<Use> &uses);

/// Modules and their versions of a .tf file; the source of a terragrunt.hcl.
QList<Use> usesOfTerraform(QByteArrayView text, const QByteArray &path);

/// Keys that name a version in .tfvars, .env and .properties files: image_tag, api_version, WEB_TAG.
/// `owner` names the artifact of a key that is nothing but that word.
QList<Use> usesOfAssignments(QByteArrayView text, const QByteArray &path, const QByteArray &owner);

} // namespace Environments
