// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/encoding.h"

#include <QString>
#include <QStringDecoder>

#include <array>

using namespace Qt::StringLiterals;

namespace Diff {

namespace {

constexpr QByteArrayView kUtf8Mark("\xef\xbb\xbf", 3);
constexpr QByteArrayView kLittleMark("\xff\xfe", 2);
constexpr QByteArrayView kBigMark("\xfe\xff", 2);
constexpr QByteArrayView kUtf32LittleMark("\xff\xfe\0\0", 4);

// 0x80 to 0x9f; zeros are undefined. From the WHATWG's index without its five stop-gaps.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

bool isTextControl(char32_t unit)
{
    return unit == '\t' || unit == '\n' || unit == '\r' || unit == '\f' || unit == 0x1b;
}

bool isControl(char32_t unit)
{
    return unit < 0x20 || unit == 0x7f;
}

char16_t unitAt(QByteArrayView bytes, qsizetype at, bool isLittle)
{
    const auto first = uchar(bytes[at]), second = uchar(bytes[at + 1]);
    return isLittle ? char16_t(first | (second << 8)) : char16_t((first << 8) | second);
}

/// What bytes look like when read as UTF-16 in one byte order.
struct Units
{
    bool isText = false;
    qsizetype ascii = 0;
};

Units readUnits(QByteArrayView bytes, bool isLittle)
{
    Units found;
    if (bytes.size() % 2 != 0)
        return found;
    bool awaitsLow = false;
    for (qsizetype at = 0; at < bytes.size(); at += 2) {
        const char16_t unit = unitAt(bytes, at, isLittle);
        const bool isLow = QChar::isLowSurrogate(unit);
        if (isLow != awaitsLow || unit >= 0xfffe || (isControl(unit) && !isTextControl(unit)))
            return found;
        awaitsLow = QChar::isHighSurrogate(unit);
        found.ascii += unit < 0x80 ? 1 : 0;
    }
    found.isText = !awaitsLow;
    return found;
}

TextEncoding guessUtf16(QByteArrayView bytes)
{
    const Units little = readUnits(bytes, true), big = readUnits(bytes, false);
    const qsizetype enough = (bytes.size() / 2 + 1) / 2;
    if (little.isText && little.ascii >= enough && little.ascii > big.ascii)
        return TextEncoding::Utf16Le;
    if (big.isText && big.ascii >= enough && big.ascii > little.ascii)
        return TextEncoding::Utf16Be;
    return TextEncoding::Unknown;
}

TextEncoding guessSingleByte(QByteArrayView bytes)
{
    bool hasUpperControls = false;
    for (const char byte : bytes) {
        const auto value = uchar(byte);
        if ((isControl(value) && !isTextControl(value)) ||
            (value >= 0x80 && value < 0xa0 && kWindows1252[value - 0x80U] == 0))
            return TextEncoding::Unknown;
        hasUpperControls = hasUpperControls || (value >= 0x80 && value < 0xa0);
    }
    return hasUpperControls ? TextEncoding::Windows1252 : TextEncoding::Latin1;
}

std::optional<QByteArray> fromUtf16(QByteArrayView bytes, bool isLittle)
{
    QStringDecoder decode(isLittle ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE,
                          QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decode(bytes);
    if (bytes.size() % 2 != 0 || decode.hasError())
        return std::nullopt;
    return text.toUtf8();
}

} // namespace

TextEncoding detectEncoding(QByteArrayView bytes)
{
    if (bytes.startsWith(kUtf8Mark))
        return bytes.contains('\0') || !bytes.sliced(kUtf8Mark.size()).isValidUtf8() ? TextEncoding::Unknown
                                                                                     : TextEncoding::Utf8Bom;
    if (bytes.startsWith(kUtf32LittleMark))
        return TextEncoding::Unknown;
    if (bytes.startsWith(kLittleMark))
        return readUnits(bytes.sliced(2), true).isText ? TextEncoding::Utf16LeBom : TextEncoding::Unknown;
    if (bytes.startsWith(kBigMark))
        return readUnits(bytes.sliced(2), false).isText ? TextEncoding::Utf16BeBom : TextEncoding::Unknown;
    if (bytes.contains('\0'))
        return guessUtf16(bytes);
    return bytes.isValidUtf8() ? TextEncoding::Utf8 : guessSingleByte(bytes);
}

bool isUtf16(TextEncoding encoding)
{
    using enum TextEncoding;
    return encoding == Utf16Le || encoding == Utf16LeBom || encoding == Utf16Be || encoding == Utf16BeBom;
}

QByteArray encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return "UTF-8"_ba;
    case TextEncoding::Utf8Bom:
        return "UTF-8 BOM"_ba;
    case TextEncoding::Utf16Le:
        return "UTF-16 LE"_ba;
    case TextEncoding::Utf16LeBom:
        return "UTF-16 LE BOM"_ba;
    case TextEncoding::Utf16Be:
        return "UTF-16 BE"_ba;
    case TextEncoding::Utf16BeBom:
        return "UTF-16 BE BOM"_ba;
    case TextEncoding::Latin1:
        return "ISO 8859-1"_ba;
    case TextEncoding::Windows1252:
        return "Windows-1252"_ba;
    case TextEncoding::Unknown:
        break;
    }
    return {};
}

std::optional<char32_t> characterOf(TextEncoding encoding, uchar byte)
{
    if (encoding != TextEncoding::Latin1 && encoding != TextEncoding::Windows1252)
        return std::nullopt;
    if (byte < 0x80 || byte >= 0xa0)
        return byte;
    const char16_t character = kWindows1252[byte - 0x80U];
    if (encoding == TextEncoding::Latin1 || character == 0)
        return std::nullopt;
    return character;
}

std::optional<QByteArray> convertToUtf8(QByteArrayView bytes, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return bytes.isValidUtf8() ? std::optional(bytes.toByteArray()) : std::nullopt;
    case TextEncoding::Utf8Bom:
        if (!bytes.startsWith(kUtf8Mark) || !bytes.isValidUtf8())
            return std::nullopt;
        return bytes.sliced(kUtf8Mark.size()).toByteArray();
    case TextEncoding::Utf16LeBom:
        return bytes.startsWith(kLittleMark) ? fromUtf16(bytes.sliced(2), true) : std::nullopt;
    case TextEncoding::Utf16BeBom:
        return bytes.startsWith(kBigMark) ? fromUtf16(bytes.sliced(2), false) : std::nullopt;
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
        return fromUtf16(bytes, encoding == TextEncoding::Utf16Le);
    case TextEncoding::Latin1:
    case TextEncoding::Windows1252: {
        QString text;
        text.reserve(bytes.size());
        for (const char byte : bytes) {
            const auto character = characterOf(encoding, uchar(byte));
            if (!character)
                return std::nullopt;
            text += QChar(char16_t(*character));
        }
        return text.toUtf8();
    }
    case TextEncoding::Unknown:
        break;
    }
    return std::nullopt;
}

} // namespace Diff
