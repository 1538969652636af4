// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/values.h"

using namespace std::string_view_literals;

namespace Policy {

std::optional<std::string> decodeBase64(std::string_view text)
{
    std::string decoded;
    decoded.reserve(text.size() * 3 / 4);
    quint32 bits = 0;
    int held = 0;
    size_t digits = 0, padding = 0;
    for (const char c : text) {
        if (c == '\n' || c == '\r' || c == ' ' || c == '\t')
            continue;
        if (c == '=') {
            ++padding;
            continue;
        }
        const int digit = c >= 'A' && c <= 'Z'   ? c - 'A'
                          : c >= 'a' && c <= 'z' ? c - 'a' + 26
                          : isDigit(c)           ? c - '0' + 52
                          : c == '+' || c == '-' ? 62
                          : c == '/' || c == '_' ? 63
                                                 : -1;
        if (digit < 0 || padding > 0)
            return {};
        bits = (bits << 6) | quint32(digit);
        held += 6;
        ++digits;
        if (held >= 8) {
            held -= 8;
            decoded += static_cast<char>((bits >> held) & 0xff);
        }
    }
    if (digits == 0 || digits % 4 == 1 || padding > 2)
        return {};
    return decoded;
}

bool isPublic(std::string_view value)
{
    value = trimmed(value);
    if (value.find("PRIVATE KEY"sv) != std::string_view::npos)
        return false;
    for (const std::string_view start :
         {"-----BEGIN CERTIFICATE"sv, "-----BEGIN PUBLIC KEY"sv, "-----BEGIN RSA PUBLIC KEY"sv,
          "-----BEGIN X509 CRL"sv, "-----BEGIN DH PARAMETERS"sv, "-----BEGIN PGP PUBLIC KEY"sv,
          "-----BEGIN TRUSTED CERTIFICATE"sv, "ssh-rsa "sv, "ssh-ed25519 "sv, "ecdsa-sha2-"sv}) {
        if (startsWith(value, start))
            return true;
    }
    const std::string_view line = value.substr(0, value.find('\n'));
    return line.find(" ssh-rsa "sv) != std::string_view::npos ||
           line.find(" ssh-ed25519 "sv) != std::string_view::npos ||
           line.find(" ecdsa-sha2-"sv) != std::string_view::npos;
}

} // namespace Policy
