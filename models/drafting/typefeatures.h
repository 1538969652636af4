// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/types.h"

/// What the type model sees of a commit: its paths and what became of them.
/// resources/commit-types/features.py computes the same for training.
namespace Drafting {

struct ChangedPath
{
    QByteArray path;
    char kind = 'M'; ///< A added, M modified, D deleted, R renamed
    bool operator==(const ChangedPath &) const = default;
};

/// Each sorted, without doubles.
struct TypeFeatures
{
    QList<QByteArray> general; ///< mean the same in every repository
    QList<QByteArray> local;   ///< folders and paths of this one
};

/// Reads at most 200 paths. O(paths × depth).
TypeFeatures typeFeatures(QList<ChangedPath> files);

/// A file that went and one that came with the same content are one rename, under the new path.
QList<ChangedPath> changedPaths(const QList<Git::FileChange> &changes);
QList<ChangedPath> changedPaths(const QList<Change> &changes);

} // namespace Drafting
