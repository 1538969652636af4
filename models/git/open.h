// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

struct OpenOptions
{
    bool mayClimb = true; ///< a folder inside a work tree opens its root; false: the folder itself only
    bool usesEnvironment = false; ///< honour GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE (ai-cli in hooks)
};

/// Finds and inspects the repository at a path. Runs nothing, and uses no work tree that only core.worktree
/// names. Climbing stays on one file system and passes by a bare repository that lies in a work tree. What is
/// opened but must not be written (bare, core.worktree elsewhere, a symlinked .git, a damaged HEAD) says so
/// in readOnlyReasons. NotFound: no repository there. Invalid: one that cannot be read, with the reason (an
/// unknown extension or version, SHA-256, reftable, a broken configuration, a pipe or a device where a file
/// belongs). Denied: another owner, named
/// with the path; the user's own safe.directory is honoured, the repository's is not. The location's trust is
/// Unknown. Any thread; a few milliseconds.
Result<RepositoryInfo> openRepository(const QString &path, const OpenOptions &options = {});

/// Prepares libgit2 (extensions, limits, no configuration outside of the repository and the user's own).
/// Must be called once before the first use; thread-safe.
void initializeLibrary();

} // namespace Git
