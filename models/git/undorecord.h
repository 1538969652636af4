// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/filestate.h"
#include "git/undo.h"

namespace Git {

// What a record holds. It is one commit: its tree has the content of the work tree that was overwritten or
// removed, byte for byte at its own path; its parents are the commits that refs were at, and what else is
// kept as a commit of its own (keptindex.h, keptoperation.h); its message says in words what was done, and
// then in trailers for the program:
//     Plumbline-Undo: (discard|discard-lines|reset-soft|reset-mixed|reset-hard|delete-branch|
//                      drop-stash|leave-commits|abort-operation|leave-step)
//     Plumbline-WorkTree: "NAME"         where it was done: the folder below worktrees/ in the Git folder;
//                                        empty: the main work tree; none: it concerns all of them alike, or
//                                        the record is from before this was noted
//     Plumbline-Lines: COUNT             of a discard of lines
//     Plumbline-Head: NAME               the branch that HEAD has to be on; none: HEAD does not matter
//     Plumbline-Ref: BEFORE AFTER NAME   a ref that was moved; HEAD itself when it was on no branch; zeros:
//                                        there was none. Names that are not plain ASCII stand in quotes
//     Plumbline-Stash: WORDS             message of the stash entry that was dropped; refs/stash is its ref
//     Plumbline-Index: COMMIT            what was staged; of leave-step it is kept and not brought back
//     Plumbline-Operation: COMMIT        the merge or pick that was in progress
//     Plumbline-Discarded: (index|content|absent) MODE ID "PATH"
//                                        what was put in the place of a file, so that an undo can tell
//                                        whether somebody changed it since

enum class UndoAction {
    Discard,
    DiscardLines,
    SoftReset,
    MixedReset,
    HardReset,
    DeleteBranch,
    DropStash,
    LeaveCommits,
    AbortOperation, ///< of a merge, pick or revert: as a hard reset
    LeaveStep,      ///< a step that was skipped, or a rebase that was aborted: only files come back
};

enum class Aftermath {
    Index,   ///< what the index held: its entry's mode and id
    Content, ///< these bytes
    Absent,  ///< nothing
};

struct Discarded
{
    QByteArray path;
    FileState before;
    Aftermath aftermath = Aftermath::Absent;
    quint32 mode = 0; ///< of the aftermath
    ObjectId id;
};

struct MovedRef
{
    QByteArray name;        ///< refs/heads/…, HEAD, or refs/stash of a stash entry
    ObjectId before, after; ///< null: there was none
    bool operator==(const MovedRef &) const = default;
};

struct UndoContent
{
    UndoAction action = UndoAction::Discard;
    std::optional<QByteArray> workTree; ///< see workTreeName(); writeUndoRecord() sets it
    qsizetype lineCount = 0;
    QByteArray head;
    QList<MovedRef> refs;
    QByteArray stash;          ///< one line
    ObjectId index, operation; ///< commits; null: not kept
    QList<Discarded> files;    ///< with their content in the object database
};

/// The folder below worktrees/ in the Git folder; empty for the main work tree.
QByteArray workTreeName(const RepoLocation &where);

/// Invalid, with its folder: it was done in another work tree, or nobody knows in which of several.
Result<void> checkWorkTree(const RepoLocation &where, const UndoContent &content);

/// Keeps the content under a new ref.
Result<UndoRecord> writeUndoRecord(const Program &git, const UndoContent &content, const CancelToken &cancel);

/// What a record's commit says. Invalid: not a record.
Result<UndoContent> readUndoContent(const RepoLocation &where, const ObjectId &commit);

Result<void> dropUndoRecord(const Program &git, const UndoRecord &record, const CancelToken &cancel);

// The message alone. Pure.
QByteArray formatUndoMessage(const UndoContent &content);
std::optional<UndoContent> parseUndoMessage(const QByteArray &message); ///< nothing: not a record's
QString undoMeaning(const UndoContent &content);

} // namespace Git
