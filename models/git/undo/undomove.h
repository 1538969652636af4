// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undorecord.h"

namespace Git {

/// Goes back to where HEAD was, see movesHead(). What was committed or amended becomes staged again; of the
/// others the work tree follows, with changes of the user that do not stand in the way. Conflict: HEAD is not
/// where the record left it, or changes stand in the way; nothing was done.
Result<UndoEnd> undoMove(const Program &git, const UndoRecord &record, const UndoContent &content,
                         const CancelToken &cancel);

/// Goes back to commits that were left. Git looks at what stands in the way, and what is left by going back
/// is recorded in its turn.
Result<UndoEnd> undoLeaving(const Program &git, const UndoRecord &record, const UndoContent &content,
                            const CancelToken &cancel);

} // namespace Git
