// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/blamelinemap.h"

namespace Git {

BlameLineMap BlameLineMap::ofUtf16(QByteArrayView bytes, Diff::TextEncoding encoding, qsizetype textLines)
{
    using enum Diff::TextEncoding;
    const bool isLittle = encoding == Utf16Le || encoding == Utf16LeBom;
    BlameLineMap map;
    map.m_times = QList<qint64>(textLines, std::numeric_limits<qint64>::min());
    qsizetype text = 0;
    for (qsizetype start = 0; start < bytes.size();) {
        map.m_textLines.append(text < textLines ? text : -1); // what is left of the last line feed
        const qsizetype end = bytes.indexOf('\n', start);
        if (end < 0)
            break;
        const bool isLow = (end % 2 == 0) == isLittle;
        const qsizetype high = isLittle ? end + 1 : end - 1;
        text += isLow && high < bytes.size() && bytes[high] == '\0' ? 1 : 0;
        start = end + 1;
    }
    map.m_gitLines = map.m_textLines.size();
    return map;
}

qsizetype BlameLineMap::textLine(qsizetype gitLine) const
{
    if (m_textLines.isEmpty() || gitLine < 0 || gitLine >= m_gitLines)
        return gitLine;
    return m_textLines[gitLine] < 0 ? m_times.size() - 1 : m_textLines[gitLine];
}

QList<BlameHunk> BlameLineMap::take(const BlameHunk &hunk, qint64 time)
{
    if (m_textLines.isEmpty())
        return {hunk};
    QList<BlameHunk> mapped;
    for (qsizetype at = 0; at < hunk.count; ++at) {
        const qsizetype line = m_textLines[hunk.line + at], source = hunk.sourceLine + at;
        if (line < 0 || m_times[line] >= time)
            continue;
        m_times[line] = time;
        const bool goesOn = !mapped.isEmpty() && mapped.last().line + mapped.last().count == line &&
                            mapped.last().sourceLine + mapped.last().count == source;
        if (!goesOn) {
            mapped.append(hunk);
            mapped.last().line = line;
            mapped.last().sourceLine = source;
            mapped.last().count = 0;
        }
        ++mapped.last().count;
    }
    return mapped;
}

} // namespace Git
