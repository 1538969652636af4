// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sequence/signing.h"

#include "base/askserver.h"
#include "git/remote/networkenvironment.h"

using namespace Qt::StringLiterals;

namespace {

/// Where the questions of a repository are found again: a child of its controller.
class SigningDesk final : public QObject
{
public:
    explicit SigningDesk(QObject *parent)
        : QObject(parent)
        , questions(Questions::make())
    {
        setObjectName(u"signing"_s);
    }

    const std::shared_ptr<Questions> questions;
};

// Runs that may sign are those whose hooks and helpers get the session as it is; others say who answers, or
// that nobody does.
bool maySign(const ProcessRequest &request)
{
    return request.program.endsWith("/git"_L1) && !request.environment.contains(u"SSH_ASKPASS_REQUIRE"_s);
}

} // namespace

std::shared_ptr<Questions> signingQuestions(RepositoryController &repository)
{
    auto *desk =
        static_cast<SigningDesk *>(repository.findChild<QObject *>(u"signing"_s, Qt::FindDirectChildrenOnly));
    return (desk ? desk : new SigningDesk(&repository))->questions;
}

Signing::Signing(RepositoryController &repository)
    : runner(repository.services().runner)
    , askProgram(repository.services().askProgram)
    , questions(signingQuestions(repository))
    , where(repository.location())
{}

Result<ProcessResult> SigningRunner::run(const ProcessRequest &request, const CancelToken &cancel) const
{
    if (m_signing.askProgram.isEmpty() || !maySign(request) || !Git::asksForPassphrases(m_signing.where))
        return m_signing.runner->run(request, cancel);
    const auto server =
        AskServer::start([questions = m_signing.questions](const AskRequest &asked, const CancelToken &stop) {
            return questions->ask({.prompt = Git::classifyPrompt(asked, {})}, stop);
        });
    if (!server) // then what asks fails, and says so
        return m_signing.runner->run(request, cancel);
    ProcessRequest answered = request;
    Git::allowPassphrases(answered.environment, {.askProgram = m_signing.askProgram,
                                                 .askSocket = (*server)->socket(),
                                                 .askToken = (*server)->token()});
    return m_signing.runner->run(answered, cancel);
}
