// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "git/types.h"

namespace Drift {

/// The snapshot that is recorded of an environment: .plumbline/snapshots/NAME.yaml or NAME.json of the work
/// tree, as an absolute path. NotFound: none is recorded. Denied: a symbolic link stands on the way or in its
/// place; it may lead anywhere and is not followed. Any thread.
Result<QString> recordedSnapshot(const Git::RepoLocation &where, const QByteArray &environment);

} // namespace Drift
