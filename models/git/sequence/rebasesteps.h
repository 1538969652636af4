// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/sequenceend.h"

namespace Git {

/// What an interactive rebase does with one commit.
struct RebaseStep
{
    enum class Action {
        Pick,
        Reword, ///< with another message
        Squash, ///< joins the commit before; the messages too, unless one is given
        Fixup,  ///< joins the commit before, whose message stays
        Drop,
        Edit, ///< stops after it
    };

    Action action = Action::Pick;
    ObjectId commit;
    QByteArray message; ///< UTF-8; of Reword and Squash only
    bool operator==(const RebaseStep &) const = default;
};

/// Every commit between the base and HEAD as a pick, the oldest first.
struct RebasePlan
{
    ObjectId base, head;
    QList<RebaseStep> steps;
    bool operator==(const RebasePlan &) const = default;
};

/// Reads it. Invalid: the base is not behind HEAD, a merge or more than 5,000 commits lie between.
Result<RebasePlan> planRebase(const RepoLocation &where, const ObjectId &base, const CancelToken &cancel);

/// Carries a plan out whose steps were ordered and changed, by `git rebase --interactive` with the user's
/// hooks and signing; no editor opens. New messages travel as commits, so that after a conflict the rebase
/// can be continued here or in a terminal alike. Done, Conflicts, or Stopped at an Edit; see
/// advanceOperation(). Invalid: the steps are not the commits between base and head, each once, or nothing
/// stands before the first Squash or Fixup. Conflict: HEAD is elsewhere by now; changes of the user or an
/// operation in progress stand in the way. Blocking; what has begun runs to its end; trusted repositories
/// only. skipsHook: pre-rebase, which refused; see isRebaseHookRefusal().
Result<SequenceEnd> runRebase(const Program &git, const RebasePlan &plan, const OutputSink &onOutput,
                              const CancelToken &cancel, bool skipsHook = false);

} // namespace Git
