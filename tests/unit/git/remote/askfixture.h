// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/askserver.h"
#include "git/remote/askprompt.h"
#include "git/remote/transfer.h"

#include "remotefixture.h"

#include <QThread>

#include <mutex>

inline QString askProgram()
{
    return qEnvironmentVariable("PLUMBLINE_TEST_ASKPASS");
}

/// Answers by what a test says, and remembers what was asked.
class Answers
{
public:
    std::optional<QByteArray> operator()(const AskRequest &request, const CancelToken &cancel)
    {
        const std::scoped_lock lock(m_mutex);
        asked += Git::classifyPrompt(request, {.host = "127.0.0.1"});
        if (onAsked)
            onAsked();
        while (isSilent && !cancel.isCancelled())
            QThread::msleep(10);
        if (isSilent)
            return {};
        switch (asked.last().kind) {
        case Git::AskKind::UserName:
            return user;
        case Git::AskKind::HostKey:
            return acceptsHost ? asked.last().fingerprint : fingerprint;
        default:
            return password;
        }
    }

    std::optional<QByteArray> user, password, fingerprint;
    bool isSilent = false, acceptsHost = false;
    std::function<void()> onAsked; ///< on the server's thread
    QList<Git::AskPrompt> asked;

private:
    std::mutex m_mutex;
};

struct Asker
{
    explicit Asker(Answers &answers)
    {
        auto started = AskServer::start(std::ref(answers));
        if (!started)
            qFatal("%s", qPrintable(started.error().message));
        server = *std::move(started);
    }
    Git::NetworkAccess access() const
    {
        return {.askProgram = askProgram(), .askSocket = server->socket(), .askToken = server->token()};
    }
    std::unique_ptr<AskServer> server;
};
