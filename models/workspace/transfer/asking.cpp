// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/transfer/asking.h"

#include "base/askserver.h"
#include "base/text.h"
#include "git/remote/remoteurl.h"
#include "git/remote/sshhost.h"
#include "workspace/transfer/questions.h"

namespace {

QString hostText(const Git::RemoteUrl &url)
{
    const QString host = displayPath(url.host);
    return url.port == 0 ? host : QString(host + u':' + QString::number(url.port));
}

} // namespace

Asking::Asking(const ProcessRunner &runner, const QString &askProgram,
               const std::shared_ptr<Questions> &questions, const QByteArray &address,
               const CancelToken &cancel)
    : m_program(askProgram)
{
    const auto url = Git::parseRemoteUrl(address);
    if (m_program.isEmpty() || !questions || !url || url->scheme == Git::RemoteScheme::File)
        return;
    const Git::RemoteUrl resolved = Git::resolveSshHost(runner, *url, cancel);
    auto server = AskServer::start([questions, resolved, shown = Git::displayUrl(address)](
                                       const AskRequest &request, const CancelToken &stop) {
        return questions->ask(
            {.prompt = Git::classifyPrompt(request, resolved), .address = shown, .host = hostText(resolved)},
            stop);
    });
    if (server)
        m_server = *std::move(server);
    else
        m_problem = server.error();
}

Asking::~Asking() = default;

Git::NetworkAccess Asking::access() const
{
    if (!m_server)
        return {};
    return {.askProgram = m_program, .askSocket = m_server->socket(), .askToken = m_server->token()};
}

namespace {

/// The one who asks stays as long as somebody has its access.
struct OpenedAccess
{
    OpenedAccess(const ProcessRunner &runner, const QString &askProgram,
                 const std::shared_ptr<Questions> &questions, const QByteArray &url,
                 const CancelToken &cancel)
        : asking(runner, askProgram, questions, url, cancel)
        , access(asking.access())
    {}

    Asking asking;
    Git::NetworkAccess access;
};

} // namespace

Git::OpenAccess askingAccess(const WorkspaceServices &services, const std::shared_ptr<Questions> &questions)
{
    return [runner = services.runner, askProgram = services.askProgram,
            questions](const QByteArray &url,
                       const CancelToken &cancel) -> Result<std::shared_ptr<const Git::NetworkAccess>> {
        const auto opened = std::make_shared<OpenedAccess>(*runner, askProgram, questions, url, cancel);
        if (opened->asking.problem())
            return std::unexpected(*opened->asking.problem());
        return std::shared_ptr<const Git::NetworkAccess>(opened, &opened->access);
    };
}
