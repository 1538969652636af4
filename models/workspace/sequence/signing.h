// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/repositorycontroller.h"
#include "workspace/transfer/questions.h"

/// Those that what signs has for the user, of all that is done with a repository but commits from the message
/// editor, which have their own. Made when first asked for. GUI thread only.
std::shared_ptr<Questions> signingQuestions(RepositoryController &repository);

/// What a job needs for git to sign what it makes: taken along by value, used in the worker.
struct Signing
{
    explicit Signing(RepositoryController &repository);

    const ProcessRunner *runner;
    QString askProgram; ///< empty: nobody answers
    std::shared_ptr<Questions> questions;
    Git::RepoLocation where;
};

/// Runs git so that it asks the user for the passphrase of a key that is locked. Lives as long as one job;
/// any thread but the window's.
class SigningRunner final : public ProcessRunner
{
public:
    explicit SigningRunner(Signing signing)
        : m_signing(std::move(signing))
    {}

    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const override;
    Git::Program git() const { return Git::Program(*this, m_signing.where); }

private:
    Signing m_signing;
};
