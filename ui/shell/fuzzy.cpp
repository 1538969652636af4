// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

namespace {

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber() || (text[at].isUpper() && text[at - 1].isLower());
}

// Greedy from one starting place; trying every place for the first letter finds the better of several
// occurrences.
std::optional<FuzzyMatch> matchFrom(QStringView typed, QStringView text, qsizetype start)
{
    FuzzyMatch match;
    qsizetype at = start;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        while (at < text.size() && text[at].toCaseFolded() != letter.toCaseFolded())
            ++at;
        if (at == text.size())
            return std::nullopt;
        const bool isRun = !match.positions.isEmpty() && match.positions.last() == at - 1;
        match.score += 1 + (isRun ? 6 : 0) + (startsWord(text, at) ? 8 : 0);
        if (!match.positions.isEmpty() && !isRun)
            match.score -= int(std::min<qsizetype>(at - match.positions.last() - 1, 5));
        match.positions += at++;
    }
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView typed, QStringView text)
{
    typed = typed.trimmed();
    if (typed.isEmpty())
        return FuzzyMatch{};
    std::optional<FuzzyMatch> best;
    for (qsizetype start = 0; start < text.size(); ++start) {
        if (text[start].toCaseFolded() != typed[0].toCaseFolded())
            continue;
        std::optional<FuzzyMatch> match = matchFrom(typed, text, start);
        if (!match)
            break;
        if (!best || match->score > best->score)
            best = std::move(match);
    }
    return best;
}
