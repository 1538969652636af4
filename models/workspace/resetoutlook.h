// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/commitactions.h"

/// What a reset would take away, to be said before it is done.
struct ResetOutlook
{
    qsizetype leaving = 0;         ///< commits that the branch will not have any more
    QList<QByteArray> overwritten; ///< by a hard reset: files that are not in the index, and in the commit
};

/// Blocking. O(commits that leave), and for a hard reset O(files). Changes nothing.
Result<ResetOutlook> readResetOutlook(const Git::RepoLocation &where, const Git::ObjectId &head,
                                      const Git::ObjectId &commit, Git::ResetKind kind,
                                      const CancelToken &cancel);
