// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/locate.h"

namespace Git {

/// Reads the repository's own configuration file and tells whether this build can read such a repository.
/// Invalid with one sentence that names the extension, object format or version that it cannot.
Result<void> checkFormat(const Place &place);

/// The extensions that checkFormat() accepts and libgit2 does not know by itself.
inline constexpr std::array kExtensions = {"worktreeconfig", "preciousobjects", "relativeworktrees",
                                           "partialclone", "refstorage"};

} // namespace Git
