// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mman.h>

#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace Git {

struct ReleaseArray
{
    void operator()(void *memory) const noexcept { std::free(memory); }
};
template<class Number> using LargeArray = std::unique_ptr<Number[], ReleaseArray>;

/// Numbers without values yet. A large array asks for large pages: to be given many megabytes in small ones
/// takes longer than to read a file into them. Throws std::bad_alloc.
template<class Number> LargeArray<Number> makeLargeArray(size_t count)
{
    static_assert(std::is_trivial_v<Number>);
    constexpr size_t page = 2 * 1024 * 1024;
    const size_t size = count * sizeof(Number);
    const bool isLarge = size >= 2 * page;
    const size_t whole = isLarge ? (size + page - 1) / page * page : std::max<size_t>(size, 1);
    void *memory = isLarge ? std::aligned_alloc(page, whole) : std::malloc(whole);
    if (!memory)
        throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    if (isLarge)
        ::madvise(memory, whole, MADV_HUGEPAGE); // when it cannot be, small ones do
#endif
    return LargeArray<Number>(static_cast<Number *>(memory));
}

} // namespace Git
