// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/remoteurl.h"

#include "base/text.h"
#include "git/remote/urlparts.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qsizetype kLongestUrl = 8 * 1024;
constexpr QByteArrayView kMask("•••");

std::unexpected<Error> refuse(const QString &sentence)
{
    return fail(ErrorKind::Invalid, sentence);
}

bool isLocal(const QByteArray &url)
{
    const qsizetype colon = url.indexOf(':');
    const qsizetype slash = url.indexOf('/');
    return colon < 0 || (slash >= 0 && slash < colon);
}

Result<RemoteUrl> parseLocal(const QByteArray &path)
{
    return RemoteUrl{.scheme = RemoteScheme::File, .path = path};
}

Result<void> takeAuthority(const QByteArray &authority, RemoteUrl &url)
{
    if (authority.count('@') > 1)
        return refuse(Text::tr("The address has more than one “@” before its path."));
    const qsizetype at = authority.indexOf('@');
    const auto user = readUser(at < 0 ? QByteArray() : authority.first(at));
    if (!user)
        return std::unexpected(user.error());
    const auto host = readHost(authority.sliced(at + 1));
    if (!host)
        return std::unexpected(host.error());
    url.user = user->name;
    url.hasPassword = user->hasPassword;
    url.host = host->name;
    url.port = host->port;
    return {};
}

Result<RemoteUrl> parseFile(const QByteArray &rest)
{
    if (!rest.startsWith('/') || rest.startsWith("//"))
        return refuse(Text::tr("The address of a local repository has no host: file:///path."));
    if (rest == "/")
        return refuse(Text::tr("The address names no repository."));
    return RemoteUrl{.scheme = RemoteScheme::File, .path = QByteArray::fromPercentEncoding(rest)};
}

Result<RemoteUrl> parseWithScheme(const QByteArray &scheme, const QByteArray &rest)
{
    RemoteUrl url;
    if (scheme == "file")
        return parseFile(rest);
    if (scheme == "ssh" || scheme == "git+ssh" || scheme == "ssh+git")
        url.scheme = RemoteScheme::Ssh;
    else if (scheme == "http" || scheme == "https")
        url.scheme = scheme == "http" ? RemoteScheme::Http : RemoteScheme::Https;
    else
        return refuse(Text::tr("Only https, ssh and local addresses are used; “%1” is none of them.")
                          .arg(displayPath(scheme.first(std::min<qsizetype>(scheme.size(), 40)))));
    const qsizetype end = authorityEnd(rest);
    if (const auto taken = takeAuthority(rest.first(end), url); !taken)
        return std::unexpected(taken.error());
    url.path = rest.sliced(end);
    if (url.path.isEmpty() || url.path == "/")
        return refuse(Text::tr("The address names no repository."));
    return url;
}

// user@host:path, host:path, [host:port]:path or [address]:path
Result<RemoteUrl> parseShort(const QByteArray &text)
{
    RemoteUrl url{.scheme = RemoteScheme::Ssh};
    const qsizetype bracket = text.indexOf("]:");
    const qsizetype start = text.indexOf('[');
    const bool hasBrackets = start >= 0 && bracket > start && start < text.indexOf(':');
    const qsizetype colon = hasBrackets ? bracket + 1 : text.indexOf(':');
    QByteArray authority = text.first(colon);
    if (hasBrackets && !isAddress(authority.sliced(start + 1, bracket - start - 1)))
        authority = authority.first(start) + authority.sliced(start + 1, bracket - start - 1);
    url.path = text.sliced(colon + 1);
    if (!authority.contains('@') && url.path.first(authorityEnd(url.path)).contains('@'))
        return refuse(Text::tr("An address of this form cannot hold a password."));
    if (const auto taken = takeAuthority(authority, url); !taken)
        return std::unexpected(taken.error());
    if (url.path.isEmpty())
        return refuse(Text::tr("The address names no repository."));
    if (url.path.startsWith('-'))
        return refuse(Text::tr("The path of the address begins with “-”: it would be taken for an option."));
    return url;
}

Result<void> checkWhole(const QByteArray &url)
{
    if (url.isEmpty())
        return refuse(Text::tr("An address is needed."));
    if (url.size() > kLongestUrl)
        return refuse(Text::tr("The address is too long."));
    if (!url.isValidUtf8())
        return refuse(Text::tr("The address is not UTF-8, so it cannot be given to Git here."));
    if (url.startsWith('-'))
        return refuse(Text::tr("An address does not begin with “-”: Git would take it for an option."));
    if (hasControls(url))
        return refuse(Text::tr("The address has control characters or line ends."));
    if (namesHelper(url))
        return refuse(Text::tr("Addresses that start a helper program (“name::”) are not used."));
    return {};
}

// What stands before the last '@' of an address that nobody can take apart.
QByteArray maskBroadly(const QByteArray &url, qsizetype start)
{
    const qsizetype at = url.lastIndexOf('@');
    const qsizetype colon = url.indexOf(':', start);
    if (at < start || colon < 0 || colon > at)
        return url;
    return url.first(colon + 1) + kMask + url.sliced(at);
}

} // namespace

bool RemoteUrl::isLoopback() const
{
    return host == "localhost" || host == "::1" || isLoopbackNumber(host);
}

Result<RemoteUrl> parseRemoteUrl(const QByteArray &url)
{
    if (const auto checked = checkWhole(url); !checked)
        return std::unexpected(checked.error());
    const qsizetype scheme = schemeEnd(url);
    if (scheme < 0)
        return isLocal(url) ? parseLocal(url) : parseShort(url);
    const QByteArray rest = url.sliced(scheme + 3);
    if (hasControls(QByteArray::fromPercentEncoding(rest)))
        return refuse(Text::tr("The address has control characters or line ends."));
    return parseWithScheme(url.first(scheme), rest);
}

Result<RemoteUrl> parseNewRemoteUrl(const QByteArray &url)
{
    auto parsed = parseRemoteUrl(url);
    if (parsed && parsed->hasPassword)
        return fail(ErrorKind::Invalid,
                    Text::tr("The address contains a password, which Git would store as plain text."), {},
                    Text::tr("Leave it out; you are asked for it, or a credential helper knows it."));
    if (parsed && looksLikeToken(parsed->user))
        return fail(ErrorKind::Invalid,
                    Text::tr("The address contains an access token, which Git would store as plain text."),
                    {}, Text::tr("Leave it out; you are asked for it, or a credential helper knows it."));
    return parsed;
}

QString displayUrl(const QByteArray &url)
{
    const qsizetype scheme = schemeEnd(url);
    const qsizetype start = scheme < 0 ? 0 : scheme + 3;
    const auto parsed = parseRemoteUrl(url);
    if (!parsed)
        return displayPath(maskBroadly(url, start));
    const qsizetype at = url.indexOf('@', start);
    if (scheme < 0 || at < 0)
        return displayPath(url);
    const bool isToken = looksLikeToken(parsed->user);
    if (!parsed->hasPassword && !isToken)
        return displayPath(url);
    const qsizetype from = isToken ? start : url.indexOf(':', start) + 1;
    return displayPath(QByteArray(url.first(from) + kMask + url.sliced(at)));
}

QStringList protocolsFor(const RemoteUrl &url, bool allowsHttp)
{
    if (url.scheme == RemoteScheme::File)
        return {u"file"_s};
    if (url.scheme == RemoteScheme::Http && (allowsHttp || url.isLoopback()))
        return {u"http"_s};
    return {};
}

} // namespace Git
