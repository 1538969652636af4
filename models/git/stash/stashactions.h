// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/stash/stash.h"
#include "git/undo.h"

#include <QSet>

namespace Git {

// What is done with the stash, by the git program. Blocking; trusted repositories only (Denied). What has
// begun runs to its end. Nothing is ever lost between two programs that do this at once: what is taken out of
// the work tree is in an entry first, and entries are named by their commit.

enum class Untracked { Stay, Too };
enum class Staged {
    Too,  ///< goes into the entry and is taken out of the index
    Keep, ///< goes into the entry and stays staged
};

struct StashRequest
{
    QByteArray message; ///< one line; empty: Git's own words
    Untracked untracked = Untracked::Stay;
    Staged staged = Staged::Too;
    QList<QByteArray> paths; ///< literal; a folder ends with '/'; empty: everything
};

/// Puts changes away. Invalid: there are none, or no commit yet to put them on. Conflict: the index holds
/// conflicts, or another program is at work.
Result<StashEntry> stashPush(const Program &git, const StashRequest &request, const CancelToken &cancel);

/// Lines of one file's IndexToWorkTree diff.
struct ChosenLines
{
    Diff::FileDiff file;
    QSet<qsizetype> lines;
};

/// Puts lines away: a new entry holds them on top of HEAD, and they are taken out of the work tree, each file
/// recorded as by discardLines(). What is staged stays and is not in the entry. Invalid: an untracked file or
/// a link, which go as a whole; lines that stand on staged ones. Conflict: a file changed since; then the
/// entry may be there already, and the error says so.
Result<StashEntry> stashLines(const Program &git, const QByteArray &message, const QList<ChosenLines> &chosen,
                              const CancelToken &cancel);

enum class Restage { No, Yes };

struct StashApplied
{
    QList<QByteArray> conflicts; ///< paths that have both sides in them now; no operation is in progress
    bool operator==(const StashApplied &) const = default;
};

/// Brings an entry into the work tree and keeps it; with Restage what was staged is staged again, else only
/// files that were new. Conflict: changes of the user or untracked files stand in the way, or the index
/// cannot be brought back; nothing was done.
Result<StashApplied> stashApply(const Program &git, const ObjectId &commit, Restage restage,
                                const CancelToken &cancel);

/// Removes an entry after recording it; undo() brings it back as the newest. NotFound: it is gone already.
Result<UndoRecord> stashDrop(const Program &git, const ObjectId &commit, const CancelToken &cancel);

/// A new branch at the commit an entry was made on, checked out and with the entry applied as it was staged;
/// the entry is then dropped. Conflict: changes stand in the way, or the name is taken; the entry stays.
Result<UndoRecord> stashBranch(const Program &git, const QByteArray &name, const ObjectId &commit,
                               const CancelToken &cancel);

} // namespace Git
