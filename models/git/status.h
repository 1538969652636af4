// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/linked/types.h"

namespace Git {

struct StatusOptions
{
    bool expandsUntrackedFolders = false;
    /// False: a submodule differs only by the commit that is checked out, whatever its files: then many of
    /// them cost next to nothing. See readSubmodules() for the rest.
    bool looksIntoSubmodules = true;
    /// As `git status --ignore-submodules` for all of them; else what is set for each holds.
    std::optional<SubmoduleIgnore> ignoresSubmodules = std::nullopt;
};

/// What is staged and what is not. Takes no lock and writes nothing. Renames are found on the staged side.
/// O(files in index + work tree).
Result<Status> readStatus(const RepoLocation &where, const StatusOptions &options, const CancelToken &cancel);

} // namespace Git
