// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/merge.h"

#include "base/text.h"
#include "git/text.h"
#include "git/undo/headmove.h"
#include "git/work/intheway.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

// As git itself describes what it merges, see fmt-merge-msg(1).
QByteArray describe(const MergeRequest &request)
{
    const auto behind = [&](QByteArrayView prefix) {
        return request.name.startsWith(prefix) ? request.name.sliced(prefix.size()) : QByteArray();
    };
    if (const QByteArray name = behind("refs/heads/"); !name.isEmpty())
        return "branch '" + name + "' of .";
    if (const QByteArray name = behind("refs/remotes/"); !name.isEmpty())
        return "remote-tracking branch '" + name + "' of .";
    if (const QByteArray name = behind("refs/tags/"); !name.isEmpty())
        return "tag '" + name + "' of .";
    return "commit '" + request.commit.toHex() + '\'';
}

Result<void> checkRequest(const MergeRequest &request)
{
    if (request.commit.isNull())
        return fail(ErrorKind::Invalid, Text::tr("No commit was named."));
    if (request.message.contains('\0'))
        return fail(ErrorKind::Invalid,
                    Text::tr("The message contains a NUL character, which Git cannot store."));
    if (request.name.contains('\n'))
        return fail(ErrorKind::Invalid, Text::tr("%1 is no branch.").arg(displayPath(request.name)));
    if (request.squashes && request.fastForward != FastForward::Auto)
        return fail(
            ErrorKind::Invalid,
            Text::tr("A merge that only stages the changes makes no merge commit and moves nothing."));
    return {};
}

Result<bool> isAncestor(const Program &git, const ObjectId &commit, const ObjectId &of)
{
    if (of.isNull())
        return false;
    const auto result = git.run({.arguments = {u"merge-base"_s, u"--is-ancestor"_s, commit.text(), of.text()},
                                 .timeout = {},
                                 .kind = Program::Kind::Read,
                                 .goodExits = {0, 1}},
                                {});
    return result ? Result<bool>(result->exitCode == 0) : std::unexpected(result.error());
}

// Of several bases what differs from any of them.
Result<QList<Incoming>> readMerged(const Program &git, const ObjectId &head, const ObjectId &commit,
                                   const CancelToken &cancel)
{
    if (head.isNull())
        return readIncoming(git, ObjectId(), commit, cancel);
    const auto bases = git.run({.arguments = {u"merge-base"_s, u"--all"_s, head.text(), commit.text()},
                                .timeout = {},
                                .kind = Program::Kind::Read,
                                .goodExits = {0, 1}},
                               cancel);
    if (!bases)
        return std::unexpected(bases.error());
    QList<Incoming> incoming;
    for (const QByteArray &line : bases->output.trimmed().split('\n')) {
        const auto base = ObjectId::fromHex(line);
        auto some = base ? readIncoming(git, *base, commit, cancel) : Result<QList<Incoming>>();
        if (!some)
            return some;
        incoming += *std::move(some);
    }
    return incoming;
}

QStringList argumentsOf(const MergeRequest &request)
{
    QStringList arguments{u"merge"_s,
                          u"--no-edit"_s,
                          u"--no-overwrite-ignore"_s,
                          u"--no-stat"_s,
                          u"--no-autostash"_s,
                          u"--commit"_s,
                          request.squashes ? u"--squash"_s : u"--no-squash"_s};
    switch (request.fastForward) {
    case FastForward::Auto:
        arguments << u"--ff"_s;
        break;
    case FastForward::Only:
        arguments << u"--ff-only"_s;
        break;
    case FastForward::No:
        arguments << u"--no-ff"_s;
        break;
    }
    if (request.squashes)
        arguments.removeOne(u"--commit"_s);
    return arguments << u"-F"_s << u"/dev/stdin"_s << request.commit.text();
}

// The message goes by input: it may be any bytes.
Result<ProcessResult> run(const Program &git, const MergeRequest &request, const QByteArray &message,
                          const OutputSink &onOutput, const CancelToken &cancel)
{
    const UndoContent what{
        .action = UndoAction::Merge, .name = request.name, .commit = request.commit, .files = {}};
    const auto move = HeadMove::record(git, what, cancel);
    if (!move)
        return std::unexpected(move.error());
    auto result = git.run({.arguments = argumentsOf(request),
                           .input = message,
                           .timeout = {},
                           .onOutput = onOutput,
                           .kind = Program::Kind::Hooks,
                           .runsToEnd = true,
                           .beforeStart = [&] { return move->checkSame(); }},
                          cancel);
    (void)move->complete();
    return result;
}

SequenceOutcome outcomeOf(const MergeRequest &request, const ObjectId &before, const ObjectId &after)
{
    if (request.squashes)
        return SequenceOutcome::Squashed;
    if (after == before)
        return SequenceOutcome::UpToDate;
    return after == request.commit ? SequenceOutcome::FastForwarded : SequenceOutcome::Done;
}

} // namespace

Result<QByteArray> readMergeMessage(const Program &git, const MergeRequest &request,
                                    const CancelToken &cancel)
{
    if (const auto checked = checkRequest(request); !checked)
        return std::unexpected(checked.error());
    const auto result = git.run({.arguments = {u"fmt-merge-msg"_s},
                                 .input = request.commit.toHex() + "\t\t" + describe(request) + '\n',
                                 .kind = Program::Kind::Read},
                                cancel);
    return result ? Result<QByteArray>(result->output) : std::unexpected(result.error());
}

Result<SequenceEnd> mergeCommit(const Program &git, const MergeRequest &request, const OutputSink &onOutput,
                                const CancelToken &cancel)
{
    Result<void> checked = checkRequest(request);
    if (checked)
        checked = checkNothingInProgress(git);
    if (checked)
        checked = checkHeadIs(git, request.expectedHead);
    if (!checked)
        return std::unexpected(checked.error());
    const auto before = readHeadCommit(git);
    const auto isDone = before ? isAncestor(git, request.commit, *before) : std::unexpected(before.error());
    if (!isDone)
        return std::unexpected(isDone.error());
    if (*isDone)
        return SequenceEnd{SequenceOutcome::UpToDate, *before, {}};
    const auto checkedWay =
        checkNothingInTheWay(git, readMerged(git, *before, request.commit, cancel), cancel);
    if (!checkedWay)
        return std::unexpected(checkedWay.error());
    // Without a commit to merge into, the branch begins at the other one, and no message is needed.
    const auto message = request.message.isEmpty() && !before->isNull()
                             ? readMergeMessage(git, request, cancel)
                             : Result<QByteArray>(request.message);
    if (!message)
        return std::unexpected(message.error());
    const auto ran = run(git, request, *message, onOutput, cancel);
    //: %1: the short id of a commit
    auto end = endOf(git, ran, Text::tr("%1 was not merged.").arg(request.commit.abbreviated()));
    if (!end) {
        if (end.error().detail.contains("Not possible to fast-forward"_L1) ||
            end.error().detail.contains("Diverging branches"_L1)) {
            end.error().kind = ErrorKind::Invalid;
            end.error().hint = Text::tr("Both have commits of their own: merge, or rebase.");
        }
        return end;
    }
    if (end->outcome == SequenceOutcome::Done)
        end->outcome = outcomeOf(request, *before, end->head);
    return end;
}

} // namespace Git
