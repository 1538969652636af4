// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/codepoints.h"

#include <cstring>

namespace Diff {

CodePoint codePointAt(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&](qsizetype offset) -> char32_t {
        return at + offset < bytes.size() ? static_cast<uchar>(bytes[at + offset]) : 0u;
    };
    const char32_t lead = byte(0);
    if (lead < 0x80)
        return {lead, 1, true};
    const int length = lead >= 0xf0 && lead < 0xf5   ? 4
                       : lead >= 0xe0 && lead < 0xf0 ? 3
                       : lead >= 0xc2 && lead < 0xe0 ? 2
                                                     : 0;
    if (length == 0)
        return {lead, 1, false};
    char32_t value = lead & (0x7fu >> length);
    for (int offset = 1; offset < length; ++offset) {
        if ((byte(offset) & 0xc0) != 0x80)
            return {lead, 1, false};
        value = (value << 6) | (byte(offset) & 0x3f);
    }
    const char32_t smallest = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    if (value < smallest || value > 0x10ffff || (value >= 0xd800 && value < 0xe000))
        return {lead, 1, false};
    return {value, static_cast<quint8>(length), true};
}

qsizetype asciiLength(QByteArrayView bytes)
{
    const char *data = bytes.data();
    qsizetype at = 0;
    // Eight bytes at a time: lines of several megabytes are measured while a frame waits.
    constexpr quint64 ones = 0x0101010101010101u;
    constexpr quint64 high = 0x8080808080808080u;
    for (; at + 8 <= bytes.size(); at += 8) {
        quint64 word;
        std::memcpy(&word, data + at, sizeof word);
        const quint64 isDelete = (word ^ (ones * 0x7f));
        const bool hasControl = ((word - ones * 0x20) & ~word & high) != 0;
        const bool hasDelete = ((isDelete - ones) & ~isDelete & high) != 0;
        if ((word & high) != 0 || hasControl || hasDelete)
            break;
    }
    while (at < bytes.size() && data[at] >= 0x20 && data[at] < 0x7f)
        ++at;
    return at;
}

} // namespace Diff
