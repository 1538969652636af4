// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/conflicts.h"
#include "git/undorecord.h"

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

/// One path of a conflict in the work tree, whose content is recorded before it changes.
class ConflictFile
{
public:
    /// action: what is going to be done, for the record. The content is in the object database afterwards.
    static Result<ConflictFile> open(const Program &git, const QByteArray &path, UndoAction action,
                                     const CancelToken &cancel);

    quint32 mode() const { return m_before.mode; } ///< of what stands there; 0: nothing

    /// Records what stands there and what is staged, and puts something else in the file's place.
    Result<UndoRecord> replace(const Replacement &by, const CancelToken &cancel) const;

    /// The same when git writes the file: a record before, of which it is not known yet what comes, and after
    /// it one that knows.
    Result<UndoRecord> replace(const std::function<Result<void>()> &write, const CancelToken &cancel) const;

private:
    ConflictFile(const Program &git, WorkTree tree, const QByteArray &path, const FileState &before,
                 UndoContent what)
        : m_git(git)
        , m_tree(std::move(tree))
        , m_path(path)
        , m_before(before)
        , m_what(std::move(what))
    {}
    Result<UndoRecord> record(Aftermath aftermath, quint32 mode, const ObjectId &id,
                              const CancelToken &cancel) const;
    Result<void> checkUnchanged() const;

    const Program &m_git;
    WorkTree m_tree;
    QByteArray m_path;
    FileState m_before;
    UndoContent m_what;
};

/// Sets the index at a path: to a stage, or, with none, to nothing.
Result<void> setStaged(const Program &git, const QByteArray &path, const ConflictStage &stage);

/// Sets the index at a path to the sides of a conflict.
Result<void> setConflict(const Program &git, const ConflictEntry &entry);

} // namespace Git
