// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

struct OpenOptions
{
    bool mayClimb = true; ///< a folder inside a work tree opens its root; false: the folder itself only
    bool usesEnvironment = false; ///< honour GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE (ai-cli in hooks)
};

/// Finds and inspects the repository at a path. Runs nothing and follows nothing outside of it: core.worktree
/// that points elsewhere, another owner, a symlinked .git and a bare repository inside a work tree are named
/// in readOnlyReasons or refused. NotFound: no repository there. Invalid: one that cannot be read, with the
/// reason (an unknown extension, SHA-256, reftable, a broken HEAD or config). The location's trust is
/// Unknown. Any thread; a few milliseconds.
Result<RepositoryInfo> openRepository(const QString &path, const OpenOptions &options = {});

/// Prepares libgit2 (extensions, limits, no configuration outside of the repository and the user's own).
/// Must be called once before the first use; thread-safe.
void initializeLibrary();

} // namespace Git
