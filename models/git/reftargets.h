// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/handle.h"
#include "git/packedrefs.h"
#include "git/packindexes.h"

namespace Git {

/// What references lead to where no look-up by name is needed for it: one read of packed-refs, one of each
/// loose reference, one glance at each object in the order of the ids, which is that of the packs' indexes.
/// About 1 µs a branch.
class RefTargets
{
public:
    struct Target
    {
        QByteArray name;
        ObjectId commit; ///< null: unknown here (a symbolic reference, a loose tag, an object that is missing
                         ///< or no commit, a name that is none)
    };

    /// packed: nothing if it is to be left to libgit2. loose: full names of the references that are files.
    RefTargets(const RepoLocation &where, git_odb *database, const std::optional<PackedRefs> &packed,
               const QList<QByteArray> &loose, const CancelToken &cancel);

    /// Whether these are all references that there are; else libgit2 has to list them.
    bool areAll() const { return m_areAll; }
    const QList<Target> &targets() const { return m_targets; } ///< by name
    ObjectId commitOf(const QByteArray &name) const;           ///< O(log references)

private:
    void verify(git_odb *database, const PackIndexes &packs, const CancelToken &cancel);

    bool m_areAll;
    QList<Target> m_targets;
};

} // namespace Git
