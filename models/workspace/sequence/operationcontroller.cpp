// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sequence/operationcontroller.h"

#include "base/text.h"
#include "git/sequence/conflicts.h"
#include "git/sequence/hookrefusal.h"
#include "workspace/outputrelay.h"
#include "workspace/sequence/operationwords.h"
#include "workspace/sequence/signing.h"

namespace {

constexpr qsizetype kLongestWords = 100; // characters

} // namespace

OperationController::OperationController(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_read(this, repository.services().reads)
{
    connect(&repository, &RepositoryController::opened, this, &OperationController::read);
    connect(&repository, &RepositoryController::infoChanged, this, &OperationController::read);
    connect(&repository, &RepositoryController::repositoryChanged, this, [this](RepositoryChanges what) {
        if (what & (RepositoryChange::Refs | RepositoryChange::Index))
            read();
    });
    // Names of branches stand in the sentence.
    connect(&repository, &RepositoryController::refsChanged, this, [this] {
        if (isAnything())
            Q_EMIT changed();
    });
    if (repository.state() == PageState::Ready)
        read();
}

// What runs is not cut short: with changes that never stop nothing would be shown.
void OperationController::read()
{
    if (m_repository.state() != PageState::Ready || m_repository.location().isBare())
        return;
    if (m_read.isRunning()) {
        m_isDue = true;
        return;
    }
    m_isDue = false;
    m_read.start(
        [where = m_repository.location(), runner = m_repository.services().runner,
         kind = m_repository.info().operation](const CancelToken &cancel) -> Result<Seen> {
            Seen seen;
            if (auto state = Git::readOperation(where, cancel)) {
                seen.state = *std::move(state);
            } else {
                seen.state.kind = kind;
                seen.problem = state.error();
            }
            if (const auto paths = Git::readConflictPaths(where))
                seen.conflicts = paths->size();
            if (seen.state.kind == Git::Operation::Bisect && seen.state.commit.isNull() &&
                where.trust == Git::Trust::Trusted)
                seen.bisect =
                    Git::readBisectProgress(Git::Program(*runner, where), cancel).value_or(std::nullopt);
            return seen;
        },
        [this](const Result<Seen> &seen) {
            if (seen)
                take(*seen);
            if (m_isDue)
                read();
        });
}

void OperationController::take(const Seen &seen)
{
    const bool isSame = m_state == seen.state && m_problem == seen.problem && m_conflicts == seen.conflicts &&
                        m_bisect == seen.bisect;
    m_state = seen.state;
    m_problem = seen.problem;
    m_conflicts = seen.conflicts;
    m_bisect = seen.bisect;
    m_isStuck = m_isStuck && m_state.kind != Git::Operation::None;
    if (!isSame)
        Q_EMIT changed();
}

QString OperationController::sentence() const
{
    return OperationWords::sentence(m_state, m_repository.refs());
}

QString OperationController::presentStep() const
{
    if (!m_bisect)
        return OperationWords::step(m_state);
    const QString steps = tr("roughly %n step(s)", nullptr, static_cast<int>(m_bisect->steps));
    //: %1: such as "roughly 3 steps"
    return tr("%n revision(s) left to test after this (%1)", nullptr, static_cast<int>(m_bisect->left))
        .arg(steps);
}

QString OperationController::abortWords() const
{
    return OperationWords::abortWords(m_state);
}

QString OperationController::abortAction() const
{
    return OperationWords::abortAction(m_state.kind);
}

QString OperationController::forgetWords() const
{
    return OperationWords::forgetWords(m_state);
}

bool OperationController::canForget() const
{
    return m_state.kind != Git::Operation::None && (m_isStuck || !m_problem.message.isEmpty());
}

QString OperationController::continueProblem() const
{
    if (!m_conflicts)
        return tr("It is not known whether files are in conflict");
    if (*m_conflicts > 0)
        return tr("%n file(s) are in conflict", nullptr, static_cast<int>(*m_conflicts));
    return {};
}

void OperationController::cancel()
{
    if (isRunning())
        m_cancel.cancel();
}

void OperationController::goOnWithoutHooks()
{
    run(Git::Advance::Continue, {.acceptsMarkers = m_accepted, .skipsHooks = true});
}

void OperationController::run(Git::Advance how, Leave leave)
{
    if (isRunning() || m_state.kind == Git::Operation::None)
        return;
    m_doing = OperationWords::doing(m_state.kind, how);
    Q_EMIT runningChanged();
    const auto relay = OutputRelay::make();
    connect(relay.get(), &OutputRelay::received, this,
            [this](OutputChannel channel, const QByteArray &piece) {
                show((channel == OutputChannel::Output ? m_output : m_errors).take(piece));
            });
    const QString message = how == Git::Advance::Continue && m_messageSource ? m_messageSource() : QString();
    const Git::AdvanceRequest request{.how = how,
                                      .expected = m_state.kind,
                                      .acceptsMarkers = leave.acceptsMarkers,
                                      .skipsHooks = leave.skipsHooks,
                                      .message =
                                          message.isEmpty() ? std::nullopt : std::optional(message.toUtf8())};
    m_accepted = leave.acceptsMarkers;
    m_cancel = m_repository.writes().add<Ended>(
        this,
        [request, relay, signing = Signing(m_repository)](const CancelToken &cancel) {
            const SigningRunner runner(signing);
            const Git::Program git = runner.git();
            const auto end = Git::advanceOperation(
                git, request,
                [relay](OutputChannel channel, QByteArrayView piece) { relay->send(channel, piece); },
                cancel);
            if (end)
                return Ended{.end = *end};
            const bool mayBeMarkers = request.how == Git::Advance::Continue && !request.acceptsMarkers &&
                                      end.error().kind == ErrorKind::Invalid;
            const auto marked = mayBeMarkers ? Git::findStagedMarkers(git.location())
                                             : Result<QList<QByteArray>>(QList<QByteArray>());
            const bool isHookRefusal = request.how == Git::Advance::Continue && !request.skipsHooks &&
                                       Git::leavesHooksOut(request.expected) &&
                                       Git::isCommitHookRefusal(git, end.error());
            return Ended{.problem = end.error(),
                         .hasMarkers = marked && !marked->isEmpty(),
                         .isHookRefusal = isHookRefusal};
        },
        [this, how, message](const Result<Ended> &ended) {
            finish(how, message, ended ? *ended : Ended{.problem = ended.error()});
        });
}

// Progress goes back to the start of its line.
void OperationController::show(const QByteArray &text)
{
    if (!text.isEmpty())
        Q_EMIT outputReceived(displayText(QByteArray(text).replace('\r', '\n')));
}

void OperationController::finish(Git::Advance how, const QString &message, const Ended &ended)
{
    show(m_output.finish());
    show(m_errors.finish());
    m_doing.clear();
    if (how == Git::Advance::Abort) // a bisection has no such way out
        m_isStuck = ended.problem && ended.problem->kind == ErrorKind::External &&
                    m_state.kind != Git::Operation::Bisect;
    Q_EMIT runningChanged();
    if (!ended.problem) {
        if (ended.end.undo)
            m_repository.noteUndo(*ended.end.undo);
        if (!message.isEmpty())
            Q_EMIT messageUsed(message);
        Q_EMIT succeeded(OperationWords::done(m_state.kind, ended.end, how));
    } else if (ended.hasMarkers) {
        Q_EMIT markersFound(*ended.problem);
    } else if (ended.isHookRefusal) {
        Error refused = *ended.problem;
        //: %1: the first line of what a hook said
        refused.message = tr("A hook refused the commit: %1").arg(firstLine(refused.detail, kLongestWords));
        refused.hint = tr("Nothing was lost: continue when it agrees, or abort.");
        Q_EMIT hookRefused(refused);
    } else if (ended.problem->kind != ErrorKind::Cancelled) {
        Q_EMIT failed(*ended.problem);
    }
    m_repository.note(kEverything);
}
