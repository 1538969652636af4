// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace Git {

/// What libgit2 just reported on this thread, with our sentence. NotFound also for what is there and damaged.
/// Must be called before any other libgit2 call.
Error lastError(int code, const QString &message);

} // namespace Git
