// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <cstdlib>
#include <memory>
#include <new>
#include <vector>

namespace History {

/// One number for each position, zero until written. Grows by itself. Positions near each other share a
/// block; a block that nobody writes to costs nothing, and the system hands out its pages as they are
/// touched.
class ZeroedArray
{
public:
    quint32 &operator[](quint32 position)
    {
        const size_t block = position >> kBlockBits;
        if (block >= m_blocks.size() || !m_blocks[block])
            addBlock(block);
        return m_blocks[block][position & kBlockMask];
    }

    quint32 value(quint32 position) const
    {
        const size_t block = position >> kBlockBits;
        return block < m_blocks.size() && m_blocks[block] ? m_blocks[block][position & kBlockMask] : 0;
    }

    /// Into the processor's cache.
    void prefetch(quint32 position) const
    {
        const size_t block = position >> kBlockBits;
        if (block < m_blocks.size() && m_blocks[block])
            __builtin_prefetch(&m_blocks[block][position & kBlockMask], 1);
    }

private:
    static constexpr int kBlockBits = 18;
    static constexpr quint32 kBlockMask = (1U << kBlockBits) - 1;

    struct Free
    {
        void operator()(quint32 *block) const noexcept { std::free(block); }
    };

    void addBlock(size_t block)
    {
        if (block >= m_blocks.size())
            m_blocks.resize(block + 1);
        m_blocks[block].reset(static_cast<quint32 *>(std::calloc(size_t{1} << kBlockBits, sizeof(quint32))));
        if (!m_blocks[block])
            throw std::bad_alloc();
    }

    std::vector<std::unique_ptr<quint32[], Free>> m_blocks;
};

} // namespace History
