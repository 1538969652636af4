// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/records.h"

/// Records of files that are read by lines or by a small grammar.
namespace Drafting {

/// `uses: owner/action@ref` of workflows.
QList<Record> actionRecords(const Diff::FileDiff &file);
/// Names and versions of package manifests: package.json, go.mod, requirements.txt, Cargo.toml …
QList<Record> dependencyRecords(const Diff::FileDiff &file);
/// FROM of a Dockerfile, and the versions that its arguments and variables name: ARG KUSTOMIZE_VERSION=5.4.
/// Versions that a lockfile of npm, Yarn, pnpm, Go, Cargo, Poetry, Helm or Terraform moved; what came or went
/// with them is left out.
QList<Record> lockRecords(const Diff::FileDiff &file);
QList<Record> baseImageRecords(const Diff::FileDiff &file);
/// Keys of TOML, INI, properties and .env files, by section; of a value that is long or secret only the key.
bool isSettingsFile(const QByteArray &path);
QList<Record> settingRecords(const QByteArray &before, const QByteArray &after);
/// Blocks and assignments of Terraform.
QList<Record> terraformRecords(const QByteArray &before, const QByteArray &after);

} // namespace Drafting
