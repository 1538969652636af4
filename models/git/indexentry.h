// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <QSet>

namespace Git {

/// What the index holds for one path.
struct IndexEntry
{
    QByteArray path;
    ObjectId id;
    quint32 mode = 0;
    bool isConflicted = false;  ///< id and mode are then of any of its sides
    bool isIntentToAdd = false; ///< named by `git add -N`, without content
    bool operator==(const IndexEntry &) const = default;
};

/// Paths, and folders (ending with '/') that stand for all below them.
class PathSet
{
public:
    explicit PathSet(const QList<QByteArray> &paths);
    bool contains(const QByteArray &path) const; ///< O(depth)

private:
    QSet<QByteArray> m_paths;
    bool m_hasFolders = false;
};

/// The entries of paths, by path. Reads with libgit2. O(entries in the index).
Result<QList<IndexEntry>> readIndexEntries(const RepoLocation &where, const QList<QByteArray> &paths);

} // namespace Git
