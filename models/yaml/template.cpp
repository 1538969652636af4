// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/value.h"

namespace Yaml {

namespace {

qsizetype indentOf(QByteArrayView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == ' ')
        ++indent;
    return indent;
}

/// What one line leaves open for the next.
struct Scan
{
    char quote = 0; ///< an open ' or "
    bool hasBraces = false;
    bool opensBlock = false; ///< ends with a block scalar's header: | or > with its indicators
};

bool isBlockHeader(QByteArrayView word)
{
    return !word.isEmpty() && word.size() <= 3 && (word[0] == '|' || word[0] == '>') &&
           std::ranges::all_of(word.sliced(1),
                               [](char c) { return c == '+' || c == '-' || (c >= '1' && c <= '9'); });
}

/// The index after the quoted text that goes on at `from`, or the line's size while it stays open.
qsizetype skipQuoted(QByteArrayView line, qsizetype from, char &quote)
{
    for (qsizetype i = from; i < line.size(); ++i) {
        if (quote == '"' && line[i] == '\\') {
            ++i;
        } else if (line[i] == quote) {
            if (quote == '\'' && i + 1 < line.size() && line[i + 1] == '\'') {
                ++i;
                continue;
            }
            quote = 0;
            return i + 1;
        }
    }
    return line.size();
}

void scanLine(QByteArrayView line, Scan &scan)
{
    scan.opensBlock = false;
    qsizetype i = scan.quote ? skipQuoted(line, 0, scan.quote) : 0;
    char before =
        ':'; // the last character that is not a space: a quote opens a string only where a value may start
    qsizetype wordStart = i;
    for (; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '#' && (i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t')) {
            line = line.first(i);
            break;
        }
        if (c == '{' && i + 1 < line.size() && line[i + 1] == '{') {
            scan.hasBraces = true;
            return;
        }
        if ((c == '"' || c == '\'') && QByteArrayView(":-[{,?!").contains(before)) {
            scan.quote = c;
            i = skipQuoted(line, i + 1, scan.quote) - 1;
            before = c;
            continue;
        }
        if (c == ' ' || c == '\t')
            wordStart = i + 1;
        else
            before = c;
    }
    while (!line.isEmpty() && (line.back() == ' ' || line.back() == '\t'))
        line.chop(1);
    if (line.isEmpty())
        return; // Qt 6.8 looks behind the end of an empty view that begins at a space
    const qsizetype lastSpace = std::max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
    scan.opensBlock =
        !scan.quote && wordStart <= line.size() + 1 && isBlockHeader(line.sliced(lastSpace + 1));
}

} // namespace

bool isTemplate(QByteArrayView text)
{
    Scan scan;
    qsizetype blockIndent = -1; // of the line that opened a block scalar: deeper lines are its text
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        QByteArrayView line = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        const qsizetype indent = indentOf(line);
        if (blockIndent >= 0) {
            if (indent == line.size() || indent > blockIndent)
                continue;
            blockIndent = -1;
        }
        scanLine(line, scan);
        if (scan.hasBraces)
            return true;
        if (scan.opensBlock)
            blockIndent = indent;
    }
    return false;
}

} // namespace Yaml
