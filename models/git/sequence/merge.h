// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/sequenceend.h"

namespace Git {

enum class FastForward {
    Auto, ///< moves the branch where that is enough
    Only, ///< Invalid: it would not be enough
    No,   ///< always a merge commit
};

struct MergeRequest
{
    ObjectId commit;
    QByteArray name; ///< full ref name it was chosen by, for the message; empty: the commit itself
    FastForward fastForward = FastForward::Auto;
    bool squashes = false; ///< stages the changes only; the message is left for the commit
    QByteArray message;    ///< of the merge commit; empty: as git words it
    ObjectId expectedHead; ///< Conflict when HEAD is elsewhere by now; null: any
};

/// How a branch is merged.
struct MergeWay
{
    FastForward fastForward = FastForward::Auto;
    bool squashes = false; ///< see MergeRequest; goes with Auto alone
    bool operator==(const MergeWay &) const = default;
};

/// What merge.ff and the mergeOptions of the branch that is merged into say. branch: its full name; empty:
/// HEAD is on none. Starts nothing.
Result<MergeWay> readMergeWay(const RepoLocation &where, const QByteArray &branch);

/// The message that git would give to such a merge; merge.log and merge.suppressDest count.
Result<QByteArray> readMergeMessage(const Program &git, const MergeRequest &request,
                                    const CancelToken &cancel);

/// Merges a commit into HEAD by the git program, with the user's hooks and signing; no editor opens, nothing
/// is stashed. Fast-forwarded, Done, Squashed, UpToDate, or Conflicts: then the merge is in progress, but for
/// a squashed one, see advanceOperation() and resolve.h. What has begun runs to its end. Conflict: changes of
/// the user or an operation in progress stand in the way. External: a hook or git said no. Blocking; trusted
/// repositories only.
Result<SequenceEnd> mergeCommit(const Program &git, const MergeRequest &request, const OutputSink &onOutput,
                                const CancelToken &cancel);

} // namespace Git
