// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitsource.h"

#include <utility>
#include <vector>

namespace History {

/// Which lane waits for a commit: a hash table as large as the graph is wide and no more, so that it stays in
/// the processor's cache however long the history is. Open addressing; what is taken out leaves no trace
/// (Knuth, The Art of Computer Programming 3, 6.4, algorithm R).
class AwaitedTable
{
public:
    static constexpr int kNone = -1;

    int value(Git::CommitPosition commit) const { return m_entries[slot(commit)].column; }

    /// kNone when it is new. Valid until the next call.
    int &operator[](Git::CommitPosition commit)
    {
        size_t at = slot(commit);
        if (m_entries[at].column == kNone) {
            if (2 * ++m_size > m_entries.size()) {
                grow();
                at = slot(commit);
            }
            m_entries[at].commit = commit;
        }
        return m_entries[at].column;
    }

    /// kNone: it was not there.
    int take(Git::CommitPosition commit)
    {
        size_t hole = slot(commit);
        const int column = std::exchange(m_entries[hole].column, kNone);
        if (column == kNone)
            return kNone;
        --m_size;
        for (size_t at = next(hole); m_entries[at].column != kNone; at = next(at)) {
            const size_t home = homeOf(m_entries[at].commit);
            if (((at - home) & mask()) < ((at - hole) & mask()))
                continue;
            m_entries[hole] = std::exchange(m_entries[at], Entry());
            hole = at;
        }
        return column;
    }

    void clear() { *this = AwaitedTable(); }

private:
    struct Entry
    {
        Git::CommitPosition commit = Git::kNoCommit;
        int column = kNone; ///< kNone: the slot is empty
    };

    size_t mask() const { return m_entries.size() - 1; }
    size_t next(size_t at) const { return (at + 1) & mask(); }
    // The upper bits of a product with 2^32 over the golden ratio (same book, 6.4).
    size_t homeOf(Git::CommitPosition commit) const { return (commit * 2654435769U) >> m_shift; }

    size_t slot(Git::CommitPosition commit) const
    {
        size_t at = homeOf(commit);
        while (m_entries[at].column != kNone && m_entries[at].commit != commit)
            at = next(at);
        return at;
    }

    void grow()
    {
        const std::vector<Entry> old = std::exchange(m_entries, std::vector<Entry>(m_entries.size() * 2));
        --m_shift;
        for (const Entry &entry : old) {
            if (entry.column != kNone)
                m_entries[slot(entry.commit)] = entry;
        }
    }

    std::vector<Entry> m_entries = std::vector<Entry>(64);
    int m_shift = 32 - 6; ///< leaves as many bits as number the entries
    size_t m_size = 0;
};

} // namespace History
