// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitsource.h"
#include "git/types.h"

#include <array>
#include <span>
#include <vector>

namespace Git {

/// Commits that no graph file holds, in flat arrays: 56 bytes and a slot of 16 each. A commit has a place
/// from the moment another names it as its parent; what it says is known once it was read. SHA-1 only.
class LoadedCommits
{
public:
    static constexpr quint32 kNone = std::numeric_limits<quint32>::max();
    /// Positions from here on cannot be held; a repository of 2,000,000,000 commits is refused.
    static constexpr CommitPosition kPositionLimit = 1U << 31;

    LoadedCommits();

    quint32 size() const { return static_cast<quint32>(m_ids.size()); }
    quint32 find(const ObjectId &id) const;  ///< kNone: not here
    quint32 add(const ObjectId &id);         ///< must not be here yet
    quint32 addUnlisted(const ObjectId &id); ///< one that find() does not know

    bool isUnread(quint32 at) const { return m_records[at].first == kUnread; }
    bool isMissing(quint32 at) const { return m_records[at].first == kMissing; }
    void set(quint32 at, const ObjectId &tree, quint64 date, std::span<const CommitPosition> parents);
    void setMissing(quint32 at) { m_records[at].first = kMissing; }

    ObjectId id(quint32 at) const { return ObjectId::fromRaw(m_ids[at].data(), kIdSize); }
    ObjectId tree(quint32 at) const { return ObjectId::fromRaw(m_trees[at].data(), kIdSize); }
    quint64 date(quint32 at) const { return m_records[at].date; }
    void parents(quint32 at, ParentPositions &out) const; ///< replaces out

private:
    static constexpr qsizetype kIdSize = 20;
    static constexpr CommitPosition kUnread = kNoCommit - 1, kMissing = kNoCommit - 2;
    static constexpr quint32 kMore = 1U << 31; ///< in second: the place in m_more; there: the last one

    using RawId = std::array<uchar, kIdSize>;
    struct Record
    {
        CommitPosition first = kUnread; ///< kNoCommit: no parent
        CommitPosition second = kNoCommit;
        quint64 date = 0;
    };
    struct Slot
    {
        quint32 at = kNone;
        quint32 tag = 0; ///< spares most looks at the id
    };

    quint64 hash(const RawId &id) const;
    void grow();

    std::vector<RawId> m_ids, m_trees;
    std::vector<Record> m_records;
    std::vector<CommitPosition> m_more; ///< second and later parents of octopus merges
    std::vector<Slot> m_slots;          ///< open addressing; the size is a power of two
    quint32 m_used = 0;
    quint64 m_seed; ///< ids are hashes, but those of a hostile repository are chosen
};

} // namespace Git
