// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>
#include <thread>

/// What a program asks through plumbline-askpass.
struct AskRequest
{
    QByteArray prompt; ///< its words; a remote may have chosen some of them: untrusted
    QByteArray hint;   ///< of ssh: "confirm" wants a yes or no, "none" no answer at all; else empty
};

/// Answers the questions of the programs of one run. It listens on a socket that only the user can reach, and
/// only who knows the token, which stands in the environment of that run, is heard.
class AskServer
{
    Q_DISABLE_COPY_MOVE(AskServer)

public:
    /// Called on a thread of the server's, for one question at a time. Nothing: there is no answer, and what
    /// asked fails. It must come back soon after the token is cancelled.
    using Answer = std::function<std::optional<QByteArray>(const AskRequest &, const CancelToken &)>;

    /// External: there is no folder for the socket.
    static Result<std::unique_ptr<AskServer>> start(Answer answer);
    ~AskServer(); ///< cancels the question that waits and removes the socket

    QString socket() const { return QString::fromLocal8Bit(m_socket); }
    QString token() const { return QString::fromLatin1(m_token); }

private:
    AskServer() = default;
    void serve(const std::stop_token &stop);
    void hear(int client, const std::stop_token &stop) const;

    Answer m_answer;
    QByteArray m_folder, m_socket, m_token;
    int m_listener = -1;
    std::jthread m_thread;
};
