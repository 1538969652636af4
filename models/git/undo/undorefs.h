// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

/// The id that a ref is at; null when there is none. name: full, any bytes.
Result<ObjectId> readRefId(const Program &git, const QByteArray &name);

/// The full name of the branch that HEAD is on; empty: on none.
Result<QByteArray> readHeadBranch(const Program &git);

} // namespace Git
