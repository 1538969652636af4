// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

/// One work tree of a repository, the main one or one that `git worktree` made.
struct Worktree
{
    QByteArray path;       ///< absolute, of the folder; of a bare repository its Git folder
    QByteArray gitDir;     ///< absolute; of a linked one below <common>/worktrees
    QByteArray branch;     ///< full ref name; empty: detached, or a damaged HEAD
    ObjectId target;       ///< of a detached HEAD; else null
    QByteArray lockReason; ///< of a locked one; may be empty, untrusted
    bool isMain = false;
    bool isHere = false; ///< the location's own
    bool isBare = false;
    bool isLocked = false;
    bool isMissing = false; ///< its folder is not there (a drive that is not connected, or removed)
    bool operator==(const Worktree &) const = default;
};

/// What a status passes over of a submodule; the setting submodule.<name>.ignore.
enum class SubmoduleIgnore {
    None,
    Untracked, ///< untracked files in it
    Dirty,     ///< whatever differs in its files: only another commit counts
    All,
};

/// How a submodule stands beside what its repository recorded.
struct Submodule
{
    QByteArray path;            ///< in the work tree, from the index
    QByteArray name;            ///< of .gitmodules; empty: it has no entry there
    QByteArray url;             ///< that Git would use: of the configuration, else of .gitmodules; untrusted
    ObjectId recorded;          ///< by the index
    ObjectId checkedOut;        ///< null: none
    QByteArray branch;          ///< full name of the branch that is checked out in it; empty: none
    bool isInitialised = false; ///< the configuration has its address
    bool isPopulated = false;   ///< a repository is in its folder
    bool isConflicted = false;  ///< both sides of a merge recorded different commits
    bool hasNewCommit = false;  ///< checkedOut is not recorded
    bool hasChanges = false;    ///< of tracked files or of its own submodules, staged or not
    bool hasUntracked = false;
    SubmoduleIgnore ignore = SubmoduleIgnore::None; ///< that is set for it
    QString problem; ///< why it is not read or not updated, one sentence; empty: nothing is wrong
    bool isClean() const { return isPopulated && !isConflicted && !hasNewCommit && !hasDirt(); }
    bool hasDirt() const { return hasChanges || hasUntracked; }
    bool operator==(const Submodule &) const = default;
};

} // namespace Git
