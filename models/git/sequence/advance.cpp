// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/advance.h"

#include "base/text.h"
#include "git/commitwrite.h"
#include "git/sequence/advanceloss.h"
#include "git/sequence/advanceway.h"
#include "git/sequence/conflicts.h"
#include "git/sequence/forget.h"
#include "git/sequence/operation.h"
#include "git/text.h"
#include "git/undo/headmove.h"

#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

QString subcommandOf(Operation kind)
{
    switch (kind) {
    case Operation::Merge:
        return u"merge"_s;
    case Operation::Rebase:
        return u"rebase"_s;
    case Operation::CherryPick:
        return u"cherry-pick"_s;
    case Operation::Revert:
        return u"revert"_s;
    case Operation::ApplyMailbox:
        return u"am"_s;
    case Operation::Bisect:
        return u"bisect"_s;
    case Operation::None:
        break;
    }
    return {};
}

QString optionOf(const OperationState &state, Advance how)
{
    const bool isBisect = state.kind == Operation::Bisect;
    switch (how) {
    case Advance::Continue:
        return state.canContinue() ? u"--continue"_s : QString();
    case Advance::Skip:
        return state.canSkip() ? u"--skip"_s : QString();
    case Advance::Abort:
        return isBisect ? u"reset"_s : u"--abort"_s;
    case Advance::Quit:
        return isBisect ? QString() : u"--quit"_s;
    }
    return {};
}

bool makesCommit(Operation kind, const AdvanceRequest &request)
{
    return request.how == Advance::Continue && leavesHooksOut(kind) &&
           (request.skipsHooks || request.message);
}

// What Continue itself comes to in git, with the options that Continue does not take.
Program::Run commitOf(const Program &git, Operation kind, const AdvanceRequest &request)
{
    Program::Run run{.arguments = {u"commit"_s}};
    if (request.skipsHooks)
        run.arguments += u"--no-verify"_s;
    if (request.message) {
        run.arguments << u"--cleanup=verbatim"_s << u"--no-verbose"_s << u"-F"_s << u"-"_s;
        run.input = withLastLineFeed(*request.message);
        run.config = encodingSetting(git.location());
    } else if (kind != Operation::Merge) {
        run.arguments << u"--no-edit"_s << u"--cleanup=strip"_s;
    }
    return run;
}

// Where `git rebase --continue` takes it from. One that joins commits collects their messages elsewhere.
Result<void> takeRebaseMessage(const RepoLocation &where, const QByteArray &message)
{
    const QString folder = QFile::decodeName(where.gitDir + "/rebase-merge/");
    const QString path = folder + u"message"_s;
    if (!QFileInfo(path).isFile() || QFile::exists(folder + u"message-squash"_s) ||
        QFile::exists(folder + u"message-fixup"_s))
        return {};
    QSaveFile file(path);
    const QByteArray bytes = withLastLineFeed(message);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorKind::External, Text::tr("The message of the commit cannot be written."),
                    file.errorString());
    return {};
}

QString sentenceOf(Advance how)
{
    switch (how) {
    case Advance::Continue:
        return Text::tr("The operation in progress was not continued.");
    case Advance::Skip:
        return Text::tr("The present step was not skipped.");
    case Advance::Abort:
        return Text::tr("The operation in progress was not aborted.");
    case Advance::Quit:
        break;
    }
    return Text::tr("The operation in progress was not ended.");
}

Result<void> checkContinues(const Program &git, bool acceptsMarkers)
{
    const auto conflicts = readConflictPaths(git.location());
    if (!conflicts)
        return std::unexpected(conflicts.error());
    if (!conflicts->isEmpty())
        return fail(ErrorKind::Conflict,
                    Text::tr("%n file(s) are in conflict.", nullptr, static_cast<int>(conflicts->size())),
                    displayText(conflicts->join('\n')), Text::tr("Resolve them first."));
    const auto marked = acceptsMarkers ? QList<QByteArray>() : findStagedMarkers(git.location());
    if (!marked)
        return std::unexpected(marked.error());
    if (!marked->isEmpty())
        return fail(
            ErrorKind::Invalid,
            Text::tr("Conflict markers are staged in %n file(s).", nullptr, static_cast<int>(marked->size())),
            displayText(marked->join('\n')),
            Text::tr("Edit and stage the files again, or make them conflicts again."));
    return {};
}

