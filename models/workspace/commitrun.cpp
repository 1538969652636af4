// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commitrun.h"

#include "base/askserver.h"
#include "base/text.h"
#include "git/commitwrite.h"
#include "workspace/outputrelay.h"

namespace {

/// Whoever signs asks the user by it. Null where it cannot be: then what asks fails, and says so.
std::unique_ptr<AskServer> listenFor(const std::shared_ptr<Questions> &questions)
{
    auto server = AskServer::start([questions](const AskRequest &request, const CancelToken &stop) {
        return questions->ask({.prompt = Git::classifyPrompt(request, {})}, stop);
    });
    return server ? *std::move(server) : nullptr;
}

} // namespace

CommitRun::CommitRun(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_questions(Questions::make())
{}

void CommitRun::start(const QString &message, const CommitOptions &options)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    Q_EMIT started();
    const auto relay = OutputRelay::make();
    connect(relay.get(), &OutputRelay::received, this,
            [this](OutputChannel channel, const QByteArray &piece) {
                show((channel == OutputChannel::Output ? m_output : m_errors).take(piece));
            });
    const Git::CommitRequest request{.message = message.toUtf8(),
                                     .amends = options.amends,
                                     .skipsHooks = options.skipsHooks,
                                     .expectedHead = m_repository.refs().head.target,
                                     .expectedStaged = options.expectedStaged,
                                     .author = options.author,
                                     .authored = options.authored,
                                     .resetsAuthor = options.resetsAuthor,
                                     .signs = options.signs};
    m_cancel = m_repository.writes().add<Git::ObjectId>(
        this,
        [request, relay, questions = m_questions, asking = m_repository.services().askProgram,
         git = m_repository.program()](const CancelToken &cancel) {
            const auto server = asking.isEmpty() ? nullptr : listenFor(questions);
            Git::CommitRequest asked = request;
            if (server)
                asked.asks = {
                    .askProgram = asking, .askSocket = server->socket(), .askToken = server->token()};
            return Git::createCommit(
                git, asked,
                [relay](OutputChannel channel, QByteArrayView piece) { relay->send(channel, piece); },
                cancel);
        },
        [this](const Result<Git::ObjectId> &commit) { finish(commit); });
}

void CommitRun::cancel()
{
    if (m_isRunning)
        m_cancel.cancel();
}

void CommitRun::show(const QByteArray &text)
{
    if (!text.isEmpty())
        Q_EMIT outputReceived(displayText(text));
}

void CommitRun::finish(const Result<Git::ObjectId> &commit)
{
    show(m_output.finish());
    show(m_errors.finish());
    m_isRunning = false;
    if (commit)
        Q_EMIT succeeded(*commit);
    else
        Q_EMIT failed(commit.error());
}
