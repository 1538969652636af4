// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/readers.h"

using namespace std::string_view_literals;

namespace Policy {

namespace {

class YamlReader
{
public:
    YamlReader(std::string_view text, Tree &tree)
        : m_text(text)
        , m_tree(tree)
    {}

    void run()
    {
        size_t at = startsWith(m_text, "\xef\xbb\xbf"sv) ? 3 : 0;
        m_levels.assign(1, Level{});
        while (at < m_text.size())
            at = readLine(at);
        m_tree.endDocument();
    }

private:
    struct Level
    {
        int indent = -1;
        int frame = Tree::kRoot;
        std::string_view pending = {}; ///< the key whose value comes in the lines below
    };

    size_t lineEnd(size_t at) const
    {
        const size_t end = m_text.find('\n', at);
        return end == std::string_view::npos ? m_text.size() : end;
    }
    size_t nextLine(size_t end) const { return end < m_text.size() ? end + 1 : end; }
    size_t skipBlanks(size_t at, size_t end) const
    {
        while (at < end && (m_text[at] == ' ' || m_text[at] == '\t'))
            ++at;
        return at;
    }

    void popTo(int indent)
    {
        while (m_levels.size() > 1 && m_levels.back().indent > indent)
            m_levels.pop_back();
    }

    Level &levelAt(int indent)
    {
        popTo(indent);
        if (m_levels.back().indent < indent) {
            const int frame = m_tree.open(m_levels.back().frame, m_levels.back().pending);
            m_levels.push_back({indent, frame, {}});
        }
        return m_levels.back();
    }

    bool isMarker(size_t at, size_t end, std::string_view marker) const
    {
        return m_text.substr(at, 3) == marker && (at + 3 >= end || m_text[at + 3] == ' ');
    }

    // Behind anchors and tags.
    size_t skipProperties(size_t at, size_t end) const
    {
        while (at < end && (m_text[at] == '&' || m_text[at] == '!')) {
            while (at < end && m_text[at] != ' ')
                ++at;
            at = skipBlanks(at, end);
        }
        return at;
    }

    bool isBlockHeader(size_t at, size_t end) const
    {
        if (m_text[at] != '|' && m_text[at] != '>')
            return false;
        ++at;
        while (at < end && (m_text[at] == '+' || m_text[at] == '-' || isDigit(m_text[at])))
            ++at;
        at = skipBlanks(at, end);
        return at >= end || m_text[at] == '#';
    }

    // The key's colon, or npos.
    size_t colonOf(size_t at, size_t end) const
    {
        if (m_text[at] == '"' || m_text[at] == '\'') {
            const size_t close = closingQuote(m_text.substr(0, end), at);
            if (close == std::string_view::npos)
                return close;
            const size_t colon = skipBlanks(close + 1, end);
            return colon < end && m_text[colon] == ':' ? colon : std::string_view::npos;
        }
        for (size_t colon = at; (colon = m_text.find(':', colon)) < end; ++colon) {
            if (colon + 1 == end || m_text[colon + 1] == ' ' || m_text[colon + 1] == '\t')
                return colon;
        }
        return std::string_view::npos;
    }

