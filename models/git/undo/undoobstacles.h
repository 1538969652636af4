// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undorecord.h"

namespace Git {

/// What stands in the way of undoing each of the records, as UndoRecord::obstacle. Goes by HEAD, refs,
/// reflogs and git's notes about what is in progress; files and what is staged are not looked at. Reads with
/// libgit2.
QStringList findObstacles(const RepoLocation &where, const QList<ListedUndo> &records);

} // namespace Git
