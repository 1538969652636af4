// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undorecord.h"

namespace Git {

/// The way back from what moves HEAD to commits that git makes itself: a commit, an amended one, a merge, a
/// rebase, a pick, a revert. It is recorded before, and completed when it is known where HEAD went. What is
/// in progress then, with conflicts, is completed by completeMoves().
class HeadMove
{
public:
    /// what: action, name and commit. Without a commit at HEAD nothing is recorded. git must outlive this.
    static Result<HeadMove> record(const Program &git, UndoContent what, const CancelToken &cancel);

    /// Conflict: HEAD is not where it was recorded. To be asked right before git is started.
    Result<void> checkSame() const;

    /// To be called when git has ended, whatever it said. Nothing: HEAD is where it was, and there is nothing
    /// to undo.
    std::optional<UndoRecord> complete() const;

private:
    explicit HeadMove(const Program &git)
        : m_git(&git)
    {}

    const Program *m_git;
    UndoContent m_content;
    ObjectId m_head;
    std::optional<UndoRecord> m_record;
};

/// Completes what was in progress and is not any more, here or in a terminal: drops the records of what was
/// aborted. What cannot be told by the branch's reflog stays as it is.
void completeMoves(const Program &git);

/// Where HEAD's branch went, by its reflog; null: that is not known. Only a move that is the newest one and
/// that git called so counts: whatever came after it would be lost by going back.
ObjectId findMoveEnd(const RepoLocation &where, const UndoContent &content, const ObjectId &present);

} // namespace Git
