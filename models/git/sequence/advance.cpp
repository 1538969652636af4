// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/advance.h"

#include "base/text.h"
#include "git/sequence/advanceloss.h"
#include "git/sequence/conflicts.h"
#include "git/sequence/forget.h"
#include "git/sequence/operation.h"
#include "git/text.h"
#include "git/undo/headmove.h"

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

// What Continue itself comes to in git, with the option that Continue does not take.
QStringList argumentsOf(Operation kind, const QString &option, bool skipsHooks)
{
    if (!skipsHooks)
        return {subcommandOf(kind), option};
    QStringList arguments{u"commit"_s, u"--no-verify"_s};
    if (kind != Operation::Merge)
        arguments << u"--no-edit"_s << u"--cleanup=strip"_s;
    return arguments;
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
    auto loss = AdvanceLoss::record(git, *state, request.how, cancel);
    if (!loss)
        return std::unexpected(loss.error());
    const bool skipsHooks = request.skipsHooks && request.how == Advance::Continue;
    if (skipsHooks && !leavesHooksOut(state->kind))
        return fail(ErrorKind::Invalid, Text::tr("Git leaves no hook out of this operation."));
    auto run = git.run({.arguments = argumentsOf(state->kind, option, skipsHooks),
                        .timeout = {},
                        .onOutput = onOutput,
                        .kind = Program::Kind::Hooks,
                        .runsToEnd = true,
                        .beforeStart = [&] { return loss->checkSame(); }},
                       cancel);
    if (run && skipsHooks && isInProgress(git, state->kind)) // there are more behind it, which are checked
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
