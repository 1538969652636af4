// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/urlparts.h"
#include "git/text.h"

namespace Git {

namespace {

constexpr qsizetype kLongestToken = 32; // names of users are shorter

bool isLetterOrDigit(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9');
}

bool isSchemeCharacter(char character)
{
    return isLetterOrDigit(character) || character == '+' || character == '-' || character == '.';
}

bool consistsOf(const QByteArray &text, QByteArrayView others)
{
    return std::ranges::all_of(
        text, [&](char character) { return isLetterOrDigit(character) || others.contains(character); });
}

std::unexpected<Error> failHost()
{
    return fail(ErrorKind::Invalid, Text::tr("The address has no valid host."));
}

Result<quint16> readPort(const QByteArray &text)
{
    bool isNumber = false;
    const uint port = text.toUInt(&isNumber);
    if (!isNumber || port == 0 || port > 65535 || !consistsOf(text, {}))
        return fail(ErrorKind::Invalid, Text::tr("The address has no valid port."));
    return static_cast<quint16>(port);
}

} // namespace

bool hasControls(QByteArrayView bytes)
{
    return std::ranges::any_of(
        bytes, [](char character) { return static_cast<uchar>(character) < 0x20 || character == '\x7f'; });
}

qsizetype schemeEnd(const QByteArray &url)
{
    const qsizetype at = url.indexOf("://");
    return at > 0 && std::all_of(url.begin(), url.begin() + at, isSchemeCharacter) ? at : -1;
}

bool namesHelper(const QByteArray &url)
{
    return url.sliced(std::ranges::find_if_not(url, isSchemeCharacter) - url.begin()).startsWith("::");
}

qsizetype authorityEnd(const QByteArray &rest)
{
    return std::ranges::find_if(rest,
                                [](char character) { return QByteArrayView("/?#").contains(character); }) -
           rest.begin();
}

bool isAddress(const QByteArray &host)
{
    return host.count(':') > 1 && std::ranges::all_of(host, [](char character) {
               return QByteArrayView("0123456789abcdefABCDEF:.").contains(character);
           });
}

bool isLoopbackNumber(const QByteArray &host)
{
    const QList<QByteArray> parts = host.split('.');
    return parts.size() == 4 && parts.front() == "127" &&
           std::ranges::all_of(parts, [](const QByteArray &part) {
               bool isNumber = false;
               return part.toUInt(&isNumber) < 256 && isNumber && part.size() <= 3;
           });
}

bool looksLikeToken(const QByteArray &user)
{
    for (const QByteArrayView start :
         {"ghp_", "gho_", "ghs_", "ghu_", "github_pat_", "glpat-", "gldt-", "glrt-"}) {
        if (user.startsWith(start))
            return true;
    }
    return user.size() >= kLongestToken && consistsOf(user, "-_=");
}

Result<UrlUser> readUser(const QByteArray &text)
{
    const qsizetype colon = text.indexOf(':');
    UrlUser user{.name = QByteArray::fromPercentEncoding(colon < 0 ? text : text.first(colon)),
                 .hasPassword = colon >= 0 && colon + 1 < text.size()};
    // ssh puts the name into command lines of its configuration (ProxyCommand).
    if (user.name.startsWith('-') || !consistsOf(user.name, "._+-=~@,"))
        return fail(ErrorKind::Invalid,
                    Text::tr("The user name in the address has characters that have a meaning elsewhere."));
    return user;
}

Result<UrlHost> readHost(const QByteArray &text)
{
    UrlHost host;
    QByteArray port;
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        host.name = end < 0 ? QByteArray() : text.sliced(1, end - 1);
        const QByteArray rest = end < 0 ? QByteArray() : text.sliced(end + 1);
        if (!isAddress(host.name) || (!rest.isEmpty() && !rest.startsWith(':')))
            return failHost();
        if (rest.isEmpty())
            return host;
        port = rest.sliced(1);
    } else {
        const qsizetype colon = text.indexOf(':');
        host.name = colon < 0 ? text : text.first(colon);
        if (host.name.isEmpty() || host.name.startsWith('-') || host.name.startsWith('.') ||
            !consistsOf(host.name, "._-"))
            return failHost();
        if (colon < 0)
            return host;
        port = text.sliced(colon + 1);
    }
    const auto number = readPort(port);
    if (!number)
        return std::unexpected(number.error());
    host.port = *number;
    return host;
}

} // namespace Git
