// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

/// Commits that a push takes off a branch of a remote.
struct Overwritten
{
    QList<Commit> newest; ///< some of them
    qsizetype count = 0;  ///< of all
};

/// What `there` reaches and `local` does not. Both have to be in this clone. Cost: those commits.
Result<Overwritten> readOverwritten(const Program &git, const ObjectId &there, const ObjectId &local,
                                    qsizetype most, const CancelToken &cancel);

} // namespace Git
