// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/handle.h"
#include "git/packedrefs.h"

namespace Git {

/// What references lead to where no look-up by name is needed for it: one read of packed-refs, one of each
/// loose reference, one glance at what kind of object it is. One thread; lives as long as the database.
class RefTargets
{
public:
    /// packed: nothing if it is to be left to libgit2. loose: full names of the references that are files.
    RefTargets(const RepoLocation &where, git_odb *database, std::optional<PackedRefs> packed,
               const QList<QByteArray> &loose);

    /// The names of all references of the common folder, sorted; nothing: libgit2 has to list them.
    std::optional<QList<QByteArray>> names() const;

    /// The commit; null: unknown here (a symbolic reference, a loose tag, an object that is no commit, a name
    /// that is none).
    ObjectId commitOf(const QByteArray &name) const;

private:
    ObjectId heldBy(const QByteArray &name) const;

    const RepoLocation &m_where;
    git_odb *m_database;
    bool m_isWhole;
    PackedRefs m_packed;
    QSet<QByteArray> m_loose;
};

} // namespace Git
