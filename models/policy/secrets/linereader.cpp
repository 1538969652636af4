// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/readers.h"

using namespace std::string_view_literals;

namespace Policy {

namespace {

bool isNameByte(char c)
{
    return isWordByte(c) || c == '.' || c == '-' || c == '/';
}

size_t skipSpaces(std::string_view text, size_t at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
        ++at;
    return at;
}

/// Calls line(begin, end) for each line of a part, without its end.
template<class Line> void eachLine(std::string_view text, Span part, Line &&line)
{
    for (size_t at = part.start; at < part.end;) {
        const size_t end = std::min(text.find('\n', at), part.end);
        const size_t trimmedEnd = end > at && text[end - 1] == '\r' ? end - 1 : end;
        at = std::max(line(at, trimmedEnd), end + 1);
    }
}

class AssignmentReader
{
public:
    AssignmentReader(std::string_view text, Span part, AssignmentStyle style, Tree &tree, int frame)
        : m_text(text.substr(0, part.end))
        , m_style(style)
        , m_tree(tree)
        , m_frame(frame)
    {}

    /// Returns where to go on: behind the line, or behind a heredoc.
    size_t readLine(size_t begin, size_t end)
    {
        size_t at = skipSpaces(m_text, begin);
        if (at < end && (m_text[at] == '+' || m_text[at] == '-') && at == begin)
            at = skipSpaces(m_text, at + 1); // of a diff, or an option
        if (at >= end || m_text[at] == '#' || (m_text[at] == ';' && m_style == AssignmentStyle::Properties) ||
            (m_text.substr(at, 2) == "//"sv && m_style != AssignmentStyle::Properties))
            return end;
        if (m_style == AssignmentStyle::Hcl)
            takeVariableName(at, end);
        bool mayBePlain = m_style == AssignmentStyle::Environment || m_style == AssignmentStyle::Properties;
        for (size_t looked = 0; at < end && looked < kLongestLine; ++looked) {
            if (!isNameByte(m_text[at])) {
                ++at;
                continue;
            }
            const size_t nameStart = at;
            while (at < end && isNameByte(m_text[at]))
                ++at;
            const std::string_view name = m_text.substr(nameStart, at - nameStart);
            if (isPrefixWord(name) && mayBePlain)
                continue;
            const size_t value = valueBehind(at, end, name);
            if (value != 0)
                return std::max(end, takeValues(name, value, end, mayBePlain));
            mayBePlain = mayBePlain && (m_text[nameStart] == '-' || name.ends_with('/'));
        }
        return end;
    }

private:
    static constexpr size_t kLongestLine = 2 * 1024 * 1024;

    bool isPrefixWord(std::string_view name) const
    {
        return name == "export"sv || name == "ENV"sv || name == "ARG"sv || name == "set"sv ||
               name == "declare"sv || name == "readonly"sv || name == "local"sv || name == "setx"sv;
    }

    void takeVariableName(size_t at, size_t end)
    {
        const std::string_view line = m_text.substr(at, end - at);
        const size_t quote = line.find('"');
        if (startsWith(line, "variable "sv) && quote != std::string_view::npos)
            m_variable = line.substr(quote + 1, line.find('"', quote + 1) - quote - 1);
        else if (at < end && m_text[at] == '}' && (at == 0 || m_text[at - 1] == '\n'))
            m_variable = {};
    }

    // 0 when no value is assigned here.
    size_t valueBehind(size_t at, size_t end, std::string_view name) const
    {
        if (at < end && (m_text[at] == '"' || m_text[at] == '\''))
            ++at;
        if (at < end && m_text[at] == ']')
            ++at;
        at = skipSpaces(m_text, at);
        if (at >= end)
            return 0;
        const bool isEnv = m_style == AssignmentStyle::Environment;
        if (m_text.substr(at, 2) == ":="sv || m_text.substr(at, 2) == "=>"sv ||
            m_text.substr(at, 2) == "?="sv)
            return skipSpaces(m_text, at + 2);
        if (m_text[at] == '=' && (at + 1 >= end || m_text[at + 1] != '='))
            return skipSpaces(m_text, at + 1);
        if (m_text[at] == ':' && !isEnv && !name.ends_with('/') && m_text.substr(at, 3) != "://"sv)
            return skipSpaces(m_text, at + 1);
        if (isEnv && m_text.substr(0, at).ends_with(' ') && isEnvLine(at, name))
            return at;
        return 0;
    }

    // ENV NAME value, of a Dockerfile
    bool isEnvLine(size_t at, std::string_view name) const
    {
        const size_t start = static_cast<size_t>(name.data() - m_text.data());
        return start >= 4 && m_text.substr(start - 4, 4) == "ENV "sv && at > start;
    }

