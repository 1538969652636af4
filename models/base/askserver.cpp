// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/askserver.h"

#include "base/guarded.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QRandomGenerator>
#include <QThread>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <poll.h>

using namespace Qt::StringLiterals;

namespace {

struct AskServerText
{
    Q_DECLARE_TR_FUNCTIONS(Process)
};

constexpr qsizetype kLongestRequest = 64 * 1024;
constexpr int kPatience = 5000; // milliseconds for a client to say all of it
constexpr int kPause = 50;      // milliseconds between two looks at the stop token

QByteArray randomToken()
{
    std::array<quint32, 8> numbers = {};
    QRandomGenerator::system()->fillRange(numbers.data(), static_cast<qsizetype>(numbers.size()));
    return QByteArray::fromRawData(reinterpret_cast<const char *>(numbers.data()), sizeof numbers).toHex();
}

bool isOurUser(int client)
{
    ucred peer = {};
    socklen_t size = sizeof peer;
    return ::getsockopt(client, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid();
}

bool waitToRead(int file, int milliseconds)
{
    pollfd wait{.fd = file, .events = POLLIN, .revents = 0};
    return ::poll(&wait, 1, milliseconds) > 0;
}

/// TOKEN NUL HINT NUL PROMPT, up to the end of the stream.
std::optional<QByteArray> readRequest(int client, const std::stop_token &stop)
{
    QByteArray request;
    std::array<char, 4096> piece = {};
    for (const QDeadlineTimer deadline(kPatience); !deadline.hasExpired() && !stop.stop_requested();) {
        if (!waitToRead(client, kPause))
            continue;
        const auto size = ::read(client, piece.data(), piece.size());
        if (size == 0)
            return request;
        if (size < 0 || request.size() + size > kLongestRequest)
            return {};
        request.append(piece.data(), size);
    }
    return {};
}

/// Cancels a question when the program that asked it is gone, or nobody asks any more.
class HangUp
{
    Q_DISABLE_COPY_MOVE(HangUp)

public:
    HangUp(int client, const std::stop_token &stop)
        : m_thread([this, client, stop](const std::stop_token &answered) {
            while (!answered.stop_requested() && !stop.stop_requested()) {
                pollfd wait{.fd = client, .events = 0, .revents = 0};
                if (::poll(&wait, 1, kPause) > 0)
                    break; // its own half was closed before: POLLHUP means both
            }
            m_source.cancel();
        })
    {}
    CancelToken token() const { return m_source.token(); }

private:
    CancelSource m_source;
    std::jthread m_thread; // the first to go
};

int listenAt(const QByteArray &path)
{
    sockaddr_un address = {};
    if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return -1;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener >= 0 &&
        ::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
        ::listen(listener, 8) == 0)
        return listener;
    if (listener >= 0)
        ::close(listener);
    return -1;
}

} // namespace

Result<std::unique_ptr<AskServer>> AskServer::start(Answer answer)
{
    std::unique_ptr<AskServer> server(new AskServer);
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    const QByteArray parent = runtime.startsWith('/') ? runtime : QDir::tempPath().toLocal8Bit();
    QByteArray folder = parent + "/plumbline-XXXXXX";
    if (!::mkdtemp(folder.data()))
        return fail(ErrorKind::External,
                    AskServerText::tr("There is no folder for questions about passwords."),
                    QString::fromLocal8Bit(parent));
    server->m_folder = folder;
    server->m_socket = folder + "/ask";
    server->m_token = randomToken();
    server->m_listener = listenAt(server->m_socket);
    if (server->m_listener < 0)
        return fail(ErrorKind::External,
                    AskServerText::tr("Questions about passwords cannot be listened for."),
                    QString::fromLocal8Bit(folder));
    server->m_answer = std::move(answer);
    server->m_thread = std::jthread([raw = server.get()](const std::stop_token &stop) { raw->serve(stop); });
    return server;
}

AskServer::~AskServer()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
    if (m_listener >= 0)
        ::close(m_listener);
    ::unlink(m_socket.constData());
    ::rmdir(m_folder.constData());
}

void AskServer::serve(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        if (!waitToRead(m_listener, kPause))
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) {
            QThread::msleep(kPause); // no descriptor is left, for example
            continue;
        }
        if (isOurUser(client))
            hear(client, stop);
        ::close(client);
    }
}

void AskServer::hear(int client, const std::stop_token &stop) const
{
    const auto request = readRequest(client, stop);
    const QList<QByteArray> parts = request ? request->split('\0') : QList<QByteArray>();
    if (parts.size() != 3 || parts[0] != m_token)
        return;
    const HangUp hangUp(client, stop);
    const auto answer = guarded([&]() -> Result<std::optional<QByteArray>> {
        return m_answer({.prompt = parts[2], .hint = parts[1]}, hangUp.token());
    });
    if (!answer || !*answer)
        return;
    const QByteArray reply = '+' + **answer;
    for (qsizetype at = 0; at < reply.size();) {
        const auto size =
            ::send(client, reply.constData() + at, static_cast<size_t>(reply.size() - at), MSG_NOSIGNAL);
        if (size <= 0)
            return;
        at += size;
    }
}
