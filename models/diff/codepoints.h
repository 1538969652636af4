// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Diff {

/// One step through bytes that should be UTF-8.
struct CodePoint
{
    char32_t value = 0; ///< the raw byte where it is not valid
    quint8 length = 1;  ///< bytes
    bool isValid = true;
};

/// The code point that starts at a byte; at must be inside. Overlong forms, surrogates and cut sequences are
/// invalid bytes, one at a time. O(1).
CodePoint codePointAt(QByteArrayView bytes, qsizetype at);

/// How many bytes from the start are printable ASCII.
qsizetype asciiLength(QByteArrayView bytes);

} // namespace Diff
