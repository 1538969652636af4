// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/advance.h"
#include "git/sequence/operation.h"

namespace Git {

/// Conflict: a step that is still to come, or the end of a bisection, would overwrite files that are ignored
/// or not tracked; with their names. What an abort or a skip takes away is recorded, see AdvanceLoss.
Result<void> checkAdvanceWay(const Program &git, const OperationState &state, Advance how,
                             const CancelToken &cancel);

} // namespace Git
