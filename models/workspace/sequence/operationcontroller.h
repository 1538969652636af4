// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/advance.h"
#include "git/sequence/bisect.h"
#include "git/sequence/operation.h"
#include "workspace/outputtext.h"
#include "workspace/repositorycontroller.h"

/// What is going on in the work tree (a merge, a rebase, …), whoever began it, and the ways on. Runs on the
/// repository's queue of writes, one at a time. GUI thread only.
class OperationController final : public QObject
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit OperationController(RepositoryController &repository, QObject *parent = nullptr);

    const Git::OperationState &operation() const { return m_state; }
    /// Of a bisection; nothing: it is over, or that is not known.
    const std::optional<Git::BisectProgress> &bisectProgress() const { return m_bisect; }
    const Error &problem() const { return m_problem; } ///< why only its kind is known; empty: all is known
    /// Files in conflict, also without an operation (a stash that was applied); nothing: not known.
    std::optional<qsizetype> conflictCount() const { return m_conflicts; }
    bool isAnything() const { return m_state.kind != Git::Operation::None || m_conflicts.value_or(0) > 0; }
    bool isBusy() const { return m_read.isRunning() || isRunning(); }

    QString sentence() const;    ///< "Rebasing topic onto main: step 3 of 7"; empty: nothing is in progress
    QString presentStep() const; ///< the commit it is about; empty: none
    QString continueProblem() const; ///< why it cannot go on; empty: it can
    QString abortWords() const;      ///< what comes back, and what is recorded
    QString abortAction() const;     ///< "Abort rebase"
    QString forgetWords() const;     ///< what stays as it is
    /// It is damaged: what Git notes about it cannot be read, or Git could not abort it.
    bool canForget() const;

    /// Says at each Continue the message its commit gets; empty: the one that git has prepared.
    void setMessageSource(std::function<QString()> source) { m_messageSource = std::move(source); }

    bool isRunning() const { return !m_doing.isEmpty(); }
    const QString &doing() const { return m_doing; }

    /// Each is ignored while another one runs.
    void goOn(bool acceptsMarkers = false)
    {
        run(Git::Advance::Continue, {.acceptsMarkers = acceptsMarkers});
    }
    void goOnWithoutHooks(); ///< once hookRefused() and the user said so
    void skip() { run(Git::Advance::Skip); }
    void abort() { run(Git::Advance::Abort); }
    void forget() { run(Git::Advance::Quit); }
    void cancel(); ///< ends the wait for a lock; what has begun runs to its end

Q_SIGNALS:
    void changed(); ///< operation(), problem(), conflictCount()
    void runningChanged();
    void outputReceived(const QString &text); ///< of git and its hooks, with control characters made visible
    void messageUsed(const QString &message); ///< of the source: a commit was made with it
    void succeeded(const QString &message);
    void failed(const Error &error);
    void markersFound(const Error &error); ///< in place of failed(): goOn() can accept what is staged
    void hookRefused(const Error &error);  ///< in place of failed(): goOnWithoutHooks() leaves it out

private:
    struct Seen
    {
        Git::OperationState state;
        Error problem;
        std::optional<qsizetype> conflicts;
        std::optional<Git::BisectProgress> bisect;
    };
    struct Ended
    {
        Git::AdvanceEnd end;
        std::optional<Error> problem;
        bool hasMarkers = false;
        bool isHookRefusal = false;
    };
    struct Leave
    {
        bool acceptsMarkers = false;
        bool skipsHooks = false;
    };
    void read();
    void take(const Seen &seen);
    void run(Git::Advance how, Leave leave);
    void run(Git::Advance how) { run(how, Leave()); }
    void show(const QByteArray &text);
    void finish(Git::Advance how, const QString &message, const Ended &ended);

    RepositoryController &m_repository;
    Git::OperationState m_state;
    Error m_problem;
    std::optional<qsizetype> m_conflicts;
    std::optional<Git::BisectProgress> m_bisect;
    QString m_doing;
    std::function<QString()> m_messageSource;
    bool m_isStuck = false;  ///< aborting it failed
    bool m_accepted = false; ///< markers, when a hook refused last
    bool m_isDue = false;    // changed while it was read
    OutputText m_output, m_errors;
    CancelSource m_cancel;
    LatestTask<Seen> m_read;
};
