// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPause = 20; // milliseconds between two looks at the stop token

bool waitFor(int file, short events, const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        pollfd wait{.fd = file, .events = events, .revents = 0};
        if (::poll(&wait, 1, kPause) > 0)
            return true;
    }
    return false;
}

qsizetype lengthIn(const QByteArray &head)
{
    const QByteArray lower = head.toLower();
    const qsizetype at = lower.indexOf("\r\ncontent-length:");
    return at < 0 ? 0 : lower.sliced(at + 17).split('\r').first().trimmed().toLongLong();
}

QByteArray readRequest(int client, const std::stop_token &stop)
{
    QByteArray request;
    std::array<char, 65536> buffer = {};
    for (;;) {
        const qsizetype end = request.indexOf("\r\n\r\n");
        if (end >= 0 && request.size() >= end + 4 + lengthIn(request.first(end)))
            return request;
        if (!waitFor(client, POLLIN, stop))
            return request;
        const ssize_t size = ::recv(client, buffer.data(), buffer.size(), 0);
        if (size <= 0)
            return request;
        request.append(buffer.data(), size);
    }
}

} // namespace

ScriptedServer::ScriptedServer(QList<Script> scripts)
    : m_scripts(std::move(scripts))
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *const generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener.number(), generic, size) != 0 || ::listen(m_listener.number(), 16) != 0 ||
        ::getsockname(m_listener.number(), generic, &size) != 0)
        qFatal("no server on 127.0.0.1");
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this](const std::stop_token &stop) { serve(stop); });
}

ScriptedServer::~ScriptedServer() = default;

QString ScriptedServer::address(const QString &path) const
{
    return u"http://127.0.0.1:"_s + QString::number(m_port) + path;
}

QList<QByteArray> ScriptedServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

QByteArray ScriptedServer::body(qsizetype at) const
{
    const QByteArray request = requests().value(at);
    const qsizetype end = request.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : request.sliced(end + 4);
}

Script ScriptedServer::answer(int status, const QByteArray &body, const QByteArray &type,
                              const QByteArray &moreHeaders)
{
    return {{"HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Type: " + type +
             "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
             moreHeaders + "\r\n" + body}};
}

Script ScriptedServer::stream(const QList<QByteArray> &pieces, const QByteArray &type)
{
    Script script{{"HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n"}};
    for (const QByteArray &piece : pieces)
        script += {piece, std::chrono::milliseconds(1)};
    return script;
}

void ScriptedServer::serve(const std::stop_token &stop)
{
    for (qsizetype next = 0; waitFor(m_listener.number(), POLLIN, stop);) {
        const Descriptor client(::accept4(m_listener.number(), nullptr, nullptr, SOCK_CLOEXEC));
        if (!client.isOpen())
            continue;
        const QByteArray request = readRequest(client.number(), stop);
        {
            const std::lock_guard lock(m_mutex);
            m_requests += request;
        }
        if (!m_scripts.isEmpty())
            play(client.number(), m_scripts[std::min(next++, m_scripts.size() - 1)], stop);
    }
}

void ScriptedServer::play(int client, const Script &script, const std::stop_token &stop) const
{
    for (const Piece &piece : script) {
        const auto until = std::chrono::steady_clock::now() + piece.before;
        while (std::chrono::steady_clock::now() < until && !stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        for (qsizetype sent = 0; sent < piece.bytes.size();) {
            const ssize_t size = ::send(client, piece.bytes.constData() + sent,
                                        size_t(piece.bytes.size() - sent), MSG_NOSIGNAL);
            if (size <= 0)
                return;
            sent += size;
        }
    }
}
