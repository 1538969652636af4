// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/encoding.h"
#include "git/blame.h"

#include <limits>

namespace Git {

/// Which line of a text people read is which one of git, that ends a line at every byte 0x0A: in UTF-16 also
/// within the line feed itself, and within other characters.
class BlameLineMap
{
public:
    static constexpr qint64 kNewest = std::numeric_limits<qint64>::max();

    BlameLineMap() = default;
    explicit BlameLineMap(qsizetype lines)
        : m_gitLines(lines)
    {} ///< the same ones
    /// O(bytes).
    static BlameLineMap ofUtf16(QByteArrayView bytes, Diff::TextEncoding encoding, qsizetype textLines);

    qsizetype gitLines() const { return m_gitLines; }
    qsizetype textLine(qsizetype gitLine) const;

    /// A hunk of git's lines as hunks of the text's. Of a line that is several of git's the one of the newest
    /// commit counts: what comes later stands in for what came before. O(lines).
    QList<BlameHunk> take(const BlameHunk &hunk, qint64 time);

private:
    qsizetype m_gitLines = 0;
    QList<qsizetype> m_textLines; ///< by git's; -1: of none. Empty: the same ones
    QList<qint64> m_times;        ///< by line of the text
};

} // namespace Git
