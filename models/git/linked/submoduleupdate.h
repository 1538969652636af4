// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/linked/types.h"
#include "git/remote/transfer.h"

namespace Git {

/// Who answers when an address is talked to, for as long as the value is kept.
using OpenAccess =
    std::function<Result<std::shared_ptr<const NetworkAccess>>(const QByteArray &url, const CancelToken &)>;

struct SubmoduleUpdate
{
    QList<QByteArray> paths;  ///< empty: all that are initialised, or with initialises simply all
    bool initialises = false; ///< takes those that are not yet into the configuration first
    bool isRecursive = false; ///< and the submodules of what was updated; those are initialised too
    OpenAccess access = {};   ///< empty: nobody answers
};

/// Fetches what is missing and checks the recorded commits out, one submodule after the other, by the git
/// program: as `git submodule update`, but of each the address is looked at before git hears of it, as with
/// any remote. Local folders are used as protocol.file.allow says, and when it is not set only in a
/// repository that itself has no other remotes. Returns the
/// paths that were updated, as seen from the work tree. Stops at the first that cannot be, and says which;
/// those before it are done. Denied: not trusted; an address that is not allowed. Conflict: changes stand in
/// the way, or a commit would be left that no branch has. Invalid: a name, path or address that Git must not
/// have. As fetch() otherwise.
Result<QList<QByteArray>> updateSubmodules(const ProcessRunner &runner, const RepoLocation &where,
                                           const SubmoduleUpdate &wanted, const OnProgress &onProgress,
                                           const CancelToken &cancel);

} // namespace Git
