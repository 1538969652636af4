// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/records.h"

/// Records of files that are read by lines or by a small grammar.
namespace Drafting {

/// `uses: owner/action@ref` of workflows.
QList<Record> actionRecords(const Diff::FileDiff &file);
/// Names and versions of package manifests: package.json, go.mod, requirements.txt, Cargo.toml …
QList<Record> dependencyRecords(const Diff::FileDiff &file);
/// FROM of a Dockerfile.
/// Versions that a lockfile of npm, Yarn, pnpm, Go, Cargo, Poetry, Helm or Terraform moved; what came or went
/// with them is left out.
QList<Record> lockRecords(const Diff::FileDiff &file);
QList<Record> baseImageRecords(const Diff::FileDiff &file);
/// Blocks and assignments of Terraform.
QList<Record> terraformRecords(const QByteArray &before, const QByteArray &after);

} // namespace Drafting
