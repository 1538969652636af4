// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/transfer/transferscontroller.h"

#include "base/secrets.h"
#include "base/text.h"
#include "workspace/sequence/signing.h"
#include "workspace/transfer/transferwords.h"

using namespace Qt::StringLiterals;

template<class T, class Work, class Told> void TransfersController::run(Work work, Told told)
{
    m_cancel = m_queue.add<T>(
        this,
        [work = std::move(work), git = m_repository.program(),
         tools = tools()](const CancelToken &cancel) -> Result<T> { return work(git, tools, cancel); },
        std::move(told));
}

void TransfersController::fetch()
{
    if (const Git::Remote *remote = m_setup.remote(m_setup.usualRemote()))
        fetchFrom({*remote});
}

void TransfersController::fetchAll()
{
    fetchFrom(m_setup.remotes);
}

void TransfersController::fetch(const QByteArray &remote, Pruning pruning)
{
    if (const Git::Remote *known = m_setup.remote(remote))
        fetchFrom({*known}, pruning);
    else // it was only just added, or is gone
        Q_EMIT failed(
            {.kind = TransferKind::Fetch,
             .error = {.kind = ErrorKind::NotFound,
                       //: %1: name of a remote
                       .message = tr("There is no remote “%1”.").arg(displayPath(remote)),
                       .detail = {},
                       .hint = tr("One that was added is there once the repository is read again.")},
             .ways = {}});
}

void TransfersController::fetchFrom(const QList<Git::Remote> &remotes, Pruning pruning)
{
    QStringList names;
    for (const Git::Remote &remote : remotes)
        names += displayPath(remote.name);
    const QString from = names.join(u", "_s);
    //: %1: remotes
    if (!begin(TransferKind::Fetch, tr("Fetching from %1").arg(from),
               [this, remotes, pruning] { fetchFrom(remotes, pruning); }))
        return;
    for (const Git::Remote &remote : remotes) {
        if (!mayUse(remote, remote.fetchUrl))
            return;
    }
    run<Fetched>(
        [remotes, pruning, allowed = m_allowsHttp](const Git::Program &git, const TransferTools &tools,
                                                   const CancelToken &cancel) -> Result<Fetched> {
            Fetched fetched;
            for (const Git::Remote &remote : remotes) {
                const auto end =
                    ::fetchFrom(git, tools, remote, allowed.contains(remote.name), cancel, pruning);
                if (!end)
                    return std::unexpected(end.error());
                for (const Git::RefUpdate &update : end->refs) {
                    if (update.kind != Git::RefUpdateKind::Rejected)
                        ++fetched.changed;
                    else
                        fetched.refused += maskSecrets(
                            QString(displayPath(update.ref) + u": "_s + displayText(update.reason)));
                }
            }
            return fetched;
        },
        [this, from](const Result<Fetched> &fetched) { tellFetched(fetched, from); });
}

void TransfersController::tellFetched(const Result<Fetched> &fetched, const QString &from)
{
    if (!fetched)
        return fail(fetched.error());
    if (!fetched->refused.isEmpty())
        return fail({.kind = ErrorKind::Conflict,
                     .message = tr("Git did not take %n ref(s) of the remote.", nullptr,
                                   static_cast<int>(fetched->refused.size())),
                     .detail = fetched->refused.join(u'\n'),
                     .hint = tr("Tags and branches that would be overwritten here are left as they are.")});
    end();
    Q_EMIT succeeded(
        fetched->changed == 0
            //: %1: remotes
            ? tr("There is nothing new at %1").arg(from)
            //: %1: remotes
            : tr("Fetched from %1: %n ref(s) changed", nullptr, static_cast<int>(fetched->changed))
                  .arg(from));
}

