// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

namespace Git {

enum class RemoteScheme { Https, Http, Ssh, File };

/// The address of a remote, taken apart as git takes it apart.
struct RemoteUrl
{
    RemoteScheme scheme = RemoteScheme::Https;
    QByteArray user; ///< decoded; may be empty
    QByteArray host; ///< without brackets; empty for a local path
    quint16 port = 0;
    QByteArray path; ///< as written; of a local remote the path on disk
    bool hasPassword = false;

    bool isLoopback() const; ///< an address of this machine itself, by number or as "localhost"
    bool operator==(const RemoteUrl &) const = default;
};

/// Takes `https:`, `http:`, `ssh:` and `file:` addresses, `user@host:path` and local paths. Invalid, with a
/// sentence that does not repeat the address, is everything that git or ssh could take for something else: a
/// remote helper (`ext::`), an option, control characters (also percent-encoded), no or an odd host, two '@',
/// another scheme. Pure, O(length).
Result<RemoteUrl> parseRemoteUrl(const QByteArray &url);

/// The same for an address that somebody just typed: one with a password, or a token in the place of the user
/// name, is refused too, because git would store it as plain text.
Result<RemoteUrl> parseNewRemoteUrl(const QByteArray &url);

/// For a person: a password, and a user name that is an access token, are masked, also in an address that
/// parseRemoteUrl() refuses; hidden characters are visible. Never use it as an address. Pure.
QString displayUrl(const QByteArray &url);

/// The protocols that git has to be allowed for this address beyond https and ssh: "file" for a local path,
/// "http" to this machine itself or when the user allowed it. Pure.
QStringList protocolsFor(const RemoteUrl &url, bool allowsHttp);

} // namespace Git
