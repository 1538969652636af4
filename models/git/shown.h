// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/patch.h"
#include "git/cli.h"

namespace Git {

// Whether what a diff showed still holds: the guards before lines of it are staged, unstaged or discarded.

/// Invalid for a file whose lines cannot be chosen.
Result<void> checkHasLines(const Diff::FileDiff &file);

/// Conflict unless the index has (or has not) the path with that id, which may be short. Without an id the
/// content has to be the base side of use. A path that `git add -N` named counts as either.
Result<void> checkIndex(const Program &git, const Diff::FileDiff &file, bool isExpected, const QByteArray &id,
                        Diff::PatchUse use);

/// Conflict unless the work tree holds the new side of the diff, as Git would store it. Invalid: it holds it,
/// but a filter or an encoding stands between.
Result<void> checkWorkFile(const Program &git, const Diff::FileDiff &file, const CancelToken &cancel);

/// What Git would store for a work-tree file. It is stored then: only so does Git show what its filters make
/// of a file.
Result<ObjectId> storeConverted(const Program &git, const QByteArray &path, const CancelToken &cancel);

/// Whether the choice holds every changed line.
bool selectsAll(const Diff::FileDiff &file, const QSet<qsizetype> &lines);
/// Invalid for some of the lines of a file that Git LFS keeps: half a pointer leads nowhere.
Result<void> checkNoPointer(const Program &git, const Diff::FileDiff &file, const QSet<qsizetype> &lines);

std::unexpected<Error> failMoved(const Diff::FileDiff &file);
std::unexpected<Error> failConverted(const Diff::FileDiff &file);

/// Invalid when one of them names nothing inside of a repository.
Result<void> checkPaths(const QList<QByteArray> &paths);

bool isNew(const Diff::FileDiff &file);

constexpr qint64 kLargestShownFile = 64 * 1024 * 1024; // bytes; what a diff is shown of is smaller

} // namespace Git
