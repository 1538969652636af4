// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

namespace Git {

struct StatusOptions
{
    bool expandsUntrackedFolders = false;
};

/// What is staged and what is not. Takes no lock and writes nothing. Renames are found on the staged side.
/// O(files in index + work tree).
Result<Status> readStatus(const RepoLocation &where, const StatusOptions &options, const CancelToken &cancel);

} // namespace Git
