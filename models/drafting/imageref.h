// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// References to container images and version texts.
namespace Drafting {

/// registry.example/team/web:1.4.2@sha256:…
struct ImageRef
{
    QString repository; ///< with registry, without tag
    QString tag, digest;
    QString shortName() const { return repository.section(u'/', -1); }
};

ImageRef parseImage(QStringView text);

/// How a version moved. Unknown: one of both is no version (a branch, a hash).
enum class VersionStep { Unknown, Same, Patch, Minor, Major, Backwards };

/// Compares 1.4.2, v1.5, ^5.0.0, 2024.1.3, 20.0, 1.2.3-rc1. A pre-release is older than its release.
VersionStep compareVersions(QStringView before, QStringView after);

/// Without range marks: ^5.4.1 is 5.4.1.
QString bareVersion(QStringView text);

/// A Kubernetes quantity as a number: 512Mi, 250m, 1.5; nothing when it is none.
std::optional<double> parseQuantity(QStringView text);

} // namespace Drafting
