// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/findings.h"

#include "base/text.h"
#include "diff/codepoints.h"
#include "diff/whitespace.h"

#include <algorithm>

namespace Diff {

namespace {

constexpr qsizetype kLargestPointer = 4096; // bytes of both sides of a file that may be one

/// One side of the difference as it would stand in the file.
QByteArray sideOf(const FileDiff &file, LineOrigin without)
{
    QByteArray side;
    for (const Line &line : file.lines) {
        if (line.origin == without)
            continue;
        side += file.content(line);
        if (line.endsWithNewline)
            side += '\n';
    }
    return side;
}

void countHidden(QByteArrayView content, QMap<char32_t, qsizetype> &hidden)
{
    for (qsizetype at = 0; at < content.size();) {
        at += asciiLength(content.sliced(at));
        if (at == content.size())
            return;
        const CodePoint point = codePointAt(content, at);
        // Tabs and the return before a line feed are no secret; other controls of ASCII are.
        const bool isPlain = point.value == '\t' || (point.value == '\r' && at + 1 == content.size());
        if (point.isValid && !isPlain && isHiddenCharacter(point.value))
            ++hidden[point.value];
        at += point.length;
    }
}

bool isAscii(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char character) { return uchar(character) < 0x80; });
}

void readEncodings(const FileDiff &file, FileFindings &found)
{
    if (isAscii(file.text))
        return;
    const QByteArray before = sideOf(file, LineOrigin::Added), after = sideOf(file, LineOrigin::Removed);
    found.oldEncoding = detectEncoding(isAscii(before) ? after : before); // ASCII may be any of them
    found.newEncoding = detectEncoding(isAscii(after) ? before : after);
}

FileFindings findingsOf(const FileDiff &file)
{
    FileFindings found;
    for (qsizetype at = 0; at < file.hunks.size(); ++at) {
        if (isWhitespaceOnly(file, file.hunks[at]))
            found.whitespaceHunks.insert(at);
    }
    for (const Line &line : file.lines)
        countHidden(file.content(line), found.hidden);
    readEncodings(file, found);
    if (file.text.size() <= kLargestPointer) {
        found.oldPointer = parseLfsPointer(sideOf(file, LineOrigin::Added));
        found.newPointer = parseLfsPointer(sideOf(file, LineOrigin::Removed));
    }
    return found;
}

} // namespace

Result<Findings> readFindings(const QList<FileDiff> &files, const CancelToken &cancel)
{
    Findings findings;
    findings.files.reserve(files.size());
    for (const FileDiff &file : files) {
        if (cancel.isCancelled())
            return failCancelled();
        findings.files.append(findingsOf(file));
    }
    findings.moves = findMoved(files, cancel);
    if (cancel.isCancelled())
        return failCancelled();
    for (auto line = findings.moves.ids.keyBegin(); line != findings.moves.ids.keyEnd(); ++line)
        ++findings.files[line->file].movedLines;
    return findings;
}

} // namespace Diff
