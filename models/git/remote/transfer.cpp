// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/transfer.h"

#include "base/text.h"
#include "git/refname.h"
#include "git/remote/packleftovers.h"
#include "git/remote/remotes.h"
#include "git/remote/transferoutput.h"
#include "git/remote/transferrelay.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

std::unexpected<Error> failRef(const QByteArray &ref)
{
    return fail(ErrorKind::Invalid,
                //: %1: what stands where the name of a reference belongs
                Text::tr("“%1” is not the full name of a reference.").arg(displayPath(ref)));
}

bool isFullRef(const QByteArray &ref)
{
    return ref.startsWith("refs/") && refNameProblem(ref).isEmpty();
}

// One '*' may stand for a part of each side's name.
bool isRefSpec(QByteArray spec)
{
    if (spec.startsWith('+'))
        spec.slice(1);
    const QList<QByteArray> sides = spec.split(':');
    return sides.size() <= 2 && std::ranges::all_of(sides, [](QByteArray side) {
               if (const qsizetype star = side.indexOf('*'); star >= 0)
                   side[star] = 'x';
               return isFullRef(side) || ObjectId::fromHex(side);
           });
}

QStringList fetchArguments(const FetchRequest &request)
{
    QStringList arguments{u"fetch"_s, u"--progress"_s, u"--porcelain"_s, u"--no-recurse-submodules"_s};
    if (request.prunes)
        arguments += u"--prune"_s;
    if (request.tags != FetchTags::AsConfigured)
        arguments += request.tags == FetchTags::All ? u"--tags"_s : u"--no-tags"_s;
    arguments << u"--"_s << QString::fromUtf8(request.remote);
    for (const QByteArray &spec : request.refSpecs)
        arguments += QString::fromUtf8(spec);
    return arguments;
}

Result<void> checkPush(const PushRequest &request)
{
    if (!isFullRef(request.destination))
        return failRef(request.destination);
    if (!request.source.isEmpty() && !isFullRef(request.source) && !ObjectId::fromHex(request.source))
        return failRef(request.source);
    const bool overwrites = request.source.isEmpty() || request.force == PushForce::WithLease;
    if (overwrites && !request.expected)
        return fail(ErrorKind::Invalid,
                    Text::tr("What the remote has now is not known, so it is not overwritten or removed."),
                    {}, Text::tr("Fetch first."));
    return {};
}

QStringList pushArguments(const PushRequest &request)
{
    QStringList arguments{u"push"_s, u"--porcelain"_s, u"--progress"_s};
    // --force-if-includes has no effect beside a lease that names its commit, which is the stricter of both.
    if (request.source.isEmpty() || request.force == PushForce::WithLease) {
        const QByteArray expected = request.expected->isNull() ? QByteArray() : request.expected->toHex();
        arguments += QString::fromUtf8("--force-with-lease=" + request.destination + ':' + expected);
    }
    if (request.setsUpstream)
        arguments += u"--set-upstream"_s;
    if (request.followsTags)
        arguments += u"--follow-tags"_s;
    if (request.skipsHook)
        arguments += u"--no-verify"_s;
    return arguments << u"--"_s << QString::fromUtf8(request.remote)
                     << QString::fromUtf8(request.source + ':' + request.destination);
}

struct Ended
{
    int exitCode = 0;
    QByteArray output;
    Error error; ///< git's own words, in case that the exit code is one
};

Result<Ended> runTransfer(const Program &git, const QStringList &arguments, const NetworkAccess &access,
                          const QString &sentence, TransferRelay &relay, const CancelToken &cancel)
{
    const PackLeftovers leftovers(git.location().commonDir);
    const auto result = git.run({.arguments = arguments,
                                 .timeout = {},
                                 .onOutput = relay.receiver(),
                                 .kind = Program::Kind::Network,
                                 .goodExits = {0, 1},
                                 .network = access},
                                cancel);
    relay.finish();
    if (!result) {
        if (result.error().kind == ErrorKind::Cancelled)
            leftovers.remove();
        return std::unexpected(explainTransfer(result.error(), sentence, relay.words()));
    }
    return Ended{.exitCode = result->exitCode,
                 .output = result->output,
                 .error = explainTransfer({.kind = ErrorKind::External}, sentence, relay.words())};
}

} // namespace

Result<FetchEnd> fetch(const Program &git, const FetchRequest &request, const OnProgress &onProgress,
                       const CancelToken &cancel)
{
    const auto remote = readRemote(git.location(), request.remote);
    if (!remote)
        return std::unexpected(remote.error());
    for (const QByteArray &spec : request.refSpecs) {
        if (!isRefSpec(spec))
            return failRef(spec);
    }
    const auto protocols = readProtocols(remote->fetchUrl, request.allowsHttp);
    if (!protocols)
        return std::unexpected(protocols.error());
    NetworkAccess access = request.access;
    access.protocols = *protocols;
    //: %1: name of a remote
    const QString sentence = Text::tr("Fetching from “%1” failed.").arg(displayPath(request.remote));
    TransferRelay relay(onProgress, StandardOutput::Ours);
    const auto ended = runTransfer(git, fetchArguments(request), access, sentence, relay, cancel);
    if (!ended)
        return std::unexpected(ended.error());
    FetchEnd end{.refs = parseFetchOutput(ended->output)};
    if (ended->exitCode != 0 && !end.isRejected())
        return std::unexpected(ended->error);
    return end;
}

Result<PushEnd> push(const Program &git, const PushRequest &request, const OnProgress &onProgress,
                     const CancelToken &cancel)
{
    if (const auto checked = checkPush(request); !checked)
        return std::unexpected(checked.error());
    const auto remote = readRemote(git.location(), request.remote);
    if (!remote)
        return std::unexpected(remote.error());
    const auto protocols = readProtocols(remote->pushUrl, request.allowsHttp);
    if (!protocols)
        return std::unexpected(protocols.error());
    NetworkAccess access = request.access;
    access.protocols = *protocols;
    //: %1: name of a remote
    const QString sentence = Text::tr("Pushing to “%1” failed.").arg(displayPath(request.remote));
    TransferRelay relay(onProgress, StandardOutput::HookFirst);
    const auto ended = runTransfer(git, pushArguments(request), access, sentence, relay, cancel);
    if (!ended)
        return std::unexpected(ended.error());
    PushEnd end{.refs = parsePushOutput(ended->output)};
    if (ended->exitCode != 0 && !end.isRejected())
        return std::unexpected(ended->error);
    return end;
}

} // namespace Git