    // All of the line from the first value on.
    size_t takeValues(std::string_view name, size_t at, size_t end, bool mayBePlain)
    {
        while (at < end) {
            const char first = m_text[at];
            if (first == '"' || first == '\'' || first == '`') {
                const size_t close = closingQuote(m_text.substr(0, end), at);
                if (close == std::string_view::npos)
                    return end;
                take(name, {at + 1, close}, first == '"' ? Scalar::DoubleQuoted : Scalar::SingleQuoted);
                at = close + 1;
            } else if (m_style == AssignmentStyle::Hcl && m_text.substr(at, 2) == "<<"sv) {
                return takeHeredoc(name, at, end);
            } else if (mayBePlain) {
                takePlain(name, at, end);
                return end;
            }
            name = {};
            while (at < end && name.empty()) {
                if (!isNameByte(m_text[at])) {
                    ++at;
                    continue;
                }
                const size_t start = at;
                while (at < end && isNameByte(m_text[at]))
                    ++at;
                const size_t value = valueBehind(at, end, m_text.substr(start, at - start));
                if (value != 0) {
                    name = m_text.substr(start, at - start);
                    at = value;
                }
            }
        }
        return end;
    }

    void takePlain(std::string_view name, size_t at, size_t end)
    {
        std::string_view value = m_text.substr(at, end - at);
        value = value.substr(0, value.find(" #"sv));
        if (m_style == AssignmentStyle::Environment)
            value = value.substr(0, value.find_first_of(" \t;&|"sv));
        value = trimmed(value);
        if (value.ends_with(','))
            value.remove_suffix(1);
        // Of source code: a call, an expression.
        if (value.find('(') != std::string_view::npos && value.ends_with(')'))
            return;
        take(name, {at, at + value.size()}, Scalar::Plain);
    }

    size_t takeHeredoc(std::string_view name, size_t at, size_t end)
    {
        size_t word = at + 2;
        if (word < end && m_text[word] == '-')
            ++word;
        const std::string_view marker = trimmed(m_text.substr(word, end - word));
        size_t line = end + 1;
        const size_t begin = line;
        while (line < m_text.size()) {
            const size_t lineEnd = std::min(m_text.find('\n', line), m_text.size());
            if (trimmed(m_text.substr(line, lineEnd - line)) == marker && !marker.empty()) {
                if (line > begin)
                    take(name, {begin, line - 1}, Scalar::Block);
                return lineEnd;
            }
            line = lineEnd + 1;
        }
        return end;
    }

    void take(std::string_view name, Span value, Scalar style)
    {
        const bool isDefault = name == "default"sv && !m_variable.empty();
        m_tree.assignment(m_frame, isDefault ? m_variable : name, value, style);
    }

    std::string_view m_text;
    AssignmentStyle m_style;
    Tree &m_tree;
    int m_frame;
    std::string_view m_variable;
};

std::vector<Span> wordsOfNetrc(std::string_view text)
{
    constexpr auto kBlanks = " \t\r\n"sv;
    std::vector<Span> words;
    for (size_t at = 0; (at = text.find_first_not_of(kBlanks, at)) != std::string_view::npos;) {
        const size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
        words.push_back({at, end});
        at = end;
    }
    return words;
}

} // namespace

void readAssignments(std::string_view text, Span part, AssignmentStyle style, Tree &tree, int frame)
{
    AssignmentReader reader(text, part, style, tree, frame);
    eachLine(text, part, [&](size_t begin, size_t end) { return reader.readLine(begin, end); });
}

void readNetrc(std::string_view text, Tree &tree)
{
    const std::vector<Span> words = wordsOfNetrc(text);
    for (size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i].in(text) == "password"sv)
            tree.leaf(Tree::kRoot, "password"sv, words[++i], Scalar::Plain);
    }
    tree.endDocument();
}

void readPgpass(std::string_view text, Tree &tree)
{
    eachLine(text, {0, text.size()}, [&](size_t begin, size_t end) {
        size_t at = begin, colons = 0;
        for (; at < end && colons < 4; ++at) {
            if (text[at] == '\\')
                ++at;
            else if (text[at] == ':')
                ++colons;
        }
        if (colons == 4 && text[begin] != '#')
            tree.leaf(Tree::kRoot, "password"sv, {at, end}, Scalar::Plain);
        return end;
    });
    tree.endDocument();
}

void readHtpasswd(std::string_view text, Tree &tree)
{
    eachLine(text, {0, text.size()}, [&](size_t begin, size_t end) {
        const size_t colon = text.find(':', begin);
        if (colon < end && text[begin] != '#')
            tree.leaf(Tree::kRoot, "htpasswd password"sv, {colon + 1, end}, Scalar::Plain);
        return end;
    });
    tree.endDocument();
}

} // namespace Policy