void TransfersController::pull(const TransferTarget &from, std::optional<Git::PullWay> way, bool follows)
{
    const Git::Remote *known = m_setup.remote(from.remote);
    if (!known || branch().isEmpty())
        return;
    const Git::Remote remote = *known;
    const QString name = targetText(from);
    //: %1: a branch of a remote
    if (!begin(TransferKind::Pull, tr("Pulling %1").arg(name),
               [this, from, way, follows] { pull(from, way, follows); }) ||
        !mayUse(remote, remote.fetchUrl))
        return;
    const Integration integration{.branch = branch(),
                                  .upstream = Git::trackingRefOf(remote, from.ref),
                                  .way = way.value_or(m_setup.branch.way),
                                  .follows = follows};
    if (integration.upstream.isEmpty())
        return fail({.kind = ErrorKind::Invalid,
                     //: %1: a branch of a remote
                     .message = tr("%1 is not among what is fetched of that remote.").arg(name),
                     .hint = tr("Its fetch setting in the configuration leaves the branch out.")},
                    {TransferWay::Choose});
    run<Git::FetchEnd>(
        [remote, allowed = m_allowsHttp.contains(remote.name)](
            const Git::Program &git, const TransferTools &tools, const CancelToken &cancel) {
            return ::fetchFrom(git, tools, remote, allowed, cancel);
        },
        [this, integration, from](const Result<Git::FetchEnd> &fetched) {
            if (!fetched)
                return fail(fetched.error());
            bringIn(integration, from);
        });
}

void TransfersController::bringIn(const Integration &integration, const TransferTarget &from)
{
    m_progress = {};
    Q_EMIT progressed();
    m_cancel = m_repository.writes().add<IntegrationEnd>(
        this,
        [integration, signing = Signing(m_repository)](const CancelToken &cancel) {
            const SigningRunner runner(signing);
            return integrate(runner.git(), integration, cancel);
        },
        [this, from](const Result<IntegrationEnd> &end) {
            if (end)
                tellIntegrated(*end, from);
            else
                fail(end.error(), end.error().kind == ErrorKind::NotFound ? QList{TransferWay::Choose}
                                                                          : QList<TransferWay>());
        });
}

void TransfersController::tellIntegrated(const IntegrationEnd &integrated, const TransferTarget &from)
{
    const QString name = targetText(from);
    if (integrated.outcome == IntegrationOutcome::Apart) {
        const auto count = [](qsizetype commits) { return static_cast<int>(commits); };
        return fail({.kind = ErrorKind::Conflict,
                     //: %1: a branch of a remote
                     .message = tr("Your branch and %1 both have commits of their own.").arg(name),
                     .hint = tr("%n commit(s) here", nullptr, count(integrated.apart.ahead)) + u", "_s +
                             tr("%n commit(s) there. Nothing was changed yet: merge both, or rebase yours "
                                "onto theirs.",
                                nullptr, count(integrated.apart.behind))},
                    {TransferWay::Integrate});
    }
    end();
    if (integrated.outcome == IntegrationOutcome::Conflicts)
        Q_EMIT conflicted(tr("Conflicts with %1 in %n file(s): resolve them, then continue; or abort.",
                             nullptr, static_cast<int>(integrated.conflicts))
                              .arg(name));
    else
        Q_EMIT succeeded(integrationText(integrated, name));
}

void TransfersController::readLoss(const TransferTarget &of)
{
    const Git::Remote *known = m_setup.remote(of.remote);
    if (!known || branch().isEmpty())
        return;
    const Git::Remote remote = *known;
    //: %1: a branch of a remote
    if (!begin(TransferKind::Push, tr("Looking at %1").arg(targetText(of)), [this, of] { readLoss(of); }) ||
        !mayUse(remote, remote.fetchUrl))
        return;
    run<OverwriteLoss>(
        [remote, of, source = branch(),
         allowed = m_allowsHttp.contains(remote.name)](const Git::Program &git, const TransferTools &tools,
                                                       const CancelToken &cancel) -> Result<OverwriteLoss> {
            const auto fetched = ::fetchFrom(git, tools, remote, allowed, cancel);
            if (!fetched)
                return std::unexpected(fetched.error());
            return ::readLoss(git, remote, source, of.ref, cancel);
        },
        [this](const Result<OverwriteLoss> &loss) {
            if (!loss)
                return fail(loss.error());
            end();
            Q_EMIT lossRead(*loss);
        });
}
