// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/types.h"

namespace Audit {

/// The line of a record, see trail.h. Without a line feed.
QByteArray formatLine(const Entry &entry, quint64 number, QByteArrayView previousDigest);

/// What chains a line to the others. Cheap: only the end of the line is looked at.
struct Link
{
    quint64 number = 0;
    QByteArrayView previous; ///< into the line
};
std::optional<Link> linkOf(QByteArrayView line);

std::optional<Record> parseLine(const QByteArray &line);

/// SHA-256 in lower-case hexadecimal.
QByteArray digestOf(QByteArrayView bytes);

bool isDigest(QByteArrayView text);

/// The operation of records about the trail itself.
inline constexpr QLatin1StringView kMendedOperation("audit_mended");

inline constexpr QLatin1StringView kTornTail("torn_tail"); ///< the one finding that loses nothing

} // namespace Audit
