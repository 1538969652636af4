// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace Git {

// Modes of tree and index entries, as git writes them.
inline constexpr quint32 kLinkMode = 0120000, kSubmoduleMode = 0160000;

} // namespace Git
