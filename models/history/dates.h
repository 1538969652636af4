// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringView>

#include <optional>

namespace History {

/// A moment as users of Git write it, in seconds since 1970: 2024-05-01, 2024/05/01 17:30, 2024-05, 2024,
/// 2024-05-01T17:30:00+02:00, "1 May 2024", "May 2024", @1714521600, now, today, yesterday, "last week",
/// monday, "2 weeks ago", 2.weeks.ago. What names a day, month or year means its start in now's time zone
/// (where Git would take the present time of that day); what counts back does so from now. Pure.
std::optional<qint64> parseDate(QStringView text, const QDateTime &now);

} // namespace History
