// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/types.h"

#include <limits>
#include <optional>

namespace Diff {

// The lines of a diff that speak about a file or a hunk, each read on its own.

constexpr quint32 kLargestNumber = std::numeric_limits<qint32>::max(); ///< of lines and of bytes

/// "100644"; 0: not a mode.
quint32 parseMode(QByteArrayView text);

/// What follows "index ": 1a2b..3c4d, maybe with the mode of both sides. What makes no sense is left out.
void parseIds(FileDiff &file, QByteArrayView text);

/// The whole line "@@ -a,b +c,d @@ section".
std::optional<Hunk> parseHunkHeader(QByteArrayView line);

/// Of a submodule a diff shows two lines that name commits: they become its ids.
void turnIntoSubmodule(FileDiff &file);

} // namespace Diff
