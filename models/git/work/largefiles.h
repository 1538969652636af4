// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

namespace Git {

/// From how many bytes on a file is asked about before it gets into the repository for good.
inline constexpr qint64 kLargeFile = 10 * 1024 * 1024;

struct LargeFile
{
    QByteArray path;
    qint64 size = 0; ///< bytes
    bool operator==(const LargeFile &) const = default;
};

/// Those files of the work tree that staging the paths would store whole and that have more than limit bytes.
/// A folder (ends with '/') stands for the untracked files below it. What Git LFS keeps elsewhere does not
/// count. Nothing is read but sizes and attributes; with a folder the status too. Blocking.
Result<QList<LargeFile>> findLargeFiles(const RepoLocation &where, const QList<QByteArray> &paths,
                                        qint64 limit, const CancelToken &cancel);

} // namespace Git
