// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/headers.h"

namespace Diff {

namespace {

std::optional<quint32> takeNumber(QByteArrayView &text)
{
    quint64 value = 0;
    qsizetype digits = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
        value = value * 10 + static_cast<quint64>(text[digits] - '0');
        if (value > kLargestNumber)
            return std::nullopt;
    }
    if (digits == 0)
        return std::nullopt;
    text = text.sliced(digits);
    return static_cast<quint32>(value);
}

} // namespace

quint32 parseMode(QByteArrayView text)
{
    bool isNumber = false;
    const uint mode = text.toByteArray().trimmed().toUInt(&isNumber, 8);
    return isNumber && mode <= 0177777 ? mode : 0;
}

void parseIds(FileDiff &file, QByteArrayView text)
{
    const qsizetype dots = text.indexOf("..");
    if (dots < 0)
        return;
    const auto id = [](QByteArrayView hex) {
        const bool isNull = std::ranges::all_of(hex, [](char digit) { return digit == '0'; });
        return isNull ? QByteArray() : hex.toByteArray();
    };
    const qsizetype space = text.indexOf(' ', dots);
    const qsizetype end = space < 0 ? text.size() : space;
    file.oldId = id(text.first(dots));
    file.newId = id(text.sliced(dots + 2, end - dots - 2));
    if (space >= 0 && file.oldMode == 0 && file.newMode == 0)
        file.oldMode = file.newMode = parseMode(text.sliced(space + 1));
}

std::optional<Hunk> parseHunkHeader(QByteArrayView line)
{
    Hunk hunk;
    QByteArrayView rest = line.sliced(3);
    const auto takeRange = [&rest](char sign, quint32 &start, quint32 &count) {
        if (!rest.startsWith(sign))
            return false;
        rest = rest.sliced(1);
        const auto first = takeNumber(rest);
        start = first.value_or(0);
        count = 1;
        if (first && rest.startsWith(',')) {
            rest = rest.sliced(1);
            const auto length = takeNumber(rest);
            count = length.value_or(0);
            if (!length)
                return false;
        }
        return first && start + count <= kLargestNumber && (start > 0 || count == 0);
    };
    if (!takeRange('-', hunk.oldStart, hunk.oldCount) || !rest.startsWith(' '))
        return std::nullopt;
    rest = rest.sliced(1);
    if (!takeRange('+', hunk.newStart, hunk.newCount) || !rest.startsWith(" @@"))
        return std::nullopt;
    rest = rest.sliced(3);
    hunk.section = (rest.startsWith(' ') ? rest.sliced(1) : rest).toByteArray();
    return hunk;
}

void turnIntoSubmodule(FileDiff &file)
{
    for (const Line &line : std::as_const(file.lines)) {
        const QByteArrayView content = file.content(line);
        constexpr QByteArrayView start("Subproject commit ");
        if (content.startsWith(start) && line.origin != LineOrigin::Context)
            (line.origin == LineOrigin::Removed ? file.oldId : file.newId) =
                content.sliced(start.size()).toByteArray();
    }
    file.hunks.clear();
    file.lines.clear();
    file.text.clear();
    file.omission = Omission::Submodule;
}

} // namespace Diff
