// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/packindexes.h"

#include <memory>

namespace Git {

/// Reads commits that lie whole in packs, one after another on one thread; several threads may share the
/// indexes. About 3 µs each. libgit2 takes a lock of the whole process several times for each object, so that
/// its threads wait for each other most of the time; it answers for all that this one does not.
class PackedCommits
{
    Q_DISABLE_COPY_MOVE(PackedCommits)

public:
    explicit PackedCommits(const PackIndexes &indexes); ///< must outlive this
    ~PackedCommits();

    /// The bytes of the commit, good until the next call. Nothing: it is not in these packs, no commit,
    /// stored as a difference to another, large or damaged.
    std::optional<QByteArrayView> read(const ObjectId &id);

private:
    struct Inflater;

    const PackIndexes &m_indexes;
    std::unique_ptr<Inflater> m_inflater;
    std::vector<uchar> m_packed, m_content;
};

} // namespace Git
