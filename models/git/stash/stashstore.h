// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undorecord.h"

namespace Git {

/// Makes a commit that looks like a stash the newest entry; one that is listed already is listed again.
Result<void> storeStash(const Program &git, const ObjectId &commit, const QByteArray &message);

/// Paths with a conflict in the index.
Result<QList<QByteArray>> readConflictedPaths(const Program &git);

/// Brings a dropped entry back as the newest one; one that is there already stays where it is.
Result<UndoEnd> undoStashDrop(const Program &git, const UndoRecord &record, const UndoContent &content,
                              const CancelToken &cancel);

} // namespace Git
