// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/patterns.h"

#include "policy/secrets/addresses.h"
#include "policy/secrets/keywords.h"
#include "policy/secrets/providers.h"
#include "policy/secrets/values.h"

#include <re2/re2.h>

#include <algorithm>
#include <memory>
#include <mutex>

using namespace std::string_view_literals;

namespace Policy {

namespace {

constexpr size_t kWindow = 4096; // bytes behind a keyword that a pattern sees
constexpr size_t kCostOfKeyword = 256;

constexpr quint16 kAddress = 0, kPrivateKey = 1, kPgpKey = 2, kPuttyKey = 3, kFirstProvider = 4;

/// A rule whose pattern is compiled when its keyword is met for the first time: all of them together would
/// take longer than most scans.
class LazyRule
{
public:
    explicit LazyRule(const ProviderRule &rule)
        : m_rule(rule)
        , m_isAssignment(startsWith(rule.pattern, "(?i)"sv))
    {}

    const ProviderRule &rule() const { return m_rule; }
    bool isAssignment() const { return m_isAssignment; }

    const RE2 &pattern() const
    {
        std::call_once(m_once, [this] {
            RE2::Options options;
            options.set_encoding(RE2::Options::EncodingLatin1);
            options.set_log_errors(false);
            m_pattern = std::make_unique<RE2>(m_rule.pattern, options);
        });
        return *m_pattern;
    }

private:
    const ProviderRule &m_rule;
    bool m_isAssignment;
    mutable std::once_flag m_once;
    mutable std::unique_ptr<RE2> m_pattern;
};

struct RuleBook
{
    std::vector<std::unique_ptr<LazyRule>> rules;
    std::unique_ptr<KeywordFilter> filter;
};

RuleBook makeRuleBook()
{
    RuleBook book;
    std::vector<KeywordFilter::Keyword> keywords = {{"://", kAddress},
                                                    {"private key", kPrivateKey},
                                                    {"-----begin pgp private", kPgpKey},
                                                    {"putty-user-key-file-", kPuttyKey}};
    for (const auto rules : {cloudRules(), codeRules(), serviceRules(), keyRules()}) {
        for (const ProviderRule &rule : rules) {
            const auto number = static_cast<quint16>(book.rules.size() + kFirstProvider);
            std::string_view rest = rule.keywords;
            while (!rest.empty()) {
                const size_t bar = rest.find('|');
                keywords.push_back({std::string(rest.substr(0, bar)), number});
                rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
            }
            book.rules.push_back(std::make_unique<LazyRule>(rule));
        }
    }
    book.filter = std::make_unique<KeywordFilter>(std::move(keywords));
    return book;
}

const RuleBook &ruleBook()
{
    static const RuleBook book = makeRuleBook();
    return book;
}

/// Whether a token may begin here: behind no letter, unless that belongs to an escape.
bool mayBegin(std::string_view text, size_t at)
{
    if (at == 0 || !isWordByte(text[at]) || !isWordByte(text[at - 1]))
        return true;
    const char before = text[at - 1];
    return at > 1 && text[at - 2] == '\\' && (before == 'n' || before == 't' || before == 'r');
}

bool isOnLineWithSemicolon(std::string_view text, size_t start, size_t end)
{
    const size_t before = text.substr(0, start).find_last_of("\n;"sv);
    const size_t after = text.find_first_of("\n;"sv, end);
    return (before != std::string_view::npos && text[before] == ';') ||
           (after != std::string_view::npos && text[after] == ';');
}

bool isJsonHeader(std::string_view token)
{
    const auto header = decodeBase64(token.substr(0, token.find('.')));
    return header && header->starts_with('{') && header->find("\"") != std::string::npos;
}

bool isConvincing(const ProviderRule &rule, std::string_view text, size_t start, size_t end)
{
    const std::string_view value = text.substr(start, end - start);
    if (end < text.size() && isWordByte(text[end]) && isWordByte(text[end - 1]) && rule.entropy > 0)
        return false;
    if (rule.kind == SecretKind::ConnectionString && !isOnLineWithSemicolon(text, start, end))
        return false;
    if (rule.kind == SecretKind::Password || rule.kind == SecretKind::ConnectionString) {
        if (classifyValue(value) == ValueClass::None)
            return false;
    }
    if (rule.id == "jwt"sv && !isJsonHeader(value))
        return false;
    return entropyOf(value) >= rule.entropy && !isExample(value);
}

/// The end of a key that begins at `from`: behind its last line, or where what can be of it ends.
size_t endOfKey(std::string_view text, size_t from, std::string_view lastLine)
{
    const std::string_view window = text.substr(from, 32 * 1024);
    const size_t last = window.find(lastLine);
    if (last != std::string_view::npos) {
        const size_t dashes = window.find("-----"sv, last + lastLine.size());
        const bool isNear = dashes != std::string_view::npos && dashes - last < 64;
        return from + (isNear ? dashes + 5 : last + lastLine.size());
    }
    size_t end = 0;
    while (end < window.size() &&
           (isWordByte(window[end]) || "+/=\n\r\t \\-:,"sv.find(window[end]) != std::string_view::npos))
        ++end;
    return from + end;
}

/// A PEM block around the words "PRIVATE KEY"; all in one place when it is a sentence.
std::pair<size_t, size_t> privateKeyAt(std::string_view text, size_t words)
{
    const size_t lineStart = words < 48 ? 0 : words - 48;
    const std::string_view before = text.substr(lineStart, words - lineStart);
    const size_t begin = before.rfind("-----BEGIN "sv);
    if (begin == std::string_view::npos || text.substr(words, 11) != "PRIVATE KEY"sv ||
        before.substr(begin).find("PGP"sv) != std::string_view::npos)
        return {words, words};
    const size_t header = text.find("-----"sv, words);
    if (header == std::string_view::npos || header - words > 24)
        return {words, words};
    const size_t end = endOfKey(text, header + 5, "-----END"sv);
    size_t letters = 0;
    for (size_t i = header + 5; i < end && letters < 40; ++i)
        letters += isWordByte(text[i]) ? 1 : 0;
    return letters < 40 ? std::pair(words, words) : std::pair(lineStart + begin, end);
}

struct Search
{
    std::string_view text;
    Effort &effort;
    std::vector<Match> found = {};
    size_t keysEnd = 0;

