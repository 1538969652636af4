// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/queryfields.h"

#include "history/text.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace History {

namespace {

constexpr std::array kQueryFields = {
    QueryField{"message"_L1, Field::Message},     QueryField{"author"_L1, Field::Author},
    QueryField{"committer"_L1, Field::Committer}, QueryField{"path"_L1, Field::Path},
    QueryField{"content"_L1, Field::Content},     QueryField{"before"_L1, Field::Before},
    QueryField{"after"_L1, Field::After},         QueryField{"id"_L1, Field::Id},
    QueryField{"branch"_L1, Field::Ref},          QueryField{"ref"_L1, Field::Ref}};

// What conventional commits begin with: words like any other.
constexpr std::array kCommitTypes = {
    "feat"_L1,  "fix"_L1,   "chore"_L1, "docs"_L1,   "style"_L1,    "refactor"_L1, "perf"_L1,    "test"_L1,
    "tests"_L1, "build"_L1, "ci"_L1,    "revert"_L1, "deps"_L1,     "bump"_L1,     "release"_L1, "hotfix"_L1,
    "wip"_L1,   "merge"_L1, "ops"_L1,   "infra"_L1,  "security"_L1, "config"_L1,   "fixup"_L1,   "squash"_L1};
constexpr qsizetype kShortestField = 2, kLongestField = 20, kMostMistakes = 2;

// How many letters are to be put in, left out, changed or swapped with their neighbour (optimal string
// alignment).
qsizetype mistakesBetween(QStringView typed, QLatin1StringView name)
{
    const auto width = static_cast<size_t>(name.size()) + 1;
    std::vector<qsizetype> before(width), last(width), row(width);
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype at = 1; at <= typed.size(); ++at) {
        row[0] = at;
        for (size_t to = 1; to < width; ++to) {
            const auto letter = static_cast<qsizetype>(to) - 1;
            const bool isSame = typed[at - 1].toLower() == QChar(name[letter]);
            row[to] = std::min({row[to - 1] + 1, last[to] + 1, last[to - 1] + (isSame ? 0 : 1)});
            if (at > 1 && to > 1 && typed[at - 1].toLower() == QChar(name[letter - 1]) &&
                typed[at - 2].toLower() == QChar(name[letter]))
                row[to] = std::min(row[to], before[to - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last.back();
}

// Null: none is near.
const QueryField *nearestField(QStringView name)
{
    const QueryField *nearest = nullptr;
    qsizetype fewest = std::min(kMostMistakes, name.size() / 3) + 1;
    for (const QueryField &field : kQueryFields) {
        const qsizetype mistakes = mistakesBetween(name, field.name);
        if (mistakes < fewest) {
            nearest = &field;
            fewest = mistakes;
        }
    }
    return nearest;
}

} // namespace

std::span<const QueryField> queryFields()
{
    return kQueryFields;
}

QStringView likeField(QStringView word)
{
    const qsizetype colon = word.indexOf(u':');
    if (colon < kShortestField || colon > kLongestField || colon + 1 == word.size())
        return {};
    const QStringView name = word.first(colon), value = word.sliced(colon + 1);
    const auto isName = [&](QLatin1StringView type) { return name.compare(type, Qt::CaseInsensitive) == 0; };
    const bool isLetters = std::ranges::all_of(
        name, [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); });
    if (!isLetters || value.startsWith("//"_L1) || value.startsWith(u':') ||
        std::ranges::any_of(kCommitTypes, isName))
        return {};
    if (value[0].isDigit() && !nearestField(name)) // the tag of an image, a port
        return {};
    return name;
}

QString noSuchField(QStringView name)
{
    QStringList all;
    for (const QueryField &field : kQueryFields)
        all += field.name + u':';
    const QueryField *nearest = nearestField(name);
    const QString there =
        nearest ? Text::tr("There is no field “%1:”; did you mean “%2:”?").arg(name, nearest->name)
                : Text::tr("There is no field “%1:”, but %2.").arg(name, all.join(u' '));
    return there + u' ' + Text::tr("In quotes it is searched for as text.");
}

} // namespace History
