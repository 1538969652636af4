// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/blameparse.h"

#include "diff/names.h"

namespace Git {

namespace {

QByteArray nameOf(QByteArrayView text)
{
    return Diff::parseName(text).value_or(text.toByteArray());
}

// "<id> <line there> <line here> <lines>", lines from 1.
std::optional<BlameHunk> parseHead(QByteArrayView line)
{
    const QList<QByteArray> words = line.toByteArray().split(' ');
    const auto id = words.size() == 4 ? ObjectId::fromHex(words[0]) : std::nullopt;
    if (!id)
        return std::nullopt;
    BlameHunk hunk{.commit = *id,
                   .line = words[2].toLongLong() - 1,
                   .count = words[3].toLongLong(),
                   .sourceLine = words[1].toLongLong() - 1};
    if (hunk.line < 0 || hunk.count < 1 || hunk.sourceLine < 0)
        return std::nullopt;
    return hunk;
}

} // namespace

BlameParser::Found BlameParser::take(QByteArrayView piece)
{
    m_rest += piece;
    qsizetype start = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', start)) {
        takeLine(QByteArrayView(m_rest).sliced(start, end - start));
        start = end + 1;
    }
    m_rest.remove(0, start);
    return std::exchange(m_found, {});
}

void BlameParser::takeLine(QByteArrayView line)
{
    if (!m_isOpen) {
        if (auto hunk = parseHead(line)) {
            m_hunk = *std::move(hunk);
            m_isOpen = true;
        }
        return;
    }
    if (line == "boundary") {
        m_found.boundaries.insert(m_hunk.commit);
    } else if (constexpr QByteArrayView key("previous "); line.startsWith(key)) {
        const QByteArrayView value = line.sliced(key.size());
        const qsizetype space = value.indexOf(' ');
        const auto id = space < 0 ? std::nullopt : ObjectId::fromHex(value.first(space));
        if (id) {
            m_hunk.previous = *id;
            m_hunk.previousPath = nameOf(value.sliced(space + 1));
        }
    } else if (constexpr QByteArrayView last("filename "); line.startsWith(last)) {
        m_hunk.sourcePath = nameOf(line.sliced(last.size()));
        m_found.hunks.append(m_hunk);
        m_isOpen = false;
    }
}

} // namespace Git
