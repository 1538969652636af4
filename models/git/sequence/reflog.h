// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/cli.h"

#include <QSet>

namespace Git {

/// One move of a ref.
struct ReflogEntry
{
    ObjectId before, after; ///< null: there was none
    Person who;
    Moment when;
    QByteArray message; ///< one line, as git worded it
    bool operator==(const ReflogEntry &) const = default;
};

/// Where a ref (HEAD, refs/heads/…) has been, newest first, at most limit entries. Empty when there is no
/// log, or git does not keep one. Reads the end of the file only; damaged lines are left out. Starts nothing.
/// Invalid: no name of a ref, or something else than a file stands there. Denied: it is behind a link.
Result<QList<ReflogEntry>> readReflog(const RepoLocation &where, const QByteArray &ref, qsizetype limit,
                                      const CancelToken &cancel);

/// Commits that no ref reaches.
struct LostCommits
{
    QList<Commit> tips;    ///< those that no other lost commit leads to, newest first
    QSet<ObjectId> inUndo; ///< of these, what only a record of undo still keeps
    qsizetype found = 0;   ///< tips, also those beyond the limit
};

/// How many objects were looked at so far; how many there are is not known before.
using OnLooked = std::function<void(qint64 objects)>;

/// Looks for commits that no branch, tag, stash entry or HEAD of a work tree leads to; that a reflog or a
/// record of undo still does is no reason to leave one out. The records themselves are. `git fsck` looks at
/// every object's header: some seconds for a large repository. Blocking; trusted repositories only (Denied).
Result<LostCommits> findLostCommits(const Program &git, qsizetype limit, const CancelToken &cancel,
                                    const OnLooked &onLooked = {});

} // namespace Git
