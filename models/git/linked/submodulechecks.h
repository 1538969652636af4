// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"
#include "git/linked/types.h"

namespace Git {

/// A path for commands that take patterns and inherit no setting of ours.
QString literalPath(const QByteArray &path);

/// Conflict: what is checked out in a submodule is a commit on no branch, which nobody would find again.
Result<void> checkNothingLeft(const ProcessRunner &runner, const RepoLocation &where, const Submodule &module,
                              const CancelToken &cancel);

/// Whether submodules may be cloned from folders of this machine by protocol.file.allow or protocol.allow, as
/// Git reads them: "always" says yes, all else no. Nothing: neither is set. Of the user's configuration
/// alone, as that of the repository does not reach the clone of a submodule.
std::optional<bool> mayCloneFolders();

} // namespace Git
