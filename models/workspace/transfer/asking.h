// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/linked/submoduleupdate.h"
#include "workspace/services.h"

#include <memory>
#include <optional>

class AskServer;
class Questions;

/// Hears the questions of one transfer with an address for as long as it lives, and says who is asked. For
/// the thread of a queue: to ask ssh which host is meant blocks.
class Asking
{
    Q_DISABLE_COPY_MOVE(Asking)

public:
    /// askProgram: empty: nobody answers. questions: null: the same.
    Asking(const ProcessRunner &runner, const QString &askProgram,
           const std::shared_ptr<Questions> &questions, const QByteArray &address, const CancelToken &cancel);
    ~Asking();

    const std::optional<Error> &problem() const { return m_problem; }
    Git::NetworkAccess access() const;

private:
    QString m_program;
    std::unique_ptr<AskServer> m_server;
    std::optional<Error> m_problem;
};

/// Who answers for each address of a job that talks to several. services: the runner outlives what is made.
Git::OpenAccess askingAccess(const WorkspaceServices &services, const std::shared_ptr<Questions> &questions);
