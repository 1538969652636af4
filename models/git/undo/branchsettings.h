// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

/// Gives a branch that came back the configuration that it had, KEY=VALUE each, unless it has one by now.
/// What Git itself does not set there, and remotes that are no names, are left out: a record may be planted.
Result<void> restoreBranchSettings(const Program &git, const QByteArray &branch,
                                   const QList<QByteArray> &settings);

} // namespace Git
