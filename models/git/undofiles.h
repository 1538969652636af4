// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undorecord.h"

namespace Git {

/// Whether files that are back already are written again.
enum class Again { No, Yes };

/// Those of the files that are to be brought back. Conflict: one was changed after it was discarded.
Result<QList<Discarded>> findToBringBack(const Program &git, const QList<Discarded> &files, Again again,
                                         const CancelToken &cancel);

/// Writes them, and removes those that were not there.
Result<void> bringFilesBack(const RepoLocation &where, const QList<Discarded> &files);

} // namespace Git
