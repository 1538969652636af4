// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/words.h"

#include <QList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

struct Word
{
    const char *text;
    const char *canonical;
    int rank;
    bool isWeak = false;
};

// Two-part words stand first, so that non-prod is never read as prod.
constexpr std::array words = {
    Word{"non-prod", "non-production", 50},
    Word{"non-production", "non-production", 50},
    Word{"pre-prod", "pre-production", 50},
    Word{"pre-production", "pre-production", 50},
    Word{"nonprod", "non-production", 50},
    Word{"nonproduction", "non-production", 50},
    Word{"preprod", "pre-production", 50},
    Word{"preproduction", "pre-production", 50},
    Word{"local", "local", 0, true},
    Word{"dev", "development", 10},
    Word{"develop", "development", 10},
    Word{"development", "development", 10},
    Word{"sandbox", "sandbox", 10},
    Word{"sbox", "sandbox", 10},
    Word{"int", "integration", 20, true},
    Word{"integration", "integration", 20},
    Word{"ci", "ci", 20, true},
    Word{"test", "test", 30, true},
    Word{"testing", "test", 30},
    Word{"tst", "test", 30},
    Word{"qa", "qa", 30},
    Word{"sit", "sit", 30},
    Word{"ithc", "ithc", 30},
    Word{"uat", "uat", 40},
    Word{"demo", "demo", 40, true},
    Word{"acc", "acc", 40},
    Word{"perf", "perf", 45, true},
    Word{"load", "load", 45, true},
    Word{"stage", "staging", 50},
    Word{"staging", "staging", 50},
    Word{"stg", "staging", 50},
    Word{"pre", "pre-production", 50, true},
    Word{"aat", "aat", 50},
    Word{"canary", "canary", 60},
    Word{"prod", "production", 70},
    Word{"production", "production", 70},
    Word{"prd", "production", 70},
    Word{"live", "live", 70, true},
};

bool isSeparator(char c)
{
    return c == '-' || c == '_' || c == '.';
}

struct Token
{
    qsizetype start = 0, end = 0;
};

QList<Token> tokensOf(QByteArrayView name)
{
    QList<Token> tokens;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= name.size(); ++i) {
        if (i < name.size() && !isSeparator(name[i]))
            continue;
        if (i > start)
            tokens.append({start, i});
        start = i + 1;
    }
    return tokens;
}

const Word *wordOf(QByteArrayView text)
{
    const auto place = std::ranges::find_if(words, [text](const Word &word) { return text == word.text; });
    return place == words.end() ? nullptr : &*place;
}

QByteArray trimmedParts(QByteArrayView text)
{
    while (!text.isEmpty() && isSeparator(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSeparator(text.back()))
        text.chop(1);
    return text.toByteArray();
}

} // namespace

std::optional<NamedEnvironment> findEnvironment(QByteArrayView name, WeakWords weak)
{
    const QByteArray lower = name.toByteArray().toLower();
    const QList<Token> tokens = tokensOf(lower);
    std::optional<NamedEnvironment> found;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        qsizetype end = tokens[i].end;
        const Word *word = nullptr;
        if (i + 1 < tokens.size()) {
            const QByteArray pair =
                lower.sliced(tokens[i].start, end - tokens[i].start) + '-' +
                lower.sliced(tokens[i + 1].start, tokens[i + 1].end - tokens[i + 1].start);
            word = wordOf(pair);
        }
        const qsizetype start = tokens[i].start;
        if (word)
            end = tokens[++i].end;
        else
            word = wordOf(QByteArrayView(lower).sliced(start, end - start));
        const bool isWhole = start == 0 && end == lower.size();
        if (!word || (word->isWeak && !isWhole && weak == WeakWords::Alone))
            continue;
        if (found)
            return {};
        found = NamedEnvironment{.word = name.sliced(start, end - start).toByteArray(),
                                 .canonical = word->canonical,
                                 .rank = word->rank,
                                 .prefix = trimmedParts(name.first(start)),
                                 .variant = trimmedParts(name.sliced(end))};
    }
    return found;
}

bool isRegion(QByteArrayView variant)
{
    static constexpr std::array regions = {
        "eu",      "us",     "uk",        "asia",      "ap",        "apac",      "emea",      "amer",
        "na",      "sa",     "latam",     "af",        "me",        "ca",        "cn",        "jp",
        "in",      "au",     "de",        "fr",        "nl",        "sg",        "east",      "west",
        "north",   "south",  "central",   "northeast", "northwest", "southeast", "southwest", "europe",
        "america", "africa", "australia", "oceania",   "primary",   "secondary", "blue",      "green"};
    const QByteArray lower = variant.toByteArray().toLower();
    const QList<Token> tokens = tokensOf(lower);
    return !tokens.isEmpty() && std::ranges::all_of(tokens, [&lower](const Token &token) {
        QByteArrayView text = QByteArrayView(lower).sliced(token.start, token.end - token.start);
        while (!text.isEmpty() && text.back() >= '0' && text.back() <= '9')
            text.chop(1);
        return text.size() <= 1 || std::ranges::find(regions, text) != regions.end();
    });
}

QByteArray withoutEnvironment(const QByteArray &name)
{
    const std::optional<NamedEnvironment> found = findEnvironment(name);
    if (!found || found->isWhole())
        return name;
    if (found->prefix.isEmpty())
        return found->variant;
    return found->variant.isEmpty() ? found->prefix : QByteArray(found->prefix + '-' + found->variant);
}

} // namespace Environments
