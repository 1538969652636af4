// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/process.h"
#include "git/remote/remoteurl.h"

namespace Git {

/// The host that ssh talks to for an address: what the user's ssh configuration makes of a short name. The
/// address as it is when ssh does not say, and for other schemes. Blocking; runs `ssh -G`, which connects to
/// nothing.
RemoteUrl resolveSshHost(const ProcessRunner &runner, const RemoteUrl &url, const CancelToken &cancel);

} // namespace Git
