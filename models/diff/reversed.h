// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/types.h"

namespace Diff {

/// The same difference read the other way: what was new is old. Within a block what is removed stands before
/// what is added, as in every diff. Pure, O(lines).
FileDiff reversed(FileDiff file);

} // namespace Diff
