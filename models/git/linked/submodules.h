// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/linked/types.h"

namespace Git {

enum class SubmoduleDepth {
    Recorded, ///< the index and the configuration only
    Heads,    ///< and what is checked out: some small files each
    Status,   ///< and whether its files differ, as far as its ignore setting has a status look
    Contents, ///< and whether its files differ, whatever is set: as readStatus() of each
};

/// The submodules that the index has, by path, without those in submodules. Starts nothing, goes through no
/// link, and writes nothing. What cannot be read of one is its problem. Fails only where the repository
/// itself cannot be read. paths: only these; empty: all.
Result<QList<Submodule>> readSubmodules(const RepoLocation &where, SubmoduleDepth depth,
                                        const CancelToken &cancel, const QList<QByteArray> &paths = {});

/// The repository in a submodule's folder: never one above it or behind a link. Its trust is its parent's,
/// whose Git runs in it anyway. NotFound: there is none.
Result<RepoLocation> locateSubmodule(const RepoLocation &where, const QByteArray &path);

/// What is checked out in a submodule's repository.
struct SubmoduleHead
{
    ObjectId commit;   ///< null: none yet, or it cannot be read
    QByteArray branch; ///< full name; empty: none
};
SubmoduleHead readSubmoduleHead(const RepoLocation &inside);

} // namespace Git
