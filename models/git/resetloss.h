// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undorecord.h"

namespace Git {

/// What of the work tree a hard reset to the commit will overwrite or remove, each with what it puts in its
/// place; with Storing::Objects the content is in the object database afterwards. Files that git calls
/// unchanged are left out, but those that it was told to assume so are looked at. Invalid: something stands
/// there that could not be brought back: a folder or a repository where a file should be. O(files).
Result<QList<Discarded>> findResetLoss(const Program &git, const ObjectId &commit, Storing storing,
                                       const CancelToken &cancel);

/// Conflict: a reset would by now take away something else than those files. Looks at all of them again.
Result<void> checkSameLoss(const Program &git, const ObjectId &commit, const QList<Discarded> &files);

} // namespace Git
