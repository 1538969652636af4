// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/sequenceend.h"

namespace Git {

struct RebaseRequest
{
    ObjectId onto;
    ObjectId upstream;        ///< what it reaches stays; null: as onto
    bool keepsMerges = false; ///< makes merge commits again; else one among the commits is Invalid
    ObjectId expectedHead;    ///< Conflict when HEAD is elsewhere by now; null: any
    bool skipsHook = false;   ///< pre-rebase, which refused; see isRebaseHookRefusal()
};

/// What a rebase would make anew.
struct RebaseSize
{
    qsizetype commits = 0;
    qsizetype merges = 0;    ///< of them
    qsizetype published = 0; ///< of them, that a remote-tracking branch reaches: others may have them
    bool operator==(const RebaseSize &) const = default;
};
Result<RebaseSize> readRebaseSize(const Program &git, const RebaseRequest &request,
                                  const CancelToken &cancel);

/// Up to where HEAD's commits are behind another commit as well. Invalid: they have none in common.
Result<ObjectId> readMergeBase(const Program &git, const ObjectId &other, const CancelToken &cancel);

/// Makes HEAD's commits anew on another commit, by the git program with the user's hooks and signing; nothing
/// is stashed, no editor opens. Commits whose changes are there already are left out. UpToDate,
/// FastForwarded, Done, or Conflicts: then the rebase is in progress, see advanceOperation(). What has begun
/// runs to its end. Where the branch was is in its reflog and in ORIG_HEAD. Conflict: changes of the user or
/// an operation in progress stand in the way. Blocking; trusted repositories only.
Result<SequenceEnd> rebaseOnto(const Program &git, const RebaseRequest &request, const OutputSink &onOutput,
                               const CancelToken &cancel);

} // namespace Git
