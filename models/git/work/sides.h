// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

namespace Git {

/// The bytes of a changed file before and after; nothing where there is no such file.
struct FileSides
{
    std::optional<QByteArray> before, after;
    bool isOfLfs = false;                 ///< pointers were followed, see followPointers()
    std::optional<Error> lfsProblem = {}; ///< why not; the sides are as they are stored then
};

/// Of a difference as readDiff() gave it. A side without an id is that of the work tree, where no link is
/// followed. As they are stored: no filter is run. Invalid: larger than the limit (bytes, each), or neither
/// file nor link. Blocking.
Result<FileSides> readSides(const RepoLocation &where, const Diff::FileDiff &file, qint64 limit,
                            const CancelToken &cancel);

} // namespace Git
