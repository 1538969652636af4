// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <QVarLengthArray>

namespace Git {

/// What the shape of a history needs of a commit.
struct CommitHeader
{
    ObjectId tree;
    qint64 date = 0; ///< of the committer; 0 when there is none or it is no number
    QVarLengthArray<ObjectId, 2> parents;
};

/// From the stored bytes of a commit. Nothing when there is no tree line: that is no commit. Looks at no more
/// than the lines up to the committer. Agrees with CommitParser. Pure.
std::optional<CommitHeader> parseCommitHeader(QByteArrayView raw);

} // namespace Git
