// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/types.h"

namespace Audit {

inline constexpr qsizetype kHeadSize = 86; ///< always: it is replaced in place, by one write

QByteArray formatHead(const Head &head);
std::optional<Head> parseHead(QByteArrayView file); ///< of the file, or as Head::text() writes it

/// What the digest of "no line" is.
inline const QByteArray kNoDigest(64, '0');

} // namespace Audit
