// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

// Git refuses to write over files that it does not know, but takes ignored ones for dispensable: it
// overwrites them without a word, and their bytes are nowhere else. Only a switch of branches and a
// fast-forward can be told not to. For all else this looks at what a change brings, before it is begun.

/// A path that git is going to write.
struct Incoming
{
    QByteArray path;
    bool isSubmodule = false; ///< a folder that is there may stay
};

/// What of `to` is not the same in `from`; null: all. Commits or trees. Cost: what changed.
Result<QList<Incoming>> readIncoming(const Program &git, const ObjectId &from, const ObjectId &to,
                                     const CancelToken &cancel);

enum class Applied { Forward, Reverse };

/// What each of the commits brings, compared with each of its parents, or takes back. Cost: what changed.
Result<QList<Incoming>> readIncomingOf(const Program &git, const QList<ObjectId> &commits, Applied applied,
                                       const CancelToken &cancel);

/// The same of a range of commits, as `git rev-list` takes it: untrusted names only as full ids.
Result<QList<Incoming>> readIncomingOfRange(const Program &git, const QStringList &range,
                                            const CancelToken &cancel);

enum class PlainFiles {
    Count,
    AreKept, ///< those at a path itself are looked after; what stands for a folder, or as one, is not
};

/// What stands there, ignored or only unknown to git, and would be lost: the paths in order. Cost: those that
/// come, and the index when anything is there.
Result<QList<QByteArray>> findInTheWay(const Program &git, const QList<Incoming> &incoming, PlainFiles files,
                                       const CancelToken &cancel);

/// Conflict that names them: something stands there.
Result<void> checkNothingInTheWay(const Program &git, const Result<QList<Incoming>> &incoming,
                                  const CancelToken &cancel);

} // namespace Git
