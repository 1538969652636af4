// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/undorecord.h"

namespace Git {

/// Staged content at the paths of which lines are neither in HEAD nor in the work tree: only the index holds
/// them. Reads with libgit2: what is staged at the paths, and those files that are partly staged.
Result<QList<Discarded>> findStagedLoss(const RepoLocation &where, const QList<QByteArray> &paths,
                                        const CancelToken &cancel);

/// Keeps that content while something else is staged in its place. An IndexLock has to hold the index.
class StagedLoss
{
public:
    /// git must outlive this.
    static Result<StagedLoss> record(const Program &git, const QList<QByteArray> &paths,
                                     const CancelToken &cancel);
    /// To be called when it failed: drops the record if nothing was lost.
    void dropUnlessLost() const;

private:
    explicit StagedLoss(const Program &git)
        : m_git(&git)
    {}

    const Program *m_git;
    QList<Discarded> m_files;
    std::optional<UndoRecord> m_record;
};

/// Stages it again. Conflict: what is staged there by now would be lost in its turn.
Result<UndoEnd> undoStagedLoss(const Program &git, const UndoRecord &record, const UndoContent &content,
                               const CancelToken &cancel);

} // namespace Git
