// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/conflicts.h"
#include "git/stage.h"
#include "git/undo.h"

namespace Git {

// How a conflict is resolved. What stood in the work tree is recorded before it is overwritten or removed;
// files are written without following a link, as git would (with the filters of their attributes). What is
// staged there, with all sides of the conflict, is recorded too: undo brings back both. Blocking; trusted
// repositories only (Denied). Conflict: the path is not in conflict, or was changed meanwhile. Invalid:
// something that is neither file nor link stands there.

enum class Side {
    Base, ///< as it was before both
    Ours,
    Theirs,
};

/// Takes one side as it is, and its absence too: then the file is removed. The path is then staged. Of a
/// submodule only the pointer is set; its work tree stays. All paths or none, and one record.
Result<UndoRecord> takeSide(const Program &git, const QList<QByteArray> &paths, Side side,
                            const CancelToken &cancel);

/// Takes the changed lines of both, ours first, and stages the result. Invalid: not text that both sides
/// have. All or none, and one record.
Result<UndoRecord> takeBoth(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel);

/// Puts a text that was made of the sides in the place of the file; the path stays in conflict. expected: the
/// file's content when it was read. Conflict: it is another by now. Invalid: a link stands there.
Result<UndoRecord> writeMerged(const Program &git, const QByteArray &path, const QByteArray &content,
                               const QByteArray &expected, const CancelToken &cancel);

enum class Resolution {
    Checked, ///< Invalid: conflict markers are left, or nobody chose a side of what has no lines to merge
    AsItIs,
};

/// Invalid: of one of these that is in conflict markers are left, or nobody chose a side of what has no lines
/// to merge. Others are fine.
Result<void> checkResolved(const RepoLocation &where, const QList<QByteArray> &paths);

/// Stages the files as they are in the work tree; one that is not there is staged as deleted. All or nothing.
Result<UndoRecord> markResolved(const Program &git, const QList<QByteArray> &paths, Resolution resolution,
                                const CancelToken &cancel);

/// As stagePaths(), where some of the paths may be in conflict: they are checked and recorded then. Nothing:
/// none was.
Result<std::optional<UndoRecord>> stageResolved(const Program &git, const QList<QByteArray> &paths,
                                                LineEnds ends, const CancelToken &cancel);

/// Makes one record of those of writeMerged() and markResolved(), which came right after it.
Result<UndoRecord> joinResolution(const Program &git, const UndoRecord &written, const UndoRecord &marked);

/// Makes paths conflicts again, with markers where both sides have text. Until the merge is committed. All or
/// none, and one record.
Result<UndoRecord> unresolve(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel);

} // namespace Git
