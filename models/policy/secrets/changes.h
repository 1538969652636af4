// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/diff.h"
#include "policy/secrets/types.h"

namespace Policy {

/// What a change brings: values that are new or were changed, by what the old side holds. A rename brings
/// none. sides as in Git::DiffRequest: HeadToIndex is what is staged (of GIT_INDEX_FILE, where the location
/// says so), IndexToWorkTree what is not. Lines are those of the new side. Ignores are read from the new
/// side, too. Blocking; reads no more than the files that differ. Errors are those of reading the difference;
/// a file that cannot be read is a finding.
Result<SecretScan> scanChanges(const Git::RepoLocation &where, const Git::DiffRequest &request,
                               const CancelToken &cancel);

/// All files of a commit, or those at or below some paths. NotFound: there is none at one of them.
Result<SecretScan> scanCommit(const Git::RepoLocation &where, const Git::ObjectId &commit,
                              const QList<QByteArray> &paths, const CancelToken &cancel);

/// The tracked and untracked files of the work tree as they are on disk; none that are ignored, no links.
Result<SecretScan> scanWorkTree(const Git::RepoLocation &where, const QList<QByteArray> &paths,
                                const CancelToken &cancel);

/// What each commit brings from `tip` along first parents to `stopAt`, which is left out; what a later one
/// took away again is found, too.
Result<SecretScan> scanRange(const Git::RepoLocation &where, const Git::ObjectId &stopAt,
                             const Git::ObjectId &tip, const CancelToken &cancel);

} // namespace Policy
