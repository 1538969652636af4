// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/readers.h"

using namespace std::string_view_literals;

namespace Policy {

namespace {

constexpr size_t kDeepest = 10'000;

struct FlowLevel
{
    int frame = 0;
    std::string_view key;
    bool isMapping = false;
    bool awaitsValue = false;
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The end of an unquoted scalar; in a mapping a colon ends a key.
size_t endOfPlain(std::string_view text, size_t at, bool isKey)
{
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == ',' || c == '}' || c == ']' || c == '\n')
            return at;
        if (isKey && c == ':' && (at + 1 == text.size() || isBlank(text[at + 1])))
            return at;
    }
    return at;
}

} // namespace

size_t readFlow(std::string_view text, size_t at, Tree &tree, int frame, std::string_view key)
{
    std::vector<FlowLevel> levels;
    while (at < text.size()) {
        const char c = text[at];
        if (isBlank(c) || c == ',') {
            ++at;
            continue;
        }
        if (c == '#' && at > 0 && isBlank(text[at - 1])) {
            at = std::min(text.find('\n', at), text.size());
            continue;
        }
        const int outerFrame = levels.empty() ? frame : levels.back().frame;
        const std::string_view outerKey = levels.empty() ? key : levels.back().key;
        if (levels.size() >= kDeepest) {
            tree.giveUp();
            return text.size();
        }
        if (c == '{' || c == '[') {
            if (!levels.empty())
                levels.back().awaitsValue = false;
            const bool isMapping = c == '{';
            levels.push_back({isMapping ? tree.open(outerFrame, outerKey) : outerFrame,
                              isMapping ? std::string_view() : outerKey, isMapping, false});
            ++at;
            continue;
        }
        if (c == '}' || c == ']') {
            ++at;
            levels.pop_back();
            if (levels.empty())
                return at;
            continue;
        }
        FlowLevel &level = levels.back();
        const bool isKey = level.isMapping && !level.awaitsValue;
        Span scalar;
        Scalar style = Scalar::Plain;
        const size_t close = c == '"' || c == '\'' ? closingQuote(text, at) : std::string_view::npos;
        if (close != std::string_view::npos) {
            scalar = {at + 1, close};
            style = c == '"' ? Scalar::DoubleQuoted : Scalar::SingleQuoted;
            at = close + 1;
        } else {
            const size_t end = endOfPlain(text, at, isKey);
            const std::string_view plain = trimmed(text.substr(at, end - at));
            scalar = {at, at + plain.size()};
            at = std::max(end, at + 1);
        }
        if (!isKey) {
            tree.leaf(level.frame, level.key, scalar, style);
            level.awaitsValue = false;
            continue;
        }
        while (at < text.size() && isBlank(text[at]))
            ++at;
        level.key = scalar.in(text);
        level.awaitsValue = at < text.size() && text[at] == ':';
        at += level.awaitsValue ? 1 : 0;
    }
    return at;
}

void readJson(std::string_view text, Tree &tree)
{
    for (size_t at = 0; (at = text.find_first_of("{["sv, at)) != std::string_view::npos;) {
        at = readFlow(text, at, tree, Tree::kRoot, {});
        tree.endDocument();
    }
}

} // namespace Policy
