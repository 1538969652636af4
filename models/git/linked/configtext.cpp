// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/linked/configtext.h"

namespace Git {

namespace {

constexpr char kLineFeed = '\n'; // also of the text

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

bool isNamePart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

/// Reads one character after the other; a carriage return before a line feed belongs to that.
class ConfigReader
{
public:
    explicit ConfigReader(const QByteArray &text)
        : m_text(text)
    {
        if (text.startsWith("\xef\xbb\xbf"))
            m_at = 3;
    }

    std::optional<QList<ConfigSetting>> read()
    {
        QList<ConfigSetting> settings;
        while (m_at < m_text.size()) {
            const char c = take();
            if (c == kLineFeed || isBlank(c))
                continue;
            if (c == '#' || c == ';')
                skipLine();
            else if (c == '[' ? !readHeader() : !readSetting(c, settings))
                return std::nullopt;
        }
        return settings;
    }

private:
    char take()
    {
        if (m_at >= m_text.size())
            return kLineFeed;
        if (m_text.at(m_at) == '\r' && m_at + 1 < m_text.size() && m_text.at(m_at + 1) == kLineFeed)
            ++m_at;
        return m_text.at(m_at++);
    }
    bool isAtEnd() const { return m_at >= m_text.size(); }
    void skipLine()
    {
        while (!isAtEnd() && take() != kLineFeed) {
        }
    }

    bool readHeader()
    {
        m_section.clear();
        m_subsection.clear();
        for (char c = take();; c = take()) {
            if (c == ']') {
                splitDotted();
                return !m_section.isEmpty();
            }
            if (isBlank(c))
                return readSubsection();
            if (!isNamePart(c) && c != '.')
                return false;
            m_section += c;
        }
    }

    // The old form [section.sub] is the same as [section "sub"], but in lower case.
    void splitDotted()
    {
        m_section = m_section.toLower();
        if (const qsizetype dot = m_section.indexOf('.'); dot > 0) {
            m_subsection = m_section.sliced(dot + 1);
            m_section.truncate(dot);
        }
    }

    bool readSubsection()
    {
        m_section = m_section.toLower();
        char c = take();
        while (isBlank(c))
            c = take();
        if (c != '"' || m_section.isEmpty())
            return false;
        for (c = take(); c != '"'; c = take()) {
            if (c == '\\')
                c = take();
            if (c == kLineFeed)
                return false;
            m_subsection += c;
        }
        return take() == ']';
    }

    bool readSetting(char c, QList<ConfigSetting> &settings)
    {
        ConfigSetting setting{.section = m_section, .subsection = m_subsection, .name = {}, .value = {}};
        for (; isNamePart(c); c = take())
            setting.name += c;
        while (isBlank(c))
            c = take();
        setting.name = setting.name.toLower();
        if (setting.name.isEmpty() || (c != '=' && c != kLineFeed))
            return false;
        if (c == '=' && !readValue(setting.value))
            return false;
        settings += setting;
        return true;
    }

    bool readValue(QByteArray &value)
    {
        bool isQuoted = false;
        qsizetype kept = 0; // without blanks at the end
        for (char c = take();; c = take()) {
            if (c == kLineFeed) {
                value.truncate(kept);
                return !isQuoted;
            }
            if (!isQuoted && (c == '#' || c == ';')) {
                skipLine();
                value.truncate(kept);
                return true;
            }
            if (!isQuoted && isBlank(c)) {
                if (!value.isEmpty())
                    value += c;
                continue;
            }
            if (c == '"') {
                isQuoted = !isQuoted;
                kept = value.size();
                continue;
            }
            if (c == '\\' && !takeEscape(value))
                return false;
            if (c != '\\')
                value += c;
            kept = value.size();
        }
    }

    bool takeEscape(QByteArray &value)
    {
        switch (take()) {
        case kLineFeed:
            return !isAtEnd(); // the value goes on in the next line
        case 'n':
            value += '\n';
            return true;
        case 't':
            value += '\t';
            return true;
        case 'b':
            value += '\b';
            return true;
        case '\\':
            value += '\\';
            return true;
        case '"':
            value += '"';
            return true;
        default:
            return false;
        }
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    QByteArray m_section, m_subsection;
};

} // namespace

std::optional<QList<ConfigSetting>> parseConfigText(const QByteArray &text)
{
    return ConfigReader(text).read();
}

} // namespace Git
