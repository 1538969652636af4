// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/transfer/transferscontroller.h"

#include "base/text.h"
#include "git/remote/pushhook.h"
#include "git/undo/undorefs.h"
#include "workspace/branches/branchnames.h"
#include "workspace/transfer/transferwords.h"

using namespace Qt::StringLiterals;

void TransfersController::push(const TransferTarget &to, PushChoice choice)
{
    const QString name = targetText(to);
    startPush({.request = {.remote = to.remote,
                           .source = branch(),
                           .destination = to.ref,
                           .setsUpstream = choice.follows,
                           .followsTags = choice.takesTags},
               .name = name,
               //: %1: a branch of a remote
               .doing = tr("Pushing to %1").arg(name),
               //: %1: a branch of a remote
               .done = tr("Pushed to %1").arg(name)});
}

void TransfersController::overwrite(const OverwriteLoss &accepted)
{
    const QString name = targetText({accepted.remote, accepted.destination});
    // The commit that was looked at, not the branch: that may have moved since.
    startPush({.request = {.remote = accepted.remote,
                           .source = accepted.local.toHex(),
                           .destination = accepted.destination,
                           .expected = accepted.there,
                           .force = Git::PushForce::WithLease},
               .name = name,
               //: %1: a branch of a remote
               .doing = tr("Overwriting %1").arg(name),
               .done = tr("Pushed to %1").arg(name)});
}

void TransfersController::pushTag(const QByteArray &remote, const QByteArray &tag)
{
    const QString name = shownBranch(tag), there = displayPath(remote);
    startPush({.request = {.remote = remote, .source = tag, .destination = tag},
               .name = there,
               //: %1: a tag; %2: name of a remote
               .doing = tr("Pushing the tag %1 to %2").arg(name, there),
               //: %1: a tag; %2: name of a remote
               .done = tr("Pushed the tag %1 to %2").arg(name, there),
               .isOfBranch = false});
}

void TransfersController::removeThere(const TransferTarget &branch, const Git::ObjectId &expected)
{
    const QString name = targetText(branch);
    startPush(
        {.request = {.remote = branch.remote, .source = {}, .destination = branch.ref, .expected = expected},
         .name = name,
         //: %1: a branch of a remote
         .doing = tr("Deleting %1").arg(name),
         //: %1: a branch of a remote; %2: the short id of a commit
         .done = tr("Deleted %1, which was at %2").arg(name, expected.abbreviated()),
         .isOfBranch = false});
}

void TransfersController::removeTagThere(const QByteArray &remote, const QByteArray &tag)
{
    const QString name = shownBranch(tag), there = displayPath(remote);
    startPush({.request = {.remote = remote, .source = {}, .destination = tag},
               //: %1: a tag; %2: name of a remote
               .name = tr("the tag %1 at %2").arg(name, there),
               //: %1: a tag; %2: name of a remote
               .doing = tr("Deleting the tag %1 at %2").arg(name, there),
               //: %1: a tag; %2: name of a remote
               .done = tr("Deleted the tag %1 at %2; it is still here").arg(name, there),
               .isOfBranch = false});
}

void TransfersController::pushWithoutHook()
{
    if (isRunning() || !m_hookRefused)
        return;
    Pushing pushing = *std::exchange(m_hookRefused, {});
    pushing.request.skipsHook = true;
    startPush(pushing);
}

void TransfersController::startPush(const Pushing &pushing)
{
    const Git::Remote *known = m_setup.remote(pushing.request.remote);
    // What is no push of HEAD's branch needs none.
    if (!known || !problem(pushing.isOfBranch ? TransferKind::Push : TransferKind::Fetch).isEmpty())
        return;
    const Git::Remote remote = *known;
    m_hookRefused.reset();
    start(TransferKind::Push, pushing.doing, [this, pushing] { startPush(pushing); });
    if (!mayUse(remote, remote.pushUrl))
        return;
    Git::PushRequest request = pushing.request;
    request.allowsHttp = m_allowsHttp.contains(remote.name);
    m_cancel = m_queue.add<Pushed>(
        this,
        [remote, request, git = m_repository.program(), tools = tools()](const CancelToken &cancel) {
            return runPush(git, tools, remote, request, cancel);
        },
        [this, pushing, relay = m_relay](const Result<Pushed> &pushed) {
            tellPushed(pushed, pushing, relay->words());
        });
}

Result<TransfersController::Pushed>
TransfersController::runPush(const Git::Program &git, const TransferTools &tools, const Git::Remote &remote,
                             Git::PushRequest request, const CancelToken &cancel)
{
    if (request.source.isEmpty() && !request.expected) { // a tag that is there as it is here
        const auto here = Git::readRefId(git, request.destination);
        if (!here)
            return std::unexpected(here.error());
        if (here->isNull())
            //: %1: a tag
            return ::fail(ErrorKind::NotFound,
                          tr("There is no tag %1 here any more.").arg(shownBranch(request.destination)));
        request.expected = *here;
    }
    auto end = pushTo(git, tools, remote, request, cancel);
    if (end)
        return Pushed{.end = *std::move(end), .hookRefusal = {}};
    if (request.skipsHook || !Git::isPushHookRefusal(git, end.error()))
        return std::unexpected(end.error());
    return Pushed{.end = {}, .hookRefusal = end.error()};
}

void TransfersController::tellPushed(const Result<Pushed> &pushed, const Pushing &pushing,
                                     const QString &words)
{
    if (!pushed)
        return fail(pushed.error());
    if (pushed->hookRefusal) {
        m_hookRefused = pushing;
        return fail(hookRefusal(*pushed->hookRefusal), {TransferWay::Retry, TransferWay::SkipHook});
    }
    const QList<Git::RefUpdate> &refs = pushed->end.refs;
    if (pushed->end.isRejected()) {
        const TransferFailure failure = pushing.isOfBranch ? pushRefusal(refs, pushing.name, words)
                                                           : otherPushRefusal(refs, pushing.name, words);
        return fail(failure.error, failure.ways);
    }
    const bool isSame = std::ranges::all_of(
        refs, [](const Git::RefUpdate &update) { return update.kind == Git::RefUpdateKind::UpToDate; });
    const auto tags = std::ranges::count_if(refs, [](const Git::RefUpdate &update) {
        return update.kind != Git::RefUpdateKind::UpToDate && update.ref.startsWith("refs/tags/");
    });
    end();
    if (isSame)
        //: %1: a remote, or a branch of one
        Q_EMIT succeeded(tr("%1 has everything already").arg(pushing.name));
    else if (pushing.isOfBranch && tags > 0)
        //: %1: a branch of a remote
        Q_EMIT succeeded(
            tr("Pushed to %1 with %n tag(s)", nullptr, static_cast<int>(tags)).arg(pushing.name));
    else
        Q_EMIT succeeded(pushing.done);
}
