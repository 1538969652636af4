// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

namespace Git {

enum class DiffSides {
    CommitToParent,   ///< commit against its first parent as Git shows it, or nothing for a root
    CommitToCommit,   ///< oldCommit against commit
    HeadToIndex,      ///< what is staged; an unborn HEAD counts as empty
    IndexToWorkTree,  ///< what is not staged, untracked files included
    CommitToWorkTree, ///< commit against the files, staged or not, as `git diff COMMIT`: no untracked ones
};

struct DiffRequest
{
    DiffSides sides = DiffSides::IndexToWorkTree;
    ObjectId commit, oldCommit;
    QList<QByteArray> paths; ///< exact paths (or folders ending with '/'); empty: all; both names of a rename
    int contextLines = 3;
    bool ignoresWhitespace = false;
    bool findsRenames = true;
    bool withLines = true;                 ///< false: names, status, sizes only
    qint64 largestFile = 50 * 1024 * 1024; ///< bytes; beyond it the file has Omission::TooLarge
};

/// Reads differences with libgit2: no textconv, no external diff, no filter that is a program (so a file that
/// LFS keeps differs from its pointer). In file order. Each untracked file is listed, as new. A conflicted
/// file is our side against the work tree. A file that cannot be read has an omission; the others are still
/// there. Commits are those
/// that Git shows, see readCommit(). NotFound: CommitToParent of a commit whose parent is not in this clone.
Result<QList<Diff::FileDiff>> readDiff(const RepoLocation &where, const DiffRequest &request,
                                       const CancelToken &cancel);

} // namespace Git
