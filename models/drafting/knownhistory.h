// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/typemodel.h"
#include "git/tree.h"

namespace Drafting {

/// What drafts need of a commit and those before it.
struct KnownHistory
{
    QList<PastCommit> commits; ///< newest first
    std::shared_ptr<const TypeModel> typeModel;
    QList<Git::TreeFile> files; ///< of the commit
    bool signsOff = false;      ///< more than four of five of the last 30 commits by people are signed off
};

/// Reads the last 2,000 commits and learns from them; what was read for a commit is kept for the next draft
/// (the last two, 50,000 files at most). Thread-safe, blocking: some 0.1 ms a commit the first time.
Result<std::shared_ptr<const KnownHistory>> readKnownHistory(const Git::RepoLocation &where,
                                                             const Git::ObjectId &head,
                                                             const QStringList &types,
                                                             const CancelToken &cancel);

/// The commits of a history, newest first, limit at most. withSides: those of merged branches with their
/// changes, too.
Result<QList<PastCommit>> readPastCommits(const Git::RepoLocation &where, const Git::ObjectId &head,
                                          qsizetype limit, const CancelToken &cancel, bool withSides);

} // namespace Drafting
