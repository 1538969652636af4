// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/rebase.h"

#include "git/sequence/hookrefusal.h"
#include "git/text.h"
#include "git/undo/headmove.h"
#include "git/work/intheway.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

const ObjectId &upstreamOf(const RebaseRequest &request)
{
    return request.upstream.isNull() ? request.onto : request.upstream;
}

Result<qsizetype> countCommits(const Program &git, const RebaseRequest &request, const QStringList &options,
                               const CancelToken &cancel)
{
    const auto result =
        git.run({.arguments = QStringList{u"rev-list"_s, u"--count"_s} + options +
                              QStringList{QString(upstreamOf(request).text() + u"..HEAD"_s), u"--"_s},
                 .timeout = {},
                 .kind = Program::Kind::Read},
                cancel);
    return result ? Result<qsizetype>(result->output.trimmed().toLongLong())
                  : std::unexpected(result.error());
}

Result<void> checkRequest(const Program &git, const RebaseRequest &request, const CancelToken &cancel)
{
    if (request.onto.isNull())
        return fail(ErrorKind::Invalid, Text::tr("No commit was named."));
    if (const auto checked = checkNothingInProgress(git); !checked)
        return checked;
    if (const auto checked = checkHeadIs(git, request.expectedHead); !checked)
        return checked;
    if (request.keepsMerges)
        return {};
    const auto merges = countCommits(git, request, {u"--merges"_s}, cancel);
    if (!merges)
        return std::unexpected(merges.error());
    if (*merges > 0)
        return fail(ErrorKind::Invalid,
                    Text::tr("%n of the commits are merges, which would be lost.", nullptr,
                             static_cast<int>(*merges)),
                    {}, Text::tr("Rebase with the merges, or merge instead."));
    return {};
}

// What stands on the other commit already stays as it is, if there are no merges to be made anew.
Result<bool> isUpToDate(const Program &git, const RebaseRequest &request, const CancelToken &cancel)
{
    if (request.keepsMerges || upstreamOf(request) != request.onto)
        return false;
    const auto asked =
        git.run({.arguments = {u"merge-base"_s, u"--is-ancestor"_s, request.onto.text(), u"HEAD"_s},
                 .timeout = {},
                 .kind = Program::Kind::Read,
                 .goodExits = {0, 1}},
                cancel);
    return asked ? Result<bool>(asked->exitCode == 0) : std::unexpected(asked.error());
}

Result<QList<Incoming>> readRebased(const Program &git, const RebaseRequest &request, const ObjectId &head,
                                    const CancelToken &cancel)
{
    const auto isDone = isUpToDate(git, request, cancel);
    if (!isDone)
        return std::unexpected(isDone.error());
    if (*isDone)
        return QList<Incoming>();
    auto base = readIncoming(git, head, request.onto, cancel);
    auto commits =
        base ? readIncomingOfRange(git, {QString(upstreamOf(request).text() + u"..HEAD"_s)}, cancel) : base;
    return commits ? Result<QList<Incoming>>(*base + *commits) : commits;
}

SequenceOutcome outcomeOf(const RebaseRequest &request, const ObjectId &before, const ObjectId &after)
{
    if (after == before)
        return SequenceOutcome::UpToDate;
    return after == request.onto ? SequenceOutcome::FastForwarded : SequenceOutcome::Done;
}

} // namespace

Result<RebaseSize> readRebaseSize(const Program &git, const RebaseRequest &request, const CancelToken &cancel)
{
    const auto commits = countCommits(git, request, {}, cancel);
    const auto merges = commits ? countCommits(git, request, {u"--merges"_s}, cancel) : commits;
    const auto own =
        merges ? countCommits(git, request, {u"--not"_s, u"--remotes"_s, u"--not"_s}, cancel) : merges;
    if (!own)
        return std::unexpected(own.error());
    return RebaseSize{*commits, *merges, *commits - *own};
}

Result<ObjectId> readMergeBase(const Program &git, const ObjectId &other, const CancelToken &cancel)
{
    const auto run = git.run(
        {.arguments = {u"merge-base"_s, u"HEAD"_s, other.text()}, .timeout = {}, .kind = Program::Kind::Read},
        cancel);
    if (!run && run.error().kind != ErrorKind::External)
        return std::unexpected(run.error());
    const auto base = ObjectId::fromHex(run ? run->output.trimmed() : QByteArray());
    if (!base)
        return fail(ErrorKind::Invalid, Text::tr("The two histories have no commit in common."),
                    run ? QString() : run.error().detail);
    return *base;
}

Result<SequenceEnd> rebaseOnto(const Program &git, const RebaseRequest &request, const OutputSink &onOutput,
                               const CancelToken &cancel)
{
    if (const auto checked = checkRequest(git, request, cancel); !checked)
        return std::unexpected(checked.error());
    const auto before = readHeadCommit(git);
    if (!before)
        return std::unexpected(before.error());
    const auto checkedWay = checkNothingInTheWay(git, readRebased(git, request, *before, cancel), cancel);
    if (!checkedWay)
        return std::unexpected(checkedWay.error());
    const auto move =
        HeadMove::record(git, {.action = UndoAction::Rebase, .commit = request.onto, .files = {}}, cancel);
    if (!move)
        return std::unexpected(move.error());
    const auto run =
        git.run({.arguments = {u"rebase"_s, u"--merge"_s, u"--no-autostash"_s, u"--no-autosquash"_s,
                               u"--no-fork-point"_s, u"--no-stat"_s,
                               request.skipsHook ? u"--no-verify"_s : u"--verify"_s,
                               request.keepsMerges ? u"--rebase-merges"_s : u"--no-rebase-merges"_s,
                               u"--onto"_s, request.onto.text(), upstreamOf(request).text()},
                 .timeout = {},
                 .onOutput = onOutput,
                 .kind = Program::Kind::Hooks,
                 .runsToEnd = true,
                 .beforeStart = [&] { return move->checkSame(); }},
                cancel);
    (void)move->complete();
    //: %1: the short id of a commit
    auto end = endOf(git, run, Text::tr("Nothing was rebased onto %1.").arg(request.onto.abbreviated()));
    if (!end && (end.error().detail.contains("unstaged changes"_L1) ||
                 end.error().detail.contains("uncommitted changes"_L1))) {
        end.error().kind = ErrorKind::Conflict;
        end.error().hint = Text::tr("Commit, stash or discard your changes first.");
    } else if (!end) {
        explainHookRefusal(end.error());
    }
    if (end && end->outcome == SequenceOutcome::Done)
        end->outcome = outcomeOf(request, *before, end->head);
    return end;
}

} // namespace Git
