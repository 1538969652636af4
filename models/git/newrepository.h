// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "base/process.h"

#include <QByteArray>

namespace Git {

struct NewRepository
{
    QByteArray folder; ///< absolute; made when it is not there; files in it stay as they are
    QByteArray branch; ///< short name of the first; empty: as configured
};

/// The first branch of a new repository: init.defaultBranch of the user, else git's own "master". Reads the
/// user's configuration.
QByteArray readFirstBranch();

/// Makes an empty repository, as `git init`, with the templates of the user. Conflict: the folder is one
/// already (also a bare one), or a file. Invalid: no absolute path, or a branch cannot have that name.
/// Denied: the folder cannot be made. program: git; empty: found on PATH. Blocking.
Result<void> makeRepository(const ProcessRunner &runner, const NewRepository &wanted,
                            const CancelToken &cancel, const QString &program = {});

} // namespace Git
