// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undorecord.h"

namespace Git {

/// A file to be brought back, and what stands in its place.
struct ToBringBack
{
    Discarded entry;
    FileState present;
};

/// Those of the files that are not back already. index: the commit of what was staged, to which an undo that
/// was cut short may have set them already; null: none. Conflict: one was changed after it was discarded.
Result<QList<ToBringBack>> findToBringBack(const Program &git, const QList<Discarded> &files,
                                           const ObjectId &index, const CancelToken &cancel);

/// Writes them, and removes those that were not there. Conflict: one was changed since it was found.
Result<void> bringFilesBack(const RepoLocation &where, const QList<ToBringBack> &files);

/// Whether everything is as it was before, byte for byte. Reads the files.
Result<bool> areFilesBack(const RepoLocation &where, const QList<Discarded> &files);

} // namespace Git
