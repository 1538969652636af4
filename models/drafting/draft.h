// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "drafting/types.h"

namespace Drafting {

/// The draft of a message for some changes. Pure and deterministic: the order of the changes does not count.
/// Without changes the draft is empty. O(size of the changed files); megabytes take tens of milliseconds.
Draft makeDraft(const QList<Change> &changes, const DraftContext &context);

/// At most count drafts, each of another type, the likeliest first; the first is makeDraft()'s.
QList<Draft> draftCandidates(const QList<Change> &changes, const DraftContext &context, qsizetype count);

/// The same for what `git diff` printed. Invalid: not a diff, or one without a change.
Result<Draft> draftFromDiff(QByteArrayView unifiedDiff, const DraftContext &context);
Result<QList<Draft>> draftsFromDiff(QByteArrayView unifiedDiff, const DraftContext &context, qsizetype count);

/// The same for what is staged, with the last commits of HEAD as context. Reads with libgit2, runs nothing,
/// honours RepoLocation::indexFile. NotFound: nothing is staged. Plain blocking function for a worker.
Result<Draft> draftStaged(const Git::RepoLocation &where, const CancelToken &cancel,
                          const RuleOptions &rules = {});

/// The parts of draftStaged().
Result<QList<Change>> readStagedChanges(const Git::RepoLocation &where, const CancelToken &cancel);
Result<QList<Change>> readCommitChanges(const Git::RepoLocation &where, const Git::ObjectId &commit,
                                        const CancelToken &cancel); ///< against its first parent
Result<DraftContext> readDraftContext(const Git::RepoLocation &where, const CancelToken &cancel,
                                      const RuleOptions &rules = {});
/// Lets the context see files that its commit has.
void addHeadFiles(DraftContext &context, const Git::RepoLocation &where, const QList<Git::TreeFile> &files);

} // namespace Drafting
