// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Git {

/// How deep trees are followed. A tree cannot hold itself, but it can be made very deep.
inline constexpr int kDeepestTree = 512;

} // namespace Git
