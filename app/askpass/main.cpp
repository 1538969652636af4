// SPDX-License-Identifier: GPL-3.0-or-later

// What git and ssh start when they have a question: hands it to the Plumbline that started them and prints
// the answer. Without Qt, because it is started for each question. Exit code 1: there is no answer.

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

constexpr unsigned kPatience = 300; // seconds; then the signal ends this

std::string variable(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

int connectTo(const std::string &path)
{
    sockaddr_un address = {};
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return -1;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.data(), path.size());
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (server >= 0 && ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return server;
    return -1;
}

bool sendAll(int server, const std::string &bytes)
{
    for (size_t at = 0; at < bytes.size();) {
        const auto size = ::send(server, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
        if (size <= 0)
            return false;
        at += static_cast<size_t>(size);
    }
    return ::shutdown(server, SHUT_WR) == 0;
}

std::string readAll(int server)
{
    std::string bytes;
    std::array<char, 4096> piece = {};
    for (;;) {
        const auto size = ::read(server, piece.data(), piece.size());
        if (size <= 0)
            return bytes;
        bytes.append(piece.data(), static_cast<size_t>(size));
    }
}

} // namespace

int main(int count, char **arguments)
{
    ::alarm(kPatience);
    const int server = connectTo(variable("PLUMBLINE_ASK_SOCKET"));
    if (count != 2 || server < 0)
        return 1;
    const std::string request =
        variable("PLUMBLINE_ASK_TOKEN") + '\0' + variable("SSH_ASKPASS_PROMPT") + '\0' + arguments[1];
    if (!sendAll(server, request))
        return 1;
    const std::string reply = readAll(server);
    if (reply.empty() || reply.front() != '+')
        return 1;
    const std::string line = reply.substr(1) + '\n';
    return std::fwrite(line.data(), 1, line.size(), stdout) == line.size() ? 0 : 1;
}
