// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/pushhook.h"

#include "git/work/hooks.h"

using namespace Qt::StringLiterals;

namespace Git {

bool isPushHookRefusal(const Program &git, const Error &error)
{
    // Git has no words of its own for it: it only says that it failed. Connections that break in the middle
    // have some beside.
    if (!error.detail.contains("failed to push some refs"_L1) || error.detail.contains("src refspec"_L1) ||
        error.detail.contains("RPC failed"_L1) || error.detail.contains("hung up unexpectedly"_L1))
        return false;
    return hasHook(git, u"pre-push"_s);
}

} // namespace Git
