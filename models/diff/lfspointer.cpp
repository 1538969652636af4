// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/lfspointer.h"

#include <algorithm>
#include <array>

namespace Diff {

namespace {

constexpr qsizetype kTooLarge = 1024;
constexpr std::array<QByteArrayView, 3> kVersions = {"version https://git-lfs.github.com/spec/v1",
                                                     "version https://hawser.github.com/spec/v1",
                                                     "version http://git-media.io/v/2"};

bool isHash(QByteArrayView text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](char character) {
               return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
           });
}

bool isKey(QByteArrayView key)
{
    return !key.isEmpty() && std::ranges::all_of(key, [](char character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') ||
               character == '.' || character == '-';
    });
}

std::optional<qint64> readSize(QByteArrayView text)
{
    bool isNumber = false;
    const qint64 size = text.toLongLong(&isNumber);
    if (!isNumber || size < 0 || text != QByteArray::number(size))
        return std::nullopt;
    return size;
}

} // namespace

std::optional<LfsPointer> parseLfsPointer(QByteArrayView content)
{
    if (content.size() >= kTooLarge || !content.endsWith('\n'))
        return std::nullopt;
    LfsPointer pointer;
    std::optional<qint64> size;
    QByteArrayView lastKey;
    bool isFirst = true;
    for (qsizetype at = 0, end = 0; at < content.size(); at = end + 1) {
        end = content.indexOf('\n', at);
        const QByteArrayView line = content.sliced(at, end - at);
        if (std::exchange(isFirst, false)) {
            if (!std::ranges::contains(kVersions, line))
                return std::nullopt;
            continue;
        }
        const qsizetype space = line.indexOf(' ');
        const QByteArrayView key = line.first(std::max<qsizetype>(0, space));
        if (!isKey(key) || (!lastKey.isEmpty() && key <= lastKey))
            return std::nullopt;
        lastKey = key;
        const QByteArrayView value = line.sliced(space + 1);
        if (key == "size") {
            size = readSize(value);
        } else if (key == "oid") {
            constexpr QByteArrayView kind("sha256:");
            if (!value.startsWith(kind) || !isHash(value.sliced(kind.size())))
                return std::nullopt;
            pointer.hash = value.sliced(kind.size()).toByteArray();
        }
    }
    if (!size || pointer.hash.isEmpty())
        return std::nullopt;
    pointer.size = *size;
    return pointer;
}

} // namespace Diff
