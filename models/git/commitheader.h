// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <QVarLengthArray>

namespace Git {

/// What the shape of a history needs of a commit.
struct CommitHeader
{
    ObjectId tree;
    /// What Git sorts by: of the committer, seconds since 1970. A date before that stands, as in Git, at the
    /// very end; 0 when there is none, or where Git finds no number.
    quint64 date = 0;
    QVarLengthArray<ObjectId, 2> parents;
};

/// From the stored bytes of a commit. Nothing when there is no tree line: that is no commit. Looks at no more
/// than the lines up to the committer. Agrees with CommitParser on tree and parents. Pure.
std::optional<CommitHeader> parseCommitHeader(QByteArrayView raw);

} // namespace Git
