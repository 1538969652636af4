// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "environments/files.h"

namespace Drift {

/// The files of a commit, or with a null id the work tree's files that the index knows. Links and submodules
/// are left out.
Result<Environments::Files> openFiles(const Git::RepoLocation &where, const Git::ObjectId &commit,
                                      const CancelToken &cancel);

/// Writes the files below a folder of this machine. Invalid: more than a program should be given.
Result<> exportFiles(Environments::Files &files, const QString &folder, const CancelToken &cancel);

} // namespace Drift
