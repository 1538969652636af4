// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

/// How well letters typed in a hurry fit a text: all must occur in order. Starts of words and unbroken runs
/// weigh more, gaps less. O(letters × text).
struct FuzzyMatch
{
    int score = 0;
    QList<qsizetype> positions; ///< of the matched characters in the text
};
std::optional<FuzzyMatch> fuzzyMatch(QStringView typed, QStringView text);
