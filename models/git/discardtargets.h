// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"
#include "git/indexentry.h"
#include "git/worktree.h"

namespace Git {

/// What a discard will touch: entries of the index whose files differ, and untracked files.
struct DiscardTargets
{
    QList<IndexEntry> tracked;
    QList<QByteArray> untracked;

    QList<QByteArray> paths() const; ///< the tracked ones first
};

/// Finds what paths (a folder ends with '/') stand for. Every path has to stand for something that may be
/// discarded; the errors are those of discardPaths().
Result<DiscardTargets> findDiscardTargets(const Program &git, const WorkTree &tree,
                                          const QList<QByteArray> &paths, const CancelToken &cancel);

} // namespace Git
