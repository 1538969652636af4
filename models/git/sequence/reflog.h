// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/cli.h"

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
    QList<Commit> tips;  ///< those that no other lost object names, newest first
    qsizetype found = 0; ///< tips, also those beyond the limit
};

/// Looks for commits that no branch, tag, stash or HEAD of a work tree leads to; that a reflog still does is
/// no reason to leave one out, undo records that were dropped are. `git fsck` reads every object's header:
/// some seconds for a large repository. Blocking; trusted repositories only (Denied).
Result<LostCommits> findLostCommits(const Program &git, qsizetype limit, const CancelToken &cancel);

} // namespace Git
