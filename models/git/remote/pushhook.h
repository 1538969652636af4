// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

/// Whether it was the pre-push hook that ended a push with this error, as push() gave it: there is such a
/// hook, and git failed before it told anything of a ref, for no reason of its own. Runs git. Blocking.
bool isPushHookRefusal(const Program &git, const Error &error);

} // namespace Git