Result<OperationState> readExpected(const Program &git, const AdvanceRequest &request,
                                    const CancelToken &cancel)
{
    auto state = readOperation(git.location(), cancel);
    if (!state)
        return state;
    if (state->kind == Operation::None)
        return fail(ErrorKind::Invalid, Text::tr("No operation is in progress in this repository."));
    if (request.expected != Operation::None && state->kind != request.expected)
        return fail(ErrorKind::Conflict, Text::tr("Another operation is in progress in this repository."), {},
                    Text::tr("Look at the repository and try again."));
    return state;
}

bool isInProgress(const Program &git, Operation kind)
{
    const auto state = readOperation(git.location(), {});
    return state && state->kind == kind;
}

bool isUnreadable(const Program &git, const CancelToken &cancel)
{
    const auto state = readOperation(git.location(), cancel);
    return !state && state.error().kind != ErrorKind::Cancelled;
}

} // namespace

bool leavesHooksOut(Operation kind)
{
    return kind == Operation::Merge || kind == Operation::CherryPick || kind == Operation::Revert;
}

Result<AdvanceEnd> advanceOperation(const Program &git, const AdvanceRequest &request,
                                    const OutputSink &onOutput, const CancelToken &cancel)
{
    const auto state = readExpected(git, request, cancel);
    if (!state) {
        if (request.how != Advance::Quit || request.expected == Operation::None || !isUnreadable(git, cancel))
            return std::unexpected(state.error());
        auto end = setNotesAside(git, request.expected);
        return end ? Result<AdvanceEnd>(AdvanceEnd{*std::move(end), {}}) : std::unexpected(end.error());
    }
    const QString option = optionOf(*state, request.how);
    if (option.isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("The operation in progress has no such step."));
    if (request.how == Advance::Continue) {
        if (const auto checked = checkContinues(git, request.acceptsMarkers); !checked)
            return std::unexpected(checked.error());
    }
    if (const auto way = checkAdvanceWay(git, *state, request.how, cancel); !way)
        return std::unexpected(way.error());
    auto loss = AdvanceLoss::record(git, *state, request.how, cancel);
    if (!loss)
        return std::unexpected(loss.error());
    const bool skipsHooks = request.skipsHooks && request.how == Advance::Continue;
    if (skipsHooks && !leavesHooksOut(state->kind))
        return fail(ErrorKind::Invalid, Text::tr("Git leaves no hook out of this operation."));
    if (request.message && request.how == Advance::Continue && state->kind == Operation::Rebase) {
        if (const auto taken = takeRebaseMessage(git.location(), *request.message); !taken)
            return std::unexpected(taken.error());
    }
    const bool isOwn = makesCommit(state->kind, request);
    Program::Run step = isOwn ? commitOf(git, state->kind, request)
                              : Program::Run{.arguments = {subcommandOf(state->kind), option}};
    step.timeout = {};
    step.onOutput = onOutput;
    step.kind = Program::Kind::Hooks;
    step.runsToEnd = true;
    step.beforeStart = [&] { return loss->checkSame(); };
    auto run = git.run(step, cancel);
    if (run && isOwn && isInProgress(git, state->kind)) // there are more behind it, which are checked
        run = git.run({.arguments = {subcommandOf(state->kind), u"--continue"_s},
                       .timeout = {},
                       .onOutput = onOutput,
                       .kind = Program::Kind::Hooks,
                       .runsToEnd = true},
                      {});
    auto end = request.how == Advance::Quit && run ? Result<SequenceEnd>(SequenceEnd{})
                                                   : endOf(git, run, sentenceOf(request.how));
    auto undo = loss->keepWhatIsLost();
    completeMoves(git);
    if (!end) {
        if (undo)
            //: %1: name of a Git ref
            end.error().hint = Text::tr("What was there is kept in %1.").arg(displayText(undo->ref));
        return std::unexpected(end.error());
    }
    if (request.how == Advance::Quit) { // conflicts may be left: they are what was asked for
        const auto head = readHeadCommit(git);
        const auto conflicts = readConflictPaths(git.location());
        if (!head || !conflicts)
            return std::unexpected(head ? conflicts.error() : head.error());
        end->head = *head;
        end->conflicts = *conflicts;
    }
    return AdvanceEnd{.end = *std::move(end), .undo = std::move(undo)};
}

} // namespace Git