    void add(Match match)
    {
        if (effort.matches == 0) {
            effort.isSpent = true;
            return;
        }
        --effort.matches;
        found.push_back(std::move(match));
    }

    void addKey(std::string_view rule, std::string_view provider, std::pair<size_t, size_t> place)
    {
        if (place.second <= place.first)
            return;
        keysEnd = place.second;
        add({.rule = rule,
             .provider = provider,
             .kind = SecretKind::PrivateKey,
             .start = place.first,
             .end = place.second});
    }

    void takeKey(size_t at, quint16 number)
    {
        if (at < keysEnd)
            return;
        if (number == kPrivateKey)
            addKey("private-key"sv, "PEM"sv, privateKeyAt(text, at));
        else if (number == kPgpKey && text.substr(at, 10) == "-----BEGIN"sv)
            addKey("pgp-private-key"sv, "PGP"sv,
                   {at, endOfKey(text, at, "-----END PGP PRIVATE KEY BLOCK"sv)});
        else if (number == kPuttyKey &&
                 text.substr(at, 600).find("\nEncryption:"sv) != std::string_view::npos)
            addKey("putty-private-key"sv, "PuTTY"sv, {at, endOfKey(text, at, "\nPrivate-MAC:"sv)});
    }

    void takeAddress(size_t at)
    {
        const auto password = passwordInAddress(text, at);
        if (password)
            add({.rule = password->isToken ? "url-token"sv : "url-password"sv,
                 .provider = {},
                 .kind = SecretKind::Address,
                 .confidence = password->confidence,
                 .start = password->start,
                 .end = password->end});
    }

    void takeRule(size_t at, const LazyRule &lazy)
    {
        const ProviderRule &rule = lazy.rule();
        const auto lead = static_cast<size_t>(rule.lead);
        if (at < lead || (!lazy.isAssignment() && !mayBegin(text, at - lead)))
            return;
        const size_t begin = at - lead, end = std::min(text.size(), begin + kWindow);
        std::array<absl::string_view, 2> groups;
        const RE2 &pattern = lazy.pattern();
        const int wanted = pattern.NumberOfCapturingGroups() > 0 ? 2 : 1;
        if (!pattern.Match(absl::string_view(text.data(), text.size()), begin, end, RE2::ANCHOR_START,
                           groups.data(), wanted))
            return;
        const absl::string_view secret = groups[wanted == 2 && groups[1].data() ? 1 : 0];
        const auto start = static_cast<size_t>(secret.data() - text.data());
        if (!isConvincing(rule, text, start, start + secret.size()))
            return;
        add({.rule = rule.id,
             .provider = rule.provider,
             .kind = rule.kind,
             .confidence = rule.confidence,
             .start = start,
             .end = start + secret.size()});
    }
};

} // namespace

std::vector<Match> findByShape(std::string_view text, Effort &effort)
{
    const RuleBook &book = ruleBook();
    Search search{.text = text, .effort = effort};
    book.filter->scan(text, [&](size_t at, quint16 number) {
        if (effort.bytes == 0 || effort.matches == 0) {
            effort.isSpent = true;
            return false;
        }
        effort.bytes -= std::min(effort.bytes, kCostOfKeyword);
        if (number == kAddress)
            search.takeAddress(at);
        else if (number < kFirstProvider)
            search.takeKey(at, number);
        else
            search.takeRule(at, *book.rules[number - kFirstProvider]);
        return true;
    });
    return std::move(search.found);
}

std::vector<std::string_view> shapeRules()
{
    std::vector<std::string_view> ids = {"url-password"sv, "url-token"sv, "private-key"sv,
                                         "pgp-private-key"sv, "putty-private-key"sv};
    for (const auto &rule : ruleBook().rules)
        ids.push_back(rule->rule().id);
    return ids;
}

} // namespace Policy
