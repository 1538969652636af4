// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

/// How long ago, short: "now", "5 min", "3 h", "2 d", "4 wk", "7 mo", "2 y"; "in 3 h" for a moment to come.
QString relativeTime(const QDateTime &moment, const QDateTime &now);

/// The exact moment in the reader's own zone and language, with the month by name and the whole year, and in
/// the writer's zone where that differs.
QString exactTime(const QDateTime &moment);
