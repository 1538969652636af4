// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <QSet>

namespace Git {

/// Commits whose parents were cut off by a shallow clone. Denied, Invalid: the file cannot be read.
Result<QSet<ObjectId>> readShallowFile(const RepoLocation &where);
/// The same where whoever opened the history has told of what cannot be read: then empty.
QSet<ObjectId> readShallowCommits(const RepoLocation &where);

} // namespace Git
