// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"
#include "workspace/outputtext.h"
#include "workspace/repositorycontroller.h"
#include "workspace/transfer/questions.h"

/// How a commit is made, beyond its message.
struct CommitOptions
{
    bool amends = false;
    bool skipsHooks = false;
    QByteArray expectedStaged;           ///< see Git::readStagedPrint(); empty: whatever is staged
    std::optional<Git::Person> author;   ///< in place of the user
    std::optional<Git::Moment> authored; ///< in place of now
    bool resetsAuthor = false;           ///< of what is amended
    std::optional<bool> signs;           ///< nothing: as configured
};

/// One commit at a time, with what its hooks print on the way. GUI thread only.
class CommitRun final : public QObject
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit CommitRun(RepositoryController &repository, QObject *parent = nullptr);

    bool isRunning() const { return m_isRunning; }
    void start(const QString &message, const CommitOptions &options); ///< ignored while one runs
    void cancel();
    Questions &questions() { return *m_questions; } ///< of what signs, for the user

Q_SIGNALS:
    void started();
    /// Of hooks, with control characters made visible; what colours a terminal is left out.
    void outputReceived(const QString &text);
    void succeeded(const Git::ObjectId &commit); ///< after all of its output
    void failed(const Error &error);             ///< the same

private:
    void show(const QByteArray &text);
    void finish(const Result<Git::ObjectId> &commit);

    RepositoryController &m_repository;
    bool m_isRunning = false;
    OutputText m_output, m_errors;
    CancelSource m_cancel;
    std::shared_ptr<Questions> m_questions;
};
