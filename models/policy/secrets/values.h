// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>

namespace Policy {

/// What a value may be, judged by itself.
enum class ValueClass : quint8 {
    None,     ///< empty, a placeholder, a reference to where the value is, a hash that is public
    Words,    ///< words or names
    Ordinary, ///< letters with digits or symbols
    Random,   ///< what nobody thinks up
};

/// Pure, O(length).
ValueClass classifyValue(std::string_view value);

/// ${VAR}, {{ … }}, vault:…, ENC[…]: stands for a value that is elsewhere or is encrypted.
bool isReference(std::string_view value);

/// Bits per byte.
double entropyOf(std::string_view value);

/// Of base64 or base64url, line feeds allowed. Nothing when it is neither.
std::optional<std::string> decodeBase64(std::string_view text);

/// Certificates, public keys, known_hosts: what may be read by everybody though it stands in a Secret.
bool isPublic(std::string_view value);

/// Of tokens: "EXAMPLE", "xxxx" and the like in it.
bool isExample(std::string_view value);

bool startsWith(std::string_view text, std::string_view prefix);
bool containsFolded(std::string_view text, std::string_view lowerCase);
bool equalsFolded(std::string_view text, std::string_view lowerCase);
std::string_view trimmed(std::string_view text);

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
inline bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
inline bool isWordByte(char c)
{
    return isLetter(c) || isDigit(c) || c == '_';
}
inline char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

} // namespace Policy
