// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/discardall.h"

#include "git/indexentry.h"
#include "git/work/workdiff.h"

namespace Git {

namespace {

bool isLeft(const StatusEntry &entry)
{
    return entry.isSubmodule || entry.isFolder || entry.status == Diff::FileStatus::Conflicted;
}

// What is announced without content has nothing to go back to.
Result<void> leaveAnnounced(const RepoLocation &where, DiscardPlan &plan)
{
    if (plan.reverted.isEmpty())
        return {};
    const auto entries = readIndexEntries(where, plan.reverted);
    if (!entries)
        return std::unexpected(entries.error());
    for (const IndexEntry &entry : *entries) {
        if (entry.isIntentToAdd && plan.reverted.removeOne(entry.path))
            plan.left += entry.path;
    }
    return {};
}

} // namespace

Result<DiscardPlan> planDiscardAll(const Program &git, const CancelToken &cancel)
{
    const auto status = readWorkStatus(git, {.expandsUntrackedFolders = true}, cancel);
    if (!status)
        return std::unexpected(status.error());
    DiscardPlan plan;
    for (const StatusEntry &entry : status->unstaged) {
        if (isLeft(entry))
            plan.left += entry.path;
        else
            (entry.status == Diff::FileStatus::Untracked ? plan.deleted : plan.reverted) += entry.path;
    }
    if (const auto checked = leaveAnnounced(git.location(), plan); !checked)
        return std::unexpected(checked.error());
    std::ranges::sort(plan.left);
    return plan;
}

} // namespace Git
