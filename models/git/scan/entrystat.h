// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/handle.h"

#include <sys/stat.h>

namespace Git {

/// Whether a file is as an entry of the index has it, by all that Git and libgit2 go by.
bool isSame(const git_index_entry &entry, const struct stat &info);

/// Whether it is of the same kind and mode, but surely of another size: one of 0 in the index may stand for
/// one that Git did not want to be trusted.
bool isOtherSize(const git_index_entry &entry, const struct stat &info);

/// Neither a side of a conflict nor a submodule, nor named by `git add -N`.
bool isPlainFile(const git_index_entry &entry);

} // namespace Git
