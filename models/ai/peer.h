// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct sockaddr;

namespace Ai {

/// What kind of network an address belongs to.
enum class Peer {
    Ordinary,  ///< the internet, or a network of one's own
    Loopback,  ///< this computer
    LinkLocal, ///< 169.254.0.0/16 and fe80::/10, where clouds answer with credentials
    None,      ///< of no single computer: 0.0.0.0, ::, multicast, broadcast
};

/// An IPv4 address within IPv6 counts as itself. Other families than IP are None. Pure.
Peer peerOf(const sockaddr &address);

/// Whether a host is named as this computer: localhost, *.localhost, 127.0.0.0/8, ::1 (with or without
/// brackets). No name is looked up.
bool isLoopbackName(const QString &host);

} // namespace Ai
