// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/discover.h"
#include "environments/versions.h"

namespace Environments {

/// The environments and what runs in each by the files of a commit; without history, which withHistory()
/// adds. A repository that describes no environments gives an empty catalogue. Reads with libgit2 only. Any
/// thread.
Result<Catalogue> readCatalogue(const Git::RepoLocation &where, const Git::ObjectId &commit,
                                const CancelToken &cancel);

/// The same of files from anywhere.
Result<Catalogue> readCatalogue(Files &files, const CancelToken &cancel);

/// The files of a commit, their contents read from the repository when asked for.
Result<Files> filesOf(const Git::RepoLocation &where, const Git::ObjectId &commit, const CancelToken &cancel);

/// The unit that a member's version belongs to; -1: none.
int unitOf(const Catalogue &catalogue, const Member &member, const QByteArray &ownName);

/// Fills previous, standing and behind of every cell from versions and events.
void compareCells(Catalogue &catalogue);

} // namespace Environments
