// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/whitespace.h"

#include <algorithm>

namespace Diff {

namespace {

bool isBlank(char character)
{
    return character == ' ' || character == '\t' || character == '\r' || character == '\f' ||
           character == '\v';
}

QByteArray withoutBlanks(QByteArrayView content)
{
    QByteArray kept;
    kept.reserve(content.size());
    std::ranges::remove_copy_if(content, std::back_inserter(kept), isBlank);
    return kept;
}

/// One block of changes: what was there and what is there, without blanks and empty lines.
struct ChangedBlock
{
    QByteArray removed, added;
    bool isSame() const { return removed == added; }
};

} // namespace

bool isWhitespaceOnly(const FileDiff &file, const Hunk &hunk)
{
    ChangedBlock block;
    bool hasChange = false;
    for (qsizetype at = hunk.firstLine; at < hunk.firstLine + hunk.lineCount; ++at) {
        const Line &line = file.lines[at];
        if (line.origin == LineOrigin::Context) {
            if (!block.isSame())
                return false;
            block = {};
            continue;
        }
        hasChange = true;
        QByteArray content = withoutBlanks(file.content(line));
        if (content.isEmpty())
            continue;
        (line.origin == LineOrigin::Added ? block.added : block.removed) += content + '\n';
    }
    return hasChange && block.isSame();
}

} // namespace Diff
