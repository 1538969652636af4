// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace Ai {

namespace {

Peer peerOf(quint32 address)
{
    if (address >> 24 == 127)
        return Peer::Loopback;
    if (address >> 16 == 0xA9FE)
        return Peer::LinkLocal;
    return address >> 24 == 0 || address >> 28 >= 14 ? Peer::None : Peer::Ordinary;
}

Peer peerOf(const in6_addr &address)
{
    if (IN6_IS_ADDR_V4MAPPED(&address)) {
        quint32 four = 0;
        std::memcpy(&four, &address.s6_addr[12], sizeof four);
        return peerOf(ntohl(four));
    }
    if (IN6_IS_ADDR_LOOPBACK(&address))
        return Peer::Loopback;
    if (IN6_IS_ADDR_LINKLOCAL(&address))
        return Peer::LinkLocal;
    return IN6_IS_ADDR_UNSPECIFIED(&address) || IN6_IS_ADDR_MULTICAST(&address) ? Peer::None : Peer::Ordinary;
}

} // namespace

Peer peerOf(const sockaddr &address)
{
    if (address.sa_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, &address, sizeof four);
        return peerOf(ntohl(four.sin_addr.s_addr));
    }
    if (address.sa_family != AF_INET6)
        return Peer::None;
    sockaddr_in6 six{};
    std::memcpy(&six, &address, sizeof six);
    return peerOf(six.sin6_addr);
}

bool isLoopbackName(const QString &host)
{
    const QByteArray name = host.toLatin1().toLower();
    if (name == "localhost" || name.endsWith(".localhost"))
        return true;
    in_addr four{};
    in6_addr six{};
    if (::inet_pton(AF_INET, name.constData(), &four) == 1)
        return peerOf(ntohl(four.s_addr)) == Peer::Loopback;
    const QByteArray bare = name.startsWith('[') && name.endsWith(']') ? name.sliced(1).chopped(1) : name;
    return ::inet_pton(AF_INET6, bare.constData(), &six) == 1 && peerOf(six) == Peer::Loopback;
}

} // namespace Ai
