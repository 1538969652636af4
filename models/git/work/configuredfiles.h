// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

/// Looks at the files that a repository's configuration leads to and libgit2 opens by itself: what it
/// includes (whether or not the condition holds), core.attributesFile and core.excludesFile. Each must be
/// missing, a folder, or a file of some MB at most. Invalid: one is something else, such as a pipe, which
/// would hold us for ever. Runs nothing; one small file is read where there is none of these.
Result<void> checkConfiguredFiles(const RepoLocation &where);

} // namespace Git
