// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/keptindex.h"
#include "git/sequence/advance.h"
#include "git/sequence/operation.h"
#include "git/undorecord.h"

namespace Git {

/// What a step of an operation in progress may take away, recorded beforehand.
class AdvanceLoss
{
public:
    /// Records it. Of a merge, pick or revert that is aborted an undo brings all of it back. A rebase cannot
    /// be taken up again: its files come back, what was staged is kept in the record, and the commits that it
    /// made have a record of their own. git must outlive this.
    static Result<AdvanceLoss> record(const Program &git, const OperationState &state, Advance how,
                                      const CancelToken &cancel);

    /// Conflict: something is not as it was recorded. To be asked right before git is started.
    Result<void> checkSame();

    /// To be asked when git has ended. Drops what was recorded and is there still; returns what to offer.
    std::optional<UndoRecord> keepWhatIsLost() const;

private:
    AdvanceLoss(const Program &git, OperationState state)
        : m_git(&git)
        , m_state(std::move(state))
    {}
    Result<void> find(Advance how, const CancelToken &cancel);
    void describe(Advance how);
    Result<void> keepStaged(const CancelToken &cancel);
    Result<bool> areFilesThere() const;
    bool isAnythingLost() const;

    const Program *m_git;
    OperationState m_state;
    ObjectId m_head, m_target; ///< target: where git puts the work tree to; null: nowhere
    UndoContent m_content;
    KeptIndex m_index;
    bool m_hasStaged = false;
    bool m_hasStarted = false;
    std::optional<UndoRecord> m_record, m_left; ///< left: of commits that are on no branch
};

} // namespace Git