    size_t readLine(size_t lineStart)
    {
        const size_t next = nextLine(lineEnd(lineStart));
        size_t end = lineEnd(lineStart);
        if (end > lineStart && m_text[end - 1] == '\r')
            --end;
        size_t at = skipBlanks(lineStart, end);
        if (at >= end || m_text[at] == '#' || m_text.substr(at, 2) == "{{"sv)
            return next;
        if (at == lineStart && (isMarker(at, end, "---"sv) || isMarker(at, end, "..."sv))) {
            m_tree.endDocument();
            m_levels.assign(1, Level{});
            return next;
        }
        bool isItem = false;
        int indent = static_cast<int>(at - lineStart), itemIndent = indent;
        while (at < end && m_text[at] == '-' && (at + 1 >= end || m_text[at + 1] == ' ')) {
            popTo(indent);
            isItem = true;
            itemIndent = indent;
            at = skipBlanks(at + 1, end);
            indent = static_cast<int>(at - lineStart);
        }
        at = skipProperties(at, end);
        if (at >= end || m_text[at] == '#')
            return next;
        const char first = m_text[at];
        const size_t colon = first == '{' || first == '[' ? std::string_view::npos : colonOf(at, end);
        if (colon == std::string_view::npos) {
            if (!isItem && first != '{' && first != '[' && first != '"' && first != '\'')
                return next; // goes on with the text of the line before
            const Level &level = m_levels.back();
            return readValue(at, end, next, isItem ? itemIndent : indent, level.frame, level.pending);
        }
        Level &level = levelAt(indent);
        level.pending = keyOf(at, colon);
        const size_t value = skipProperties(skipBlanks(colon + 1, end), end);
        if (value >= end || m_text[value] == '#')
            return next;
        return readValue(value, end, next, indent, level.frame, level.pending);
    }

    std::string_view keyOf(size_t at, size_t colon) const
    {
        std::string_view key = trimmed(m_text.substr(at, colon - at));
        if (key.size() >= 2 && (key.front() == '"' || key.front() == '\'') && key.back() == key.front())
            key = key.substr(1, key.size() - 2);
        return key;
    }

    size_t readBlock(size_t next, int indent, int frame, std::string_view key)
    {
        size_t first = std::string_view::npos, last = next, at = next;
        while (at < m_text.size()) {
            const size_t end = lineEnd(at);
            const size_t text = skipBlanks(at, end);
            const bool isBlank = text >= end || m_text[text] == '\r';
            if (!isBlank && static_cast<int>(text - at) <= indent)
                break;
            if (!isBlank) {
                first = first == std::string_view::npos ? text : first;
                last = end;
            }
            at = nextLine(end);
        }
        if (first != std::string_view::npos)
            m_tree.leaf(frame, key, {first, last}, Scalar::Block);
        return at;
    }

    size_t readValue(size_t at, size_t end, size_t next, int indent, int frame, std::string_view key)
    {
        const char first = m_text[at];
        if (isBlockHeader(at, end))
            return readBlock(next, indent, frame, key);
        if (first == '"' || first == '\'') {
            const size_t close = closingQuote(m_text, at);
            if (close != std::string_view::npos) {
                m_tree.leaf(frame, key, {at + 1, close},
                            first == '"' ? Scalar::DoubleQuoted : Scalar::SingleQuoted);
                return close < end ? next : nextLine(lineEnd(close));
            }
        }
        const bool isTemplate = m_text.substr(at, 2) == "{{"sv;
        if ((first == '{' && !isTemplate) || first == '[') {
            const size_t close = readFlow(m_text, at, m_tree, frame, key);
            return close <= end ? next : nextLine(lineEnd(close));
        }
        if (first == '*')
            return next;
        const size_t comment = m_text.substr(0, end).find(" #"sv, at);
        size_t last = comment == std::string_view::npos ? end : comment;
        while (last > at && (m_text[last - 1] == ' ' || m_text[last - 1] == '\t'))
            --last;
        m_tree.leaf(frame, key, {at, last}, Scalar::Plain);
        return next;
    }

    std::string_view m_text;
    Tree &m_tree;
    std::vector<Level> m_levels;
};

} // namespace

size_t closingQuote(std::string_view text, size_t at)
{
    const char quote = text[at];
    if (quote == '\'') {
        for (size_t close = at + 1; (close = text.find('\'', close)) != std::string_view::npos; close += 2) {
            if (close + 1 >= text.size() || text[close + 1] != '\'')
                return close;
        }
        return std::string_view::npos;
    }
    for (size_t close = at + 1;
         (close = text.find_first_of(quote == '"' ? "\"\\"sv : "`\\"sv, close)) != std::string_view::npos;) {
        if (text[close] == quote)
            return close;
        close += 2;
    }
    return std::string_view::npos;
}

void readYaml(std::string_view text, Tree &tree)
{
    YamlReader(text, tree).run();
}

} // namespace Policy
