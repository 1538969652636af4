// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Diff {

/// How the bytes of a file stand for characters.
enum class TextEncoding : quint8 {
    Utf8, ///< also plain ASCII
    Utf8Bom,
    Utf16Le,
    Utf16LeBom,
    Utf16Be,
    Utf16BeBom,
    Latin1,      ///< no byte from 0x80 to 0x9f; other sets of ISO 8859 look the same
    Windows1252, ///< with such bytes, all of them defined there
    Unknown,     ///< not text, or not told apart with good reason
};

/// Judges all of the bytes given, which should be a whole side of a file. UTF-16 without a mark is only taken
/// for it when half of it is ASCII. O(bytes).
TextEncoding detectEncoding(QByteArrayView bytes);

bool isUtf16(TextEncoding encoding);

/// "UTF-16 LE"; empty for Unknown. Names of standards are not translated.
QByteArray encodingName(TextEncoding encoding);

/// The character a byte stands for in Latin1 or Windows1252; nothing where it stands for none, or not alone.
std::optional<char32_t> characterOf(TextEncoding encoding, uchar byte);

/// The same text as UTF-8 without a mark. Nothing for Unknown and for bytes that are not valid. O(bytes).
std::optional<QByteArray> convertToUtf8(QByteArrayView bytes, TextEncoding encoding);

} // namespace Diff
