// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undorecord.h"

#include <functional>

namespace Git {

/// Ends an undo that has brought back all that its record holds: drops the record, if that is still there
/// (isThere) after every other git program at work in the work tree has ended. A `git stash` that began
/// before resets what came back, without having it. Conflict: it did. Part: another one works on and on, so
/// the record stays. Blocking: seconds while there is one.
Result<UndoEnd> endUndo(const Program &git, const UndoRecord &record,
                        const std::function<Result<bool>()> &isThere);

} // namespace Git
