// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/advance.h"

#include "base/text.h"
#include "git/refs.h"
#include "git/resetloss.h"
#include "git/sequence/conflicts.h"
#include "git/sequence/operation.h"
#include "git/text.h"

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

/// The commit that git puts the work tree to; null: none.
Result<ObjectId> targetOf(const Program &git, const OperationState &state, Advance how)
{
    if (how == Advance::Continue || how == Advance::Quit || state.kind == Operation::Bisect)
        return ObjectId();
    if (how == Advance::Abort && !state.original.isNull())
        return state.original;
    return readHeadCommit(git);
}

/// What is recorded because it may be taken away.
struct Loss
{
    std::optional<UndoRecord> record;
    QList<Discarded> files;
};

Result<Loss> recordLoss(const Program &git, const OperationState &state, Advance how,
                        const CancelToken &cancel)
{
    const auto target = targetOf(git, state, how);
    if (!target)
        return std::unexpected(target.error());
    if (target->isNull())
        return Loss();
    auto files = findResetLoss(git, *target, cancel);
    if (!files)
        return std::unexpected(files.error());
    if (files->isEmpty())
        return Loss();
    auto record = writeUndoRecord(git, {.files = *files}, cancel);
    if (!record)
        return std::unexpected(record.error());
    return Loss{.record = *std::move(record), .files = *std::move(files)};
}

// Git leaves changes alone that have nothing to do with the operation: of those there is nothing to undo.
std::optional<UndoRecord> keepIfLost(const Program &git, const Loss &loss)
{
    if (!loss.record)
        return std::nullopt;
    QList<QByteArray> paths;
    for (const Discarded &entry : loss.files)
        paths.append(entry.path);
    const auto tree = WorkTree::open(git.location());
    const auto states =
        tree ? readFileStates(git, *tree, paths, Storing::IdsOnly, {}) : std::unexpected(tree.error());
    if (!states)
        return loss.record;
    for (qsizetype at = 0; at < paths.size(); ++at) {
        if (!states->at(at).isSame(loss.files[at].before))
            return loss.record;
    }
    (void)dropUndoRecord(git, *loss.record, {});
    return std::nullopt;
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

} // namespace

Result<AdvanceEnd> advanceOperation(const Program &git, const AdvanceRequest &request,
                                    const OutputSink &onOutput, const CancelToken &cancel)
{
    const auto state = readExpected(git, request, cancel);
    if (!state)
        return std::unexpected(state.error());
    const QString option = optionOf(*state, request.how);
    if (option.isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("The operation in progress has no such step."));
    if (request.how == Advance::Continue) {
        if (const auto checked = checkContinues(git, request.acceptsMarkers); !checked)
            return std::unexpected(checked.error());
    }
    const auto loss = recordLoss(git, *state, request.how, cancel);
    if (!loss)
        return std::unexpected(loss.error());
    const auto run = git.run({.arguments = {subcommandOf(state->kind), option},
                              .timeout = {},
                              .onOutput = onOutput,
                              .kind = Program::Kind::Hooks,
                              .runsToEnd = true},
                             cancel);
    auto end = request.how == Advance::Quit && run ? Result<SequenceEnd>(SequenceEnd{})
                                                   : endOf(git, run, sentenceOf(request.how));
    auto undo = keepIfLost(git, *loss);
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
