// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/lfspointer.h"
#include "git/work/sides.h"

namespace Git {

// What pointers of Git LFS stand for, for looking at it. What is staged stays the pointer.

/// The content, from where Git LFS keeps it for all work trees of the repository; nothing is fetched and
/// nothing run. Its size and SHA-256 are those of the pointer. NotFound: it is not downloaded. Invalid:
/// larger than the limit (bytes), or not what the pointer names. Blocking, O(bytes).
Result<QByteArray> readLfsContent(const RepoLocation &where, const Diff::LfsPointer &pointer, qint64 limit,
                                  const CancelToken &cancel);

/// Puts in the place of sides that are pointers what they stand for, or says why not: see FileSides.
FileSides followPointers(const RepoLocation &where, FileSides sides, qint64 limit, const CancelToken &cancel);

/// The difference of two contents under the names and modes of a file, whatever is stored of it. O(bytes),
/// and more where they have little in common. Blocking.
Result<Diff::FileDiff> compareSides(const Diff::FileDiff &file, const FileSides &sides);

} // namespace Git
