// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/transfer/transferjobs.h"

#include "base/text.h"
#include "git/refname.h"
#include "git/sequence/branches.h"
#include "git/sequence/merge.h"
#include "git/sequence/rebase.h"
#include "workspace/transfer/asking.h"

namespace {

struct TransferText
{
    Q_DECLARE_TR_FUNCTIONS(TransfersController)
};

constexpr qsizetype kMostNamed = 20;

Git::OnProgress tell(const TransferTools &tools)
{
    return [relay = tools.progress](const Git::TransferProgress &progress) { relay->send(progress); };
}

Git::ObjectId targetOf(const Git::Refs &refs, const QByteArray &name)
{
    const auto found = std::ranges::find(refs.all, name, &Git::Ref::name);
    return found == refs.all.end() ? Git::ObjectId() : found->target;
}

std::unexpected<Error> failOtherBranch(const Integration &integration)
{
    return fail(
        ErrorKind::Conflict,
        //: %1: a branch
        TransferText::tr("%1 is not checked out any more, so what was fetched was not brought into it.")
            .arg(displayPath(integration.branch.sliced(Git::kBranches.size()))),
        {}, TransferText::tr("Pull again on the branch that is checked out now."));
}

Result<IntegrationEnd> endIntegration(const Result<Git::SequenceEnd> &end, IntegrationOutcome done,
                                      const Git::AheadBehind &apart)
{
    if (!end)
        return std::unexpected(end.error());
    if (end->outcome == Git::SequenceOutcome::Conflicts)
        return IntegrationEnd{IntegrationOutcome::Conflicts, apart, end->conflicts.size()};
    if (end->outcome == Git::SequenceOutcome::FastForwarded)
        return IntegrationEnd{IntegrationOutcome::Forwarded, apart, 0};
    if (end->outcome == Git::SequenceOutcome::UpToDate)
        return IntegrationEnd{IntegrationOutcome::UpToDate, apart, 0};
    return IntegrationEnd{done, apart, 0};
}

Result<IntegrationEnd> bringIn(const Git::Program &git, const Integration &integration,
                               const Git::ObjectId &head, const Git::ObjectId &there,
                               const Git::AheadBehind &apart, const CancelToken &cancel)
{
    const Git::MergeRequest merge{.commit = there, .name = integration.upstream, .expectedHead = head};
    const auto mergeBy = [&](Git::FastForward forward) {
        Git::MergeRequest request = merge;
        request.fastForward = forward;
        return endIntegration(Git::mergeCommit(git, request, {}, cancel), IntegrationOutcome::Merged, apart);
    };
    if (integration.way == Git::PullWay::MergeAlways)
        return mergeBy(Git::FastForward::No);
    if (apart.ahead == 0)
        return mergeBy(Git::FastForward::Only);
    if (integration.way == Git::PullWay::Undecided || integration.way == Git::PullWay::FastForwardOnly)
        return IntegrationEnd{IntegrationOutcome::Apart, apart, 0};
    if (integration.way == Git::PullWay::Merge)
        return mergeBy(Git::FastForward::Auto);
    const Git::RebaseRequest rebase{
        .onto = there, .keepsMerges = integration.way == Git::PullWay::RebaseMerges, .expectedHead = head};
    return endIntegration(Git::rebaseOnto(git, rebase, {}, cancel), IntegrationOutcome::Rebased, apart);
}

} // namespace

const Git::Remote *TransferSetup::remote(const QByteArray &name) const
{
    const auto found = std::ranges::find(remotes, name, &Git::Remote::name);
    return found == remotes.end() ? nullptr : &*found;
}

QByteArray TransferSetup::usualRemote() const
{
    if (remote(branch.remote))
        return branch.remote;
    return remote("origin") || remotes.isEmpty() ? QByteArray("origin") : remotes.first().name;
}

