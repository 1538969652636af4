// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/failure.h"

namespace Ai {

/// How long to wait before asking again, after `tries` that failed; nothing: not again. Two times at most, as
/// the providers' own libraries do: what the provider asks for, if that is a minute or less, else half a
/// second, doubled each time up to 8 s, up to a quarter shorter by dice (0 to 1). Pure.
std::optional<std::chrono::milliseconds> pauseAfter(int tries, const Failure &failure, double dice);

} // namespace Ai
