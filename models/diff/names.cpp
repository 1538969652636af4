// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Diff {

namespace {

char unescaped(char letter)
{
    switch (letter) {
    case 'a':
        return '\a';
    case 'b':
        return '\b';
    case 't':
        return '\t';
    case 'n':
        return '\n';
    case 'v':
        return '\v';
    case 'f':
        return '\f';
    case 'r':
        return '\r';
    default:
        return letter;
    }
}

} // namespace

QByteArray quotePath(QByteArrayView path)
{
    const auto isPlain = [](char letter) {
        const auto byte = static_cast<uchar>(letter);
        return byte >= 0x20 && byte < 0x7f && letter != '"' && letter != '\\';
    };
    if (std::ranges::all_of(path, isPlain))
        return path.toByteArray();
    constexpr QByteArrayView special("\a\b\t\n\v\f\r\"\\");
    constexpr QByteArrayView letters("abtnvfr\"\\");
    QByteArray quoted = "\""_ba;
    for (const char letter : path) {
        if (isPlain(letter)) {
            quoted += letter;
        } else if (const qsizetype at = special.indexOf(letter); at >= 0) {
            quoted += '\\';
            quoted += letters[at];
        } else {
            quoted += '\\' + QByteArray::number(static_cast<uchar>(letter), 8).rightJustified(3, '0');
        }
    }
    return quoted + '"';
}

QByteArray quotePathAlways(QByteArrayView path)
{
    const QByteArray text = quotePath(path);
    return text.startsWith('"') ? text : QByteArray('"' + text + '"');
}

std::optional<QByteArray> takeQuoted(QByteArrayView &text)
{
    if (!text.startsWith('"'))
        return std::nullopt;
    QByteArray name;
    for (qsizetype at = 1; at < text.size(); ++at) {
        if (text[at] == '"') {
            text = text.sliced(at + 1);
            return name;
        }
        if (text[at] != '\\') {
            name += text[at];
            continue;
        }
        if (++at >= text.size())
            break;
        if (text[at] < '0' || text[at] > '7') {
            name += unescaped(text[at]);
            continue;
        }
        uint byte = 0;
        qsizetype digits = 0;
        for (; digits < 3 && at < text.size() && text[at] >= '0' && text[at] <= '7'; ++digits, ++at)
            byte = byte * 8 + static_cast<uint>(text[at] - '0');
        --at;
        name += static_cast<char>(byte & 0xff);
    }
    return std::nullopt;
}

std::optional<QByteArray> parseName(QByteArrayView text)
{
    if (!text.startsWith('"')) {
        if (text.endsWith('\t')) // git's mark for a name with a space
            text.chop(1);
        return text.toByteArray();
    }
    std::optional<QByteArray> name = takeQuoted(text);
    return name;
}

QByteArray sharedPath(QByteArrayView left, QByteArrayView right)
{
    if (left == right)
        return left.toByteArray();
    const qsizetype leftSlash = left.indexOf('/');
    const qsizetype rightSlash = right.indexOf('/');
    if (leftSlash < 0 || rightSlash < 0 || left.sliced(leftSlash + 1) != right.sliced(rightSlash + 1))
        return {};
    return left.sliced(leftSlash + 1).toByteArray();
}

QByteArray pathOfHeader(QByteArrayView names)
{
    if (names.startsWith('"')) {
        const std::optional<QByteArray> left = takeQuoted(names);
        if (!left || !names.startsWith(' '))
            return {};
        const std::optional<QByteArray> right = parseName(names.sliced(1));
        return right ? sharedPath(*left, *right) : QByteArray();
    }
    // Names may hold spaces, but both have the same length unless the file was renamed.
    const qsizetype middle = names.size() / 2;
    if (names.size() % 2 == 0 || names[middle] != ' ')
        return {};
    return sharedPath(names.first(middle), names.sliced(middle + 1));
}

} // namespace Diff
