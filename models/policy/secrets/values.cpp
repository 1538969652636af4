// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/values.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace std::string_view_literals;

namespace Policy {

namespace {

constexpr std::array kNoValues = {
    "null"sv,      "~"sv,       "true"sv,     "false"sv,     "yes"sv,      "no"sv,        "on"sv,
    "off"sv,       "none"sv,    "nil"sv,      "undefined"sv, "string"sv,   "secret"sv,    "todo"sv,
    "tbd"sv,       "example"sv, "dummy"sv,    "sample"sv,    "redacted"sv, "hidden"sv,    "omitted"sv,
    "encrypted"sv, "unset"sv,   "optional"sv, "required"sv,  "bool"sv,     "boolean"sv,   "any"sv,
    "object"sv,    "replace"sv, "changeit"sv, "default"sv,   "prompt"sv,   "generated"sv, "auto"sv,
    "secrets"sv,   "tokens"sv,  "token"sv,    "inherit"sv,   "-"sv,        "n/a"sv,       "\"\""sv};

constexpr std::array kPlaceholderParts = {"changeme"sv,    "change-me"sv,  "change_me"sv,  "change-this"sv,
                                          "replaceme"sv,   "replace-me"sv, "replace_me"sv, "replace-with"sv,
                                          "placeholder"sv, "redacted"sv,   "xxxx"sv,       "****"sv,
                                          "your-"sv,       "your_"sv,      "<your"sv,      "insert-"sv};

constexpr std::array kReferenceStarts = {"op://"sv,
                                         "vault:"sv,
                                         "ref+"sv,
                                         "enc["sv,
                                         "secrets."sv,
                                         "arn:"sv,
                                         "projects/"sv,
                                         "var."sv,
                                         "local."sv,
                                         "data."sv,
                                         "module."sv,
                                         "kms:"sv,
                                         "ssm:"sv,
                                         "awssm"sv,
                                         "sm://"sv,
                                         "env:"sv,
                                         "env."sv,
                                         "process.env"sv,
                                         "os.environ"sv,
                                         "os.getenv"sv,
                                         "file:"sv,
                                         "keyring:"sv,
                                         "sops:"sv,
                                         "<path:"sv,
                                         "secretref"sv,
                                         "awsssm"sv,
                                         "gcpsm"sv,
                                         "azurekv"sv,
                                         "random_password."sv,
                                         "each."sv,
                                         "self."sv,
                                         "/run/secrets/"sv,
                                         "sha256:"sv,
                                         "sha512:"sv,
                                         "sha1-"sv,
                                         "sha256-"sv,
                                         "sha384-"sv,
                                         "sha512-"sv,
                                         "@microsoft.keyvault("sv,
                                         "age1"sv,
                                         "bao:"sv,
                                         "doppler://"sv};

bool isAllOf(std::string_view value, char c)
{
    return value.find_first_not_of(c) == std::string_view::npos;
}

bool isPath(std::string_view value)
{
    const bool isRooted = startsWith(value, "/"sv) || startsWith(value, "./"sv) ||
                          startsWith(value, "../"sv) || startsWith(value, "~/"sv);
    if (!isRooted || value.size() > 200)
        return false;
    const bool isPlain = std::ranges::all_of(
        value, [](char c) { return isWordByte(c) || c == '/' || c == '.' || c == '-' || c == '~'; });
    return isPlain &&
           (value.find('/', 2) != std::string_view::npos || value.find('.') != std::string_view::npos);
}

bool isPlainAddress(std::string_view value)
{
    const size_t slashes = value.find("://"sv);
    return slashes != std::string_view::npos && slashes > 0 && slashes < 20 &&
           value.find('@', slashes) == std::string_view::npos;
}

struct Traits
{
    int lower = 0, upper = 0, digits = 0, separators = 0, spaces = 0, symbols = 0, changes = 0;
    bool isHex = true, isWordy = true, isNameLike = true;
    int runs = 0;
    size_t longestRun = 0;
};

void closeRun(std::string_view run, Traits &traits)
{
    if (run.empty())
        return;
    ++traits.runs;
    traits.longestRun = std::max(traits.longestRun, run.size());
    size_t letters = 0;
    while (letters < run.size() && isLetter(run[letters]))
        ++letters;
    const size_t rest = run.size() - letters;
    const bool areDigits = std::ranges::all_of(run.substr(letters), isDigit);
    traits.isWordy = traits.isWordy && areDigits && (letters > 0 ? rest <= 2 : rest <= 4);
}

Traits traitsOf(std::string_view value)
{
    Traits traits;
    size_t runStart = 0;
    char before = 0;
    for (size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        const char kind = isDigit(c) ? 'd' : c >= 'a' && c <= 'z' ? 'l' : isLetter(c) ? 'u' : 's';
        traits.lower += kind == 'l';
        traits.upper += kind == 'u';
        traits.digits += kind == 'd';
        traits.changes += kind != before && before != 0;
        before = kind;
        if (kind != 'd' && !(lowered(c) >= 'a' && lowered(c) <= 'f'))
            traits.isHex = false;
        if (kind == 'u' || (kind == 's' && c != '-' && c != '.'))
            traits.isNameLike = false;
        if (kind != 's')
            continue;
        closeRun(value.substr(runStart, i - runStart), traits);
        runStart = i + 1;
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            ++traits.spaces;
        else if ("-_./:,"sv.find(c) != std::string_view::npos)
            ++traits.separators;
        else
            ++traits.symbols;
    }
    closeRun(value.substr(runStart), traits);
    return traits;
}

bool isUuid(std::string_view value)
{
    if (value.size() != 36)
        return false;
    for (size_t i = 0; i < value.size(); ++i) {
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = lowered(value[i]);
        if (isDash ? c != '-' : !(isDigit(c) || (c >= 'a' && c <= 'f')))
            return false;
    }
    return true;
}

ValueClass classifyTraits(std::string_view value, const Traits &traits)
{
    const int letters = traits.lower + traits.upper;
    if (traits.isHex && value.size() >= 32)
        return entropyOf(value) >= 2.8 ? ValueClass::Random : ValueClass::Words;
    if (isUuid(value))
        return ValueClass::Ordinary;
    const double restless = double(traits.changes) / double(value.size());
    const bool isMixed = traits.digits > 0 && letters > 0;
    if (traits.spaces == 0 && traits.longestRun >= 14 && value.size() >= 16 && entropyOf(value) >= 3.3 &&
        (isMixed || (traits.upper > 0 && traits.lower > 0 && restless >= 0.4)))
        return ValueClass::Random;
    if (traits.spaces > 0 && traits.symbols == 0)
        return ValueClass::Words;
    if (traits.symbols > 0 && letters + traits.digits > 0)
        return value.size() >= 16 && traits.spaces == 0 && isMixed ? ValueClass::Random
                                                                   : ValueClass::Ordinary;
    if (traits.isNameLike && traits.separators > 0)
        return ValueClass::Words;
    if (traits.isWordy && (traits.runs > 1 || traits.digits == 0))
        return ValueClass::Words;
    return isMixed ? ValueClass::Ordinary : ValueClass::Words;
}

} // namespace

bool startsWith(std::string_view text, std::string_view prefix)
{
    return text.substr(0, prefix.size()) == prefix;
}

bool equalsFolded(std::string_view text, std::string_view lowerCase)
{
    return text.size() == lowerCase.size() &&
           std::ranges::equal(text, lowerCase, [](char a, char b) { return lowered(a) == b; });
}

bool containsFolded(std::string_view text, std::string_view lowerCase)
{
    return !std::ranges::search(text, lowerCase, [](char a, char b) { return lowered(a) == b; }).empty() ||
           lowerCase.empty();
}

std::string_view trimmed(std::string_view text)
{
    constexpr auto kBlank = " \t\r\n"sv;
    const size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

double entropyOf(std::string_view value)
{
    std::array<int, 256> counts = {};
    for (const char c : value)
        ++counts[static_cast<unsigned char>(c)];
    double bits = 0;
    for (const int count : counts) {
        if (count == 0)
            continue;
        const double share = double(count) / double(value.size());
        bits -= share * std::log2(share);
    }
    return bits;
}

bool isReference(std::string_view value)
{
    for (const std::string_view part : {"${"sv, "{{"sv, "$(("sv, "$("sv, "#{"sv, "<<"sv, "$[["sv}) {
        if (value.find(part) != std::string_view::npos)
            return true;
    }
    if (value.size() < 2)
        return false;
    if (value[0] == '$' && (isLetter(value[1]) || value[1] == '_') &&
        std::ranges::all_of(value.substr(1), isWordByte))
        return true;
    const bool isWrapped = (value.front() == '%' || value.front() == '@') && value.back() == value.front();
    if (isWrapped && std::ranges::all_of(value.substr(1, value.size() - 2), isWordByte))
        return true;
    return std::ranges::any_of(kReferenceStarts, [&](std::string_view start) {
        return equalsFolded(value.substr(0, start.size()), start);
    });
}

bool isExample(std::string_view value)
{
    return containsFolded(value, "example"sv) || containsFolded(value, "xxxx"sv) ||
           containsFolded(value, "changeme"sv) || value.find("00000000"sv) != std::string_view::npos;
}

ValueClass classifyValue(std::string_view value)
{
    value = trimmed(value);
    if (value.empty() || isAllOf(value, value[0]) || isReference(value))
        return ValueClass::None;
    if (std::ranges::any_of(kNoValues, [&](std::string_view word) { return equalsFolded(value, word); }))
        return ValueClass::None;
    if (value.find("\xe2\x80\xa2"sv) != std::string_view::npos) // masked: •••
        return ValueClass::None;
    const bool isBracketed = (value.front() == '<' && value.back() == '>') ||
                             (value.front() == '[' && value.back() == ']') ||
                             (startsWith(value, "__"sv) && value.ends_with("__"sv));
    if (isBracketed || isPath(value) || isPlainAddress(value))
        return ValueClass::None;
    if (std::ranges::any_of(kPlaceholderParts,
                            [&](std::string_view part) { return containsFolded(value, part); }))
        return ValueClass::None;
    return classifyTraits(value, traitsOf(value));
}

} // namespace Policy
