// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

/// The largest list (packed references, edges of a shallow clone, grafts) that is read: bytes.
inline constexpr qint64 kLargestList = 256 * 1024 * 1024;

/// Looks at what git and libgit2 open as soon as they open a repository, before they do: a pipe there would
/// hold them for ever, a device fill the memory, a link from refs to `/` walk the disk. Each must be missing
/// or a file (a folder is harmless: it is told as damage where it is read), also behind a link, as
/// git-new-workdir makes them; so must what configuration includes or takes attributes and exclusions from.
/// Lists are at most kLargestList. refs may be a link to a folder refs of another Git folder only. HEAD may
/// be a link to refs/…, as git's own were; what it names is looked at too. Invalid: one is something else.
/// About 50 µs; to be called whenever a handle is made, because all this may change.
///
/// Not looked at, and so able to hold a reader (git itself, too): packs and loose objects, what alternates
/// borrow from.
Result<void> checkLayout(const RepoLocation &where);

} // namespace Git
