// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undo.h"

namespace Git {

/// What bringing a record back would change, as far as that can be shown: the files that it holds against the
/// work tree, then the commits. Of a branch its newest commit, of a stash what it holds. Reads with libgit2.
/// Errors as readDiff(); Invalid: not a record.
Result<QList<Diff::FileDiff>> readUndoDiff(const RepoLocation &where, const UndoRecord &record,
                                           const CancelToken &cancel);

} // namespace Git
