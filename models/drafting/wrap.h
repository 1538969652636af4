// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Drafting {

/// Whether a line would lose its meaning if it were broken: subject, comment, trailer, list item, quotation,
/// table, and what is indented or fenced as code. line: 0-based. commentPrefix: see MessageRules. Pure.
bool standsWhole(const QString &message, int line, const QString &commentPrefix);

/// Where a line that is longer than width (characters) is broken as it is written: the place of the space
/// that gives way to the line feed, so that no word and no link is cut. Nothing: it is not to be broken.
/// Pure.
std::optional<qsizetype> breakPlace(const QString &message, int line, int width,
                                    const QString &commentPrefix);

} // namespace Drafting
