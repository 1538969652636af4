// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

/// What git goes by for a key, as it is now, whoever set it. Empty: nothing, or it cannot be read. Starts
/// nothing; some 0.1 ms. Any thread.
QByteArray readSetting(const RepoLocation &where, const char *key);

} // namespace Git
