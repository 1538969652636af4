// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/locate.h"

namespace Git {

/// Denied when the work tree, the repository or the file that leads to it belongs to another user, unless the
/// user's own configuration lists it under safe.directory. The error names the owner and the path.
Result<void> checkOwner(const Place &place);

} // namespace Git
