// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/conflicts.h"
#include "git/undorecord.h"
#include "git/work/indexlock.h"

namespace Git {

/// What is to stand at a path.
struct Replacement
{
    quint32 mode = 0;   ///< 0: nothing
    QByteArray content; ///< as it stands in the work tree
};

/// What a stage is in the work tree: after the filters of the path's attributes.
Result<Replacement> replacementOf(const Program &git, const QByteArray &path, const ConflictStage &stage,
                                  const CancelToken &cancel);

/// What becomes of one path of a conflict.
struct SettledPath
{
    enum class File {
        Replaced,
        Marked,      ///< git writes the conflict into it, after the index is set
        IsSubmodule, ///< stays as it is, whatever it is
    };

    QByteArray path;
    File file = File::Replaced;
    Replacement by = {};
    QByteArray entries = {}; ///< see stagedEntries(); empty: what is staged stays
};

/// The index at a path as a stage, or, with none, as nothing.
QByteArray stagedEntries(const QByteArray &path, const ConflictStage &stage);
/// As the sides of a conflict.
QByteArray conflictEntries(const ConflictEntry &entry);

/// Records what stands at the paths and what is staged there, and puts something else in the place of both.
/// held: since before the conflicts were read.
Result<UndoRecord> settlePaths(const Program &git, IndexLock held, UndoAction action,
                               const QList<SettledPath> &settled, const CancelToken &cancel);

} // namespace Git
