// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/hcl.h"

namespace Drafting {

namespace {

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
}

class Reader
{
public:
    explicit Reader(QByteArrayView text)
        : m_text(text)
    {}

    QList<HclBlock> read()
    {
        HclBlock top;
        readBody(top, {}, 0);
        if (!top.attributes.isEmpty())
            m_blocks.prepend(top);
        return m_blocks;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    char here() const { return m_text[m_at]; }
    bool startsWith(QByteArrayView what) const { return m_text.sliced(m_at).startsWith(what); }

    void skipLine()
    {
        const qsizetype end = m_text.indexOf('\n', m_at);
        m_at = end < 0 ? m_text.size() : end + 1;
    }

    void skipSpace(bool overLines)
    {
        while (!atEnd()) {
            if (here() == '#' || startsWith("//")) {
                if (!overLines)
                    return;
                skipLine();
            } else if (startsWith("/*")) {
                const qsizetype end = m_text.indexOf("*/", m_at);
                m_at = end < 0 ? m_text.size() : end + 2;
            } else if (here() == ' ' || here() == '\t' || here() == '\r' ||
                       (overLines && (here() == '\n' || here() == ','))) {
                ++m_at;
            } else {
                return;
            }
        }
    }

    QByteArray readName()
    {
        if (here() == '"')
            return readQuoted();
        const qsizetype start = m_at;
        while (!atEnd() && isNameCharacter(here()))
            ++m_at;
        return m_text.sliced(start, m_at - start).toByteArray();
    }

    QByteArray readQuoted()
    {
        const qsizetype start = ++m_at;
        while (!atEnd() && here() != '"' && here() != '\n')
            m_at += here() == '\\' && m_at + 1 < m_text.size() ? 2 : 1;
        const QByteArray inner = m_text.sliced(start, qMin(m_at, m_text.size()) - start).toByteArray();
        m_at = qMin(m_at + 1, m_text.size());
        return inner;
    }

    void skipHeredoc()
    {
        m_at += 2;
        if (!atEnd() && here() == '-')
            ++m_at;
        const QByteArray mark = readName();
        skipLine();
        while (!atEnd()) {
            const qsizetype start = m_at;
            skipLine();
            if (mark.isEmpty() || m_text.sliced(start, m_at - start).trimmed() == mark)
                return;
        }
    }

    QByteArray readExpression()
    {
        const qsizetype start = m_at;
        int open = 0;
        while (!atEnd()) {
            const char c = here();
            if (c == '"') {
                readQuoted();
                continue;
            }
            if (startsWith("<<")) {
                skipHeredoc();
                continue;
            }
            if (c == '{' || c == '[' || c == '(')
                ++open;
            if (c == '}' || c == ']' || c == ')') {
                if (open == 0)
                    break;
                --open;
            }
            if (open == 0 && (c == '\n' || c == '#' || startsWith("//")))
                break;
            ++m_at;
        }
        const QByteArray text =
            m_text.sliced(start, qMin(m_at, m_text.size()) - start).trimmed().toByteArray();
        const bool isString =
            text.size() >= 2 && text.front() == '"' && text.indexOf('"', 1) == text.size() - 1;
        return isString ? text.sliced(1, text.size() - 2) : text;
    }

    void readBody(HclBlock &block, const QByteArray &prefix, int depth)
    {
        while (true) {
            skipSpace(true);
            if (atEnd())
                return;
            if (here() == '}') {
                ++m_at;
                if (depth > 0)
                    return;
                continue;
            }
            if (!isNameCharacter(here()) && here() != '"') {
                ++m_at;
                continue;
            }
            readStatement(block, prefix, depth);
        }
    }

    void readStatement(HclBlock &block, const QByteArray &prefix, int depth)
    {
        const QByteArray name = readName();
        QByteArray labels;
        for (skipSpace(false); !atEnd() && (here() == '"' || isNameCharacter(here())); skipSpace(false))
            labels += (labels.isEmpty() ? QByteArray() : QByteArray(".")) + readName();
        if (atEnd())
            return;
        if ((here() == '=' || here() == ':') && !startsWith("==")) {
            ++m_at;
            skipSpace(false);
            block.attributes.append({prefix + name, readExpression()});
        } else if (here() == '{') {
            ++m_at;
            if (depth == 0) {
                HclBlock inner{.type = name, .labels = labels};
                readBody(inner, {}, 1);
                m_blocks.append(inner);
            } else if (depth < 40) {
                readBody(block, prefix + name + (labels.isEmpty() ? labels : '.' + labels) + '.', depth + 1);
            }
        } else {
            skipLine();
        }
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QList<HclBlock> m_blocks;
};

} // namespace

QByteArray HclBlock::value(QByteArrayView name) const
{
    for (const auto &[key, value] : attributes) {
        if (key == name)
            return value;
    }
    return {};
}

QList<HclBlock> parseHcl(QByteArrayView text)
{
    return Reader(text).read();
}

} // namespace Drafting
