// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/filestate.h"
#include "git/undo.h"

namespace Git {

// What a record holds. It is one commit: its tree has the content of the work tree that was overwritten or
// removed, byte for byte at its own path; its parents are the commits that refs were at, and what else is
// kept as a commit of its own (keptindex.h, keptoperation.h); its message says in words what was done, and
// then in trailers for the program:
//     Plumbline-Undo: (discard|discard-lines|reset-soft|reset-mixed|reset-hard|delete-branch|delete-tag|
//                      drop-stash|leave-commits|abort-operation|leave-step|replace-staged|ignore|
//                      ignore-here|mark-resolved|take-side|take-both|write-merged|make-conflict|amend|commit|merge|
//                      rebase|cherry-pick|revert)
//     Plumbline-WorkTree: "NAME"         where it was done: the folder below worktrees/ in the Git folder;
//                                        empty: the main work tree; none: it concerns all of them alike, or
//                                        the record is from before this was noted
//     Plumbline-Lines: COUNT             of a discard of lines
//     Plumbline-Head: NAME               the branch that HEAD has to be on; none: HEAD does not matter
//     Plumbline-Ref: BEFORE AFTER NAME   a ref that was moved; HEAD itself when it was on no branch; zeros:
//                                        there was none, or of amend to revert: it is not known yet. Names
//                                        that are not plain ASCII stand in quotes
//     Plumbline-Name: NAME               the ref that was merged, or rebased onto; of mark-resolved to
//                                        make-conflict a path, where there are no files; for people
//     Plumbline-Commit: COMMIT           the same, and what was picked or reverted, or had the tag; of
//                                        mark-resolved to make-conflict HEAD
//     Plumbline-Commits: COUNT           how many were picked or reverted, when there are several
//     Plumbline-Stash: WORDS             message of the stash entry that was dropped; refs/stash is its ref
//     Plumbline-Subject: WORDS           first line of the message of what was committed
//     Plumbline-Setting: "KEY=VALUE"     configuration of the branch that was deleted
//     Plumbline-Index: COMMIT            what was staged, of mark-resolved to make-conflict at their paths
//                                        alone; of leave-step it is kept and not brought back
//     Plumbline-Operation: COMMIT        the merge or pick that was in progress; of mark-resolved to
//                                        make-conflict the commit that was being merged or applied
//     Plumbline-Discarded: (index|content|absent) MODE ID "PATH"
//                                        what was put in the place of a file, so that an undo can tell
//                                        whether somebody changed it since
// The annotated tags of a tag that was deleted are files of the tree, byte for byte: see tagobjects.h.

enum class UndoAction {
    Discard,
    DiscardLines,
    SoftReset,
    MixedReset,
    HardReset,
    DeleteBranch,
    DeleteTag,
    DropStash,
    LeaveCommits,
    AbortOperation, ///< of a merge, pick or revert: as a hard reset
    LeaveStep,      ///< a step that was skipped, or a rebase that was aborted: only files come back
    ReplaceStaged,  ///< of content that only the index held: its files are what was staged
    Ignore,         ///< more in a .gitignore: a discard of what it held
    IgnoreHere,     ///< more in info/exclude, which is no file of the work tree: see excludelist.h
    MarkResolved,   ///< this and the ones down to MakeConflict: see settlesConflict()
    TakeSide,
    TakeBoth,
    WriteMerged,
    MakeConflict,
    Amend, ///< this and the ones below move HEAD's branch to commits that Git makes
    Commit,
    Merge,
    Rebase,
    CherryPick,
    Revert,
};

/// See Amend.
constexpr bool movesHead(UndoAction action)
{
    return action >= UndoAction::Amend;
}

/// It sets what is staged at the paths of a conflict, and their files: see settledconflict.h.
constexpr bool settlesConflict(UndoAction action)
{
    return action >= UndoAction::MarkResolved && action <= UndoAction::MakeConflict;
}

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
    QByteArray name;            ///< full name of a ref, or a path; empty: none
    ObjectId commit;            ///< see Plumbline-Commit; null: none
    qsizetype commitCount = 0;  ///< see Plumbline-Commits
    QByteArray stash;           ///< one line
    QByteArray subject;         ///< one line
    QList<QByteArray> settings; ///< KEY=VALUE, see branchsettings.h
    ObjectId index, operation;  ///< commits; null: not kept
    QList<ObjectId> tagObjects; ///< blobs, see tagobjects.h; to be written only
    QList<Discarded> files;     ///< with their content in the object database
};

/// The folder below worktrees/ in the Git folder; empty for the main work tree.
QByteArray workTreeName(const RepoLocation &where);

/// Invalid, with its folder: it was done in another work tree, or nobody knows in which of several.
Result<void> checkWorkTree(const RepoLocation &where, const UndoContent &content);

/// Keeps the content under a new ref.
Result<UndoRecord> writeUndoRecord(const Program &git, const UndoContent &content, const CancelToken &cancel);

/// Puts other content in the place of a record, of the same moment.
Result<UndoRecord> replaceUndoRecord(const Program &git, const UndoRecord &record, const UndoContent &content,
                                     const CancelToken &cancel);

/// The record of a content, without ref, commit and moment.
UndoRecord describeUndo(const UndoContent &content);

/// What a record's commit says. Invalid: not a record.
Result<UndoContent> readUndoContent(const RepoLocation &where, const ObjectId &commit);

struct ListedUndo
{
    UndoRecord record;
    UndoContent content; ///< without what was there before at the files
};

/// The records that can be undone in this work tree, newest first. One that cannot be read is left out.
Result<QList<ListedUndo>> listUndo(const RepoLocation &where);

Result<void> dropUndoRecord(const Program &git, const UndoRecord &record, const CancelToken &cancel);

// The message alone. Pure.
QByteArray formatUndoMessage(const UndoContent &content);
std::optional<UndoContent> parseUndoMessage(const QByteArray &message); ///< nothing: not a record's
QString undoMeaning(const UndoContent &content);

} // namespace Git
