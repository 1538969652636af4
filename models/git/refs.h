// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

namespace Git {

/// All refs and HEAD. Unreadable refs are listed as problems, the rest is still there. Invalid: something in
/// the folder refs must not be followed, see looserefs.h. O(refs).
Result<Refs> readRefs(const RepoLocation &where, const CancelToken &cancel);

/// How far two commits have moved apart.
struct AheadBehind
{
    qsizetype ahead = 0, behind = 0;
    bool operator==(const AheadBehind &) const = default;
};

/// The branch that HEAD is on and what it follows, as commits.
struct Tracking
{
    ObjectId local, upstream;
    bool operator==(const Tracking &) const = default;
};

/// Nothing when HEAD is on no branch, has no commit, or follows nothing that is there. Pure.
std::optional<Tracking> trackingOf(const Refs &refs);

/// NotFound: a commit is not in this clone. O(commits that one side lacks).
Result<AheadBehind> readAheadBehind(const RepoLocation &where, const ObjectId &local,
                                    const ObjectId &upstream);

/// The commit that a revision names: HEAD, main, v1.0, abc1234, HEAD~2. NotFound: none or ambiguous.
Result<ObjectId> resolveRevision(const RepoLocation &where, const QByteArray &revision);

} // namespace Git
