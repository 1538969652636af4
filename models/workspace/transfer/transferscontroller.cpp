// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/transfer/transferscontroller.h"

#include "base/text.h"
#include "git/refname.h"
#include "workspace/transfer/transferwords.h"

TransfersController::TransfersController(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_questions(Questions::make())
    , m_setupProblem(tr("The remotes are not read yet"))
    , m_readSetup(this, repository.services().reads)
{
    if (repository.state() == PageState::Ready)
        readSetup();
    connect(&repository, &RepositoryController::refreshed, this, &TransfersController::readSetup);
    for (const auto news : {&RepositoryController::infoChanged, &RepositoryController::trustChanged,
                            &RepositoryController::refsChanged, &RepositoryController::distanceChanged})
        connect(&repository, news, this, &TransfersController::changed);
}

TransfersController::~TransfersController()
{
    m_queue.cancel();
}

QString TransfersController::progressText() const
{
    return transferPhaseText(m_progress);
}

void TransfersController::cancel()
{
    m_cancel.cancel();
}

QByteArray TransfersController::branch() const
{
    const Git::Head &head = m_repository.refs().head;
    return head.state == Git::HeadState::Branch ? head.branch : QByteArray();
}

void TransfersController::readSetup()
{
    m_readSetup.start([where = m_repository.location(),
                       branch = branch()](const CancelToken &) { return readTransferSetup(where, branch); },
                      [this](Result<TransferSetup> setup) {
                          m_setupProblem = setup ? QString() : setup.error().message;
                          m_setup = std::move(setup).value_or(TransferSetup());
                          Q_EMIT changed();
                      });
}

TransferTools TransfersController::tools() const
{
    return {m_repository.services().runner, m_repository.services().askProgram, m_relay, m_questions};
}

QString TransfersController::problem(TransferKind kind) const
{
    if (isRunning())
        return tr("One at a time: %1").arg(m_doing);
    if (!m_repository.isTrusted())
        return tr("This repository is not trusted, so no program is started in it");
    if (!m_repository.canWrite())
        return m_repository.info().readOnlyReasons.value(0);
    if (!m_setupProblem.isEmpty())
        return m_setupProblem;
    if (m_setup.of != branch())
        return tr("The remotes are not read yet");
    if (m_setup.remotes.isEmpty())
        return tr("There is no remote; one is added in Repository › Remotes");
    if (kind == TransferKind::Fetch)
        return {};
    const Git::HeadState head = m_repository.refs().head.state;
    if (head == Git::HeadState::Unborn)
        return tr("The branch has no commit yet");
    if (head != Git::HeadState::Branch)
        return tr("HEAD is on no branch");
    if (kind == TransferKind::Push)
        return {};
    return m_repository.info().operation == Git::Operation::None
               ? QString()
               : tr("Something is in progress already; it has to be ended first");
}

std::optional<TransferTarget> TransfersController::target(TransferKind kind) const
{
    const Git::BranchRemote &own = m_setup.branch;
    const QByteArray &remote = kind == TransferKind::Push ? own.pushRemote : own.remote;
    if (branch().isEmpty() || !m_setup.remote(remote))
        return std::nullopt;
    if (kind != TransferKind::Push)
        return own.merge.isEmpty() ? std::nullopt : std::optional(TransferTarget{remote, own.merge});
    // As push.default has it, but for what git itself would refuse: that is asked about.
    if (own.pushDefault == "current" || (remote != own.remote && own.pushDefault != "nothing"))
        return TransferTarget{remote, branch()};
    const bool isAnyName = own.pushDefault == "upstream" || own.pushDefault == "tracking";
    if (own.merge.isEmpty() || own.pushDefault == "nothing" || (!isAnyName && own.merge != branch()))
        return std::nullopt;
    return TransferTarget{remote, own.merge};
}

QString TransfersController::targetText(const TransferTarget &target) const
{
    const QByteArray name =
        target.ref.startsWith(Git::kBranches) ? target.ref.sliced(Git::kBranches.size()) : target.ref;
    return displayPath(QByteArray(target.remote + '/' + name));
}

QList<QByteArray> TransfersController::branchesOf(const QByteArray &remote) const
{
    const QByteArray prefix = Git::kRemotes + remote + '/';
    QList<QByteArray> names;
    for (const Git::Ref &ref : m_repository.refs().all) {
        const QByteArray name = ref.name.startsWith(prefix) ? ref.name.sliced(prefix.size()) : QByteArray();
        if (!name.isEmpty() && name != "HEAD")
            names += name;
    }
    return names;
}

QString TransfersController::nameProblem(const QByteArray &name)
{
    return Git::refNameProblem(name);
}

bool TransfersController::begin(TransferKind kind, const QString &doing, std::function<void()> again)
{
    if (!problem(kind).isEmpty())
        return false;
    start(kind, doing, std::move(again));
    return true;
}

void TransfersController::start(TransferKind kind, const QString &doing, std::function<void()> again)
{
    m_running = kind;
    m_doing = doing;
    m_again = std::move(again);
    m_progress = {};
    m_cancel = {};
    m_relay = ProgressRelay::make();
    connect(m_relay.get(), &ProgressRelay::moved, this, [this](const Git::TransferProgress &progress) {
        m_progress = progress;
        Q_EMIT progressed();
    });
    Q_EMIT changed();
}

void TransfersController::end()
{
    m_running.reset();
    m_doing.clear();
    if (m_relay)
        disconnect(m_relay.get(), nullptr, this, nullptr);
    m_relay.reset();
    Q_EMIT changed();
    m_repository.note(kEverything);
}

void TransfersController::fail(const Error &error, QList<TransferWay> ways)
{
    const TransferKind kind = m_running.value_or(TransferKind::Fetch);
    end();
    if (error.kind == ErrorKind::Cancelled)
        return;
    if (ways.isEmpty())
        ways = {TransferWay::Retry};
    Q_EMIT failed({kind, error, ways});
}

// Before anything runs, because a password could be asked for on the way.
bool TransfersController::mayUse(const Git::Remote &remote, const QByteArray &url)
{
    const auto protocols = Git::readProtocols(url, m_allowsHttp.contains(remote.name));
    if (protocols || protocols.error().kind != ErrorKind::Denied)
        return true; // what is wrong with the address is said by the transfer
    m_refusedRemote = remote.name;
    m_refusedAgain = m_again;
    fail(protocols.error(), {TransferWay::AllowHttp});
    return false;
}

void TransfersController::allowHttp()
{
    if (isRunning() || m_refusedRemote.isEmpty())
        return;
    m_allowsHttp.insert(std::exchange(m_refusedRemote, {}));
    if (const auto again = std::exchange(m_refusedAgain, {}))
        again();
}

void TransfersController::retry()
{
    if (isRunning())
        return;
    if (const auto again = m_again)
        again();
}
