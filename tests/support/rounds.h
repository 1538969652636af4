// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Tests {

/// How often a property is tried: a tenth under a sanitizer, which looks for other faults and is slow.
template<class Number> constexpr Number rounds(Number wanted)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return wanted / 10;
#else
    return wanted;
#endif
}

} // namespace Tests
