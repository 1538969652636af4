// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/linked/submoduleupdate.h"

namespace Git {

struct NewSubmodule
{
    QByteArray url;         ///< as typed: what parseNewRemoteUrl() takes, or "../x" as seen from origin
    QByteArray path;        ///< in the work tree; empty: named after the address
    QByteArray branch;      ///< to check out and to note in .gitmodules; empty: the remote's own
    OpenAccess access = {}; ///< empty: nobody answers
};

/// The path that a submodule of this address gets when nobody names another; empty: none. Pure.
QByteArray submodulePathOf(const QByteArray &url);

/// Why there can be no such submodule, one sentence; empty: there can, as far as can be told without looking
/// anywhere. Pure.
QString newSubmoduleProblem(const NewSubmodule &wanted);

/// Clones a submodule and stages it with .gitmodules, as `git submodule add`. A folder of this machine only
/// when protocol.file.allow says "always", as Git has it. What fails or is cancelled leaves nothing. Returns
/// its path. Denied: not trusted, an address that is not allowed. Invalid: see newSubmoduleProblem().
/// Conflict: something is at the path, or a clone of that name from before. As fetch() otherwise.
Result<QByteArray> addSubmodule(const ProcessRunner &runner, const RepoLocation &where,
                                const NewSubmodule &wanted, const OnProgress &onProgress,
                                const CancelToken &cancel);

enum class SubmoduleContent {
    Kept,     ///< changes in it are a Conflict
    Recorded, ///< they are discarded there, where undo brings them back once it is checked out again
};

/// Empties the folder of a submodule and forgets its address, as `git submodule deinit`: its clone stays, and
/// initialising brings it back. What it ignores goes. Conflict: changes or untracked files, in its own
/// submodules whatever is said; or a commit on no branch. NotFound: there is none at the path. Invalid: it is
/// not initialised. Blocking; trusted repositories only.
Result<void> deinitSubmodule(const ProcessRunner &runner, const RepoLocation &where, const QByteArray &path,
                             SubmoduleContent content, const CancelToken &cancel);

} // namespace Git
