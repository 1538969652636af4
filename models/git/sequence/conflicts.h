// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

namespace Git {

/// What the two sides of a merge did to a path; "us" is HEAD, which in a rebase is the branch it goes onto.
enum class ConflictKind {
    BothModified,
    BothAdded,
    BothDeleted, ///< a rename on either side moved it elsewhere
    DeletedByUs,
    DeletedByThem,
    AddedByUs, ///< and nothing like it on the other side: half of a rename
    AddedByThem,
};

/// One side of a conflict as the index has it.
struct ConflictStage
{
    ObjectId id; ///< of the blob, or of a submodule's commit; null: the side has no such file
    quint32 mode = 0;
    bool isThere() const { return mode != 0; }
    bool operator==(const ConflictStage &) const = default;
};

struct ConflictEntry
{
    QByteArray path;
    ConflictKind kind = ConflictKind::BothModified;
    ConflictStage base, ours, theirs;
    bool isBinary = false;    ///< a side has NUL bytes, or is missing or too large to look at
    bool isPointer = false;   ///< a side is what Git LFS keeps in place of a file
    bool isSubmodule = false; ///< of a side
    bool hasMarkers = false;  ///< in the work tree; also when the file there cannot be read
    int markerSize = 7;       ///< characters of a marker, by the path's attributes
    bool operator==(const ConflictEntry &) const = default;
};

struct Conflicts
{
    QList<ConflictEntry> open;  ///< by path
    QList<QByteArray> resolved; ///< paths that can be made conflicts again, see unresolve()
    bool operator==(const Conflicts &) const = default;
};

/// Reads with libgit2; starts nothing. Cost: the index, and the content of what is in conflict.
Result<Conflicts> readConflicts(const RepoLocation &where, const CancelToken &cancel);

/// The paths alone, by path. O(index).
Result<QList<QByteArray>> readConflictPaths(const RepoLocation &where);

/// One of them. Conflict: the path is not in conflict (any more).
Result<ConflictEntry> readConflict(const RepoLocation &where, const QByteArray &path);

/// The three stages of a path that was resolved; Conflict: it was not in conflict, or that is committed.
Result<ConflictEntry> readResolved(const RepoLocation &where, const QByteArray &path);

/// The sides of a conflict for a view of all three; nothing for a side that has no file there.
struct ConflictTexts
{
    ConflictEntry entry;
    std::optional<QByteArray> base, ours, theirs;
};
/// As they are stored: without the filters and encodings of their attributes. Invalid: larger than the limit,
/// or a submodule.
Result<ConflictTexts> readStages(const RepoLocation &where, const QByteArray &path,
                                 qint64 limit = 16 * 1024 * 1024);

/// Paths whose staged content has conflict markers though they count as resolved. By path.
Result<QList<QByteArray>> findStagedMarkers(const RepoLocation &where);

} // namespace Git
