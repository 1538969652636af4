// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

// What is staged, kept as a commit whose tree holds the entries of the index at their own paths, as
// `git write-tree` makes it. What a tree cannot say stands in trailers of its message:
//     Plumbline-Stage: STAGE MODE ID "PATH"   a side of a conflict; a parent's tree keeps its content at
//                                             STAGE/PATH
//     Plumbline-Intended: "PATH"              named by `git add -N`

/// One side of a conflict.
struct ConflictSide
{
    int stage = 1; ///< 1: base, 2: ours, 3: theirs
    quint32 mode = 0;
    ObjectId id;
    QByteArray path;
    bool operator==(const ConflictSide &) const = default;
};

struct KeptIndex
{
    ObjectId tree;
    QList<ConflictSide> sides; ///< by path and stage
    QList<QByteArray> intended;
    bool isPlain() const { return sides.isEmpty() && intended.isEmpty(); }
    bool operator==(const KeptIndex &) const = default;
};

/// What is staged now; its tree is in the object database afterwards.
Result<KeptIndex> readKeptIndex(const Program &git, const CancelToken &cancel);

/// Makes the commit.
Result<ObjectId> keepIndex(const Program &git, const KeptIndex &index, const CancelToken &cancel);

/// The same of what is staged at these paths alone, or in conflict there.
Result<ObjectId> keepIndexAt(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel);

/// Invalid: not such a commit.
Result<KeptIndex> readKeptIndex(const RepoLocation &where, const ObjectId &commit);

enum class WorkTreeToo { No, Yes };

/// Stages again what was kept, where the index is still that of the commit it was then set to; with the work
/// tree, files that are still like the index follow. All or nothing. Conflict: something else was staged, or
/// a file changed that would be overwritten. Intended paths are left out, see intendAgain(). May be repeated.
Result<void> bringIndexBack(const Program &git, const ObjectId &commit, const ObjectId &setTo,
                            WorkTreeToo workTree);

/// The intended paths that stand in the work tree.
Result<void> intendAgain(const Program &git, const QList<QByteArray> &intended);

} // namespace Git
