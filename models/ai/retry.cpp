// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/retry.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Ai {

std::optional<std::chrono::milliseconds> pauseAfter(int tries, const Failure &failure, double dice)
{
    constexpr int kMostTries = 3;
    if (tries >= kMostTries || !failure.isPassing())
        return {};
    if (failure.retryAfter && *failure.retryAfter > 0ms)
        return *failure.retryAfter <= 60s ? failure.retryAfter : std::nullopt;
    const double seconds = std::min(0.5 * double(1 << std::max(0, tries - 1)), 8.0);
    return std::chrono::milliseconds(qint64(seconds * 1000 * (1 - 0.25 * std::clamp(dice, 0.0, 1.0))));
}

} // namespace Ai
