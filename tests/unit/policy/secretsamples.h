// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Values that look like secrets. They are put together when the tests run, so that no file of ours holds
/// one.
namespace SecretSamples {

inline constexpr char kDigits[] = "0123456789";
inline constexpr char kHex[] = "0123456789abcdef";
inline constexpr char kLower[] = "abcdefghijklmnopqrstuvwxyz0123456789";
inline constexpr char kUpper[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
inline constexpr char kBase32[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
inline constexpr char kLetters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
inline constexpr char kAlnum[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/// The same for the same arguments; bytes of the alphabet, well mixed.
inline QByteArray random(int length, const char *alphabet = kAlnum, quint32 seed = 7)
{
    const QByteArray letters(alphabet);
    QByteArray text;
    quint32 state = seed * 2654435761u + 12345u;
    for (int i = 0; i < length; ++i) {
        state = state * 1664525u + 1013904223u;
        text += letters[static_cast<qsizetype>((state >> 16) % static_cast<quint32>(letters.size()))];
    }
    return text;
}

inline QByteArray hex(int length, quint32 seed = 7)
{
    return random(length, kHex, seed);
}

inline QByteArray uuid()
{
    return hex(8) + '-' + hex(4, 2) + '-' + hex(4, 3) + '-' + hex(4, 4) + '-' + hex(12, 5);
}

inline QByteArray pem(const QByteArray &kind)
{
    const QByteArray dashes(5, '-');
    return dashes + "BEGIN " + kind + dashes + '\n' + random(64) + '\n' + random(64, kAlnum, 9) + '\n' +
           dashes + "END " + kind + dashes;
}

inline QByteArray jwt()
{
    const auto part = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part(R"({"alg":"HS256","typ":"JWT"})") + '.' +
           part(R"({"sub":"1234567890","name":"ada","iat":1516239022})") + '.' + random(43);
}

} // namespace SecretSamples
