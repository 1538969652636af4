// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/addresses.h"

#include "policy/secrets/values.h"

#include <algorithm>

using namespace std::string_view_literals;

namespace Policy {

namespace {

constexpr size_t kLongestUserInfo = 512;

bool isDocumentation(std::string_view host)
{
    host = host.substr(0, host.find_first_of("/:?#, "sv));
    return host.ends_with("example.com"sv) || host.ends_with("example.org"sv) ||
           host.ends_with("example.net"sv) || host.ends_with(".example"sv) || host.ends_with(".invalid"sv) ||
           host == "host"sv || host == "hostname"sv;
}

/// A password may hold '/', '?' and '#' though it should not; then what stands before is no port.
size_t endOfUserInfo(std::string_view rest)
{
    const size_t end = std::min(rest.find_first_of(" \t\r\n\"'`<>\\|,)"sv), rest.size());
    const std::string_view whole = rest.substr(0, end);
    const std::string_view authority = whole.substr(0, whole.find_first_of("/?#"sv));
    const size_t at = authority.rfind('@');
    if (at != std::string_view::npos)
        return at;
    const size_t colon = authority.find(':');
    if (colon == std::string_view::npos || authority.size() == whole.size())
        return std::string_view::npos;
    const std::string_view port = authority.substr(colon + 1);
    if (std::ranges::all_of(port, isDigit) || authority.find_first_of("{$[%"sv) != std::string_view::npos)
        return std::string_view::npos;
    return whole.rfind('@');
}

} // namespace

std::optional<AddressPassword> passwordInAddress(std::string_view text, size_t slashes)
{
    if (slashes == 0 || !(isWordByte(text[slashes - 1]) || text[slashes - 1] == '+'))
        return {};
    const size_t begin = slashes + 3;
    const std::string_view rest = text.substr(begin, kLongestUserInfo);
    const size_t at = endOfUserInfo(rest);
    if (at == std::string_view::npos || at == 0)
        return {};
    const std::string_view userInfo = rest.substr(0, at);
    const size_t colon = userInfo.find(':');
    if (colon == std::string_view::npos || colon + 1 == userInfo.size()) {
        const std::string_view user = userInfo.substr(0, colon);
        if (user.size() < 20 || classifyValue(user) != ValueClass::Random)
            return {};
        return AddressPassword{begin, begin + user.size(), Confidence::High, true};
    }
    const std::string_view password = userInfo.substr(colon + 1);
    const ValueClass kind = classifyValue(password);
    const bool isDecoration = password.find_first_of("<[{"sv) == 0 || equalsFolded(password, "pass"sv) ||
                              equalsFolded(password, "password"sv) || equalsFolded(password, "pwd"sv);
    if (kind == ValueClass::None || isReference(userInfo))
        return {};
    const bool isShown = isDocumentation(rest.substr(at + 1));
    if (isDecoration && (isShown || !isLetter(password[0])))
        return {};
    return AddressPassword{.start = begin + colon + 1,
                           .end = begin + at,
                           .confidence = isShown        ? Confidence::Low
                                         : isDecoration ? Confidence::Medium
                                                        : Confidence::High};
}

} // namespace Policy