Result<TransferSetup> readTransferSetup(const Git::RepoLocation &where, const QByteArray &branch)
{
    auto remotes = Git::readRemotes(where);
    if (!remotes)
        return std::unexpected(remotes.error());
    auto own = Git::readBranchRemote(where, branch);
    if (!own)
        return std::unexpected(own.error());
    return TransferSetup{branch, *std::move(remotes), *std::move(own)};
}

Result<Git::FetchEnd> fetchFrom(const Git::Program &git, const TransferTools &tools,
                                const Git::Remote &remote, bool allowsHttp, const CancelToken &cancel,
                                Pruning pruning)
{
    const Asking asking(*tools.runner, tools.askProgram, tools.questions, remote.fetchUrl, cancel);
    if (asking.problem())
        return std::unexpected(*asking.problem());
    return Git::fetch(git,
                      {.remote = remote.name,
                       .prunes = pruning == Pruning::Remove,
                       .allowsHttp = allowsHttp,
                       .access = asking.access()},
                      tell(tools), cancel);
}

Result<Git::PushEnd> pushTo(const Git::Program &git, const TransferTools &tools, const Git::Remote &remote,
                            Git::PushRequest request, const CancelToken &cancel)
{
    const Asking asking(*tools.runner, tools.askProgram, tools.questions, remote.pushUrl, cancel);
    if (asking.problem())
        return std::unexpected(*asking.problem());
    request.access = asking.access();
    return Git::push(git, request, tell(tools), cancel);
}

Result<IntegrationEnd> integrate(const Git::Program &git, const Integration &integration,
                                 const CancelToken &cancel)
{
    const auto refs = Git::readRefs(git.location(), cancel);
    if (!refs)
        return std::unexpected(refs.error());
    if (refs->head.state != Git::HeadState::Branch || refs->head.branch != integration.branch)
        return failOtherBranch(integration);
    const Git::ObjectId there = targetOf(*refs, integration.upstream);
    if (there.isNull())
        return fail(
            ErrorKind::NotFound,
            //: %1: a branch of a remote
            TransferText::tr("%1 is not there after fetching.").arg(displayPath(integration.upstream)), {},
            TransferText::tr("It may have been removed at the remote. Choose another branch."));
    if (integration.follows) {
        const auto set = Git::setUpstream(git, integration.branch, integration.upstream, cancel);
        if (!set)
            return std::unexpected(set.error());
    }
    const auto apart = Git::readAheadBehind(git.location(), refs->head.target, there);
    if (!apart)
        return std::unexpected(apart.error());
    if (apart->behind == 0)
        return IntegrationEnd{IntegrationOutcome::UpToDate, *apart, 0};
    return bringIn(git, integration, refs->head.target, there, *apart, cancel);
}

Result<OverwriteLoss> readLoss(const Git::Program &git, const Git::Remote &remote, const QByteArray &source,
                               const QByteArray &destination, const CancelToken &cancel)
{
    const auto refs = Git::readRefs(git.location(), cancel);
    if (!refs)
        return std::unexpected(refs.error());
    const QByteArray tracking = Git::trackingRefOf(remote, destination);
    if (tracking.isEmpty())
        return fail(ErrorKind::Invalid,
                    //: %1: a branch, %2: a remote
                    TransferText::tr("%1 of “%2” is not fetched here, so what would be lost is not known.")
                        .arg(displayPath(destination), displayPath(remote.name)));
    OverwriteLoss loss{.remote = remote.name,
                       .source = source,
                       .destination = destination,
                       .there = targetOf(*refs, tracking),
                       .local = targetOf(*refs, source)};
    if (loss.local.isNull())
        return fail(ErrorKind::Conflict, TransferText::tr("The branch is not there any more."));
    if (loss.there.isNull())
        return loss;
    auto lost = Git::readOverwritten(git, loss.there, loss.local, kMostNamed, cancel);
    if (!lost)
        return std::unexpected(lost.error());
    loss.newest = std::move(lost->newest);
    loss.count = lost->count;
    return loss;
}
