// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/query.h"

#include <span>

namespace History {

/// A field of a query line as it is typed, without the colon.
struct QueryField
{
    QLatin1StringView name;
    Field field;
};

std::span<const QueryField> queryFields(); ///< all there are

/// What stands before the first colon of a word if somebody may have meant a field by it; else empty: of
/// `fix:typo`, `feat(api):x`, `http://x`, `C:/x`, `std::sort`, `nginx:1.25` and `word:`. Pure.
QStringView likeField(QStringView word);

/// The sentence for a name that is no field: the nearest one, or all, and how to search for it as text.
QString noSuchField(QStringView name);

} // namespace History
