// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/handle.h"
#include "git/types.h"

namespace Git {

/// Fills hunks, lines and text of a file from a patch. The bytes of each line are copied once.
Result<void> takeLines(git_patch *patch, Diff::FileDiff &file);

} // namespace Git
