// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/sequenceend.h"

#include "git/actionfailure.h"
#include "git/sequence/conflicts.h"
#include "git/sequence/operation.h"
#include "git/text.h"
#include "git/undo/refpeek.h"

using namespace Qt::StringLiterals;

namespace Git {

Result<bool> isNothingStaged(const Program &git)
{
    if (const auto isStaged = peekStaged(git.location()))
        return !*isStaged;
    const auto result = git.run({.arguments = {u"diff"_s, u"--cached"_s, u"--quiet"_s, u"--no-ext-diff"_s},
                                 .timeout = {},
                                 .kind = Program::Kind::Read,
                                 .goodExits = {0, 1}},
                                {});
    return result ? Result<bool>(result->exitCode == 0) : std::unexpected(result.error());
}

Result<ObjectId> readHeadCommit(const Program &git)
{
    if (const auto head = peekHeadCommit(git.location()))
        return *head;
    const auto result =
        git.run({.arguments = {u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"HEAD^{commit}"_s},
                 .kind = Program::Kind::Read,
                 .goodExits = {0, 1}},
                {});
    if (!result)
        return std::unexpected(result.error());
    return ObjectId::fromHex(result->output.trimmed()).value_or(ObjectId());
}

Result<void> checkHeadIs(const Program &git, const ObjectId &expected)
{
    if (expected.isNull())
        return {};
    const auto head = readHeadCommit(git);
    if (!head)
        return std::unexpected(head.error());
    if (*head != expected)
        return fail(ErrorKind::Conflict,
                    Text::tr("The branch has moved since it was shown, so nothing was done."), {},
                    Text::tr("Look at the new history and try again."));
    return {};
}

Result<void> checkNothingInProgress(const Program &git)
{
    const auto state = readOperation(git.location(), {});
    if (!state)
        return std::unexpected(state.error());
    if (state->kind != Operation::None && state->kind != Operation::Bisect)
        return fail(ErrorKind::Conflict, Text::tr("Another operation is in progress in this repository."), {},
                    Text::tr("Finish or abort the operation that is in progress first."));
    const auto conflicts = readConflictPaths(git.location());
    if (!conflicts)
        return std::unexpected(conflicts.error());
    if (!conflicts->isEmpty())
        return fail(ErrorKind::Conflict, Text::tr("Files are in conflict in this repository."), {},
                    Text::tr("Resolve or discard them first."));
    return {};
}

namespace {

// A step of which nothing is staged may also have failed before it was applied: who skips that loses it.
bool saysNothingIsLeft(const QString &said)
{
    return said.contains("is now empty"_L1) || said.contains("nothing to commit"_L1) ||
           said.contains("nothing added to commit"_L1) || said.contains("No changes - did you forget"_L1);
}

// Of a git that was killed, or had no room, before it had written them all.
bool saysNotesAreIncomplete(const QString &said)
{
    const bool isAboutNotes = said.contains("rebase-merge/"_L1) || said.contains("rebase-apply/"_L1);
    return (isAboutNotes && said.contains("could not read"_L1)) || said.contains("invalid onto"_L1) ||
           said.contains("invalid orig-head"_L1);
}

} // namespace

Result<SequenceEnd> endOf(const Program &git, const Result<ProcessResult> &run, const QString &sentence)
{
    if (!run && run.error().kind != ErrorKind::External)
        return std::unexpected(run.error());
    const auto conflicts = readConflictPaths(git.location());
    const auto state = readOperation(git.location(), {});
    const auto head = readHeadCommit(git);
    if (!conflicts || !state || !head)
        return std::unexpected(!conflicts ? conflicts.error() : !state ? state.error() : head.error());
    const bool isGoingOn = state->kind != Operation::None && state->kind != Operation::Bisect;
    if (!conflicts->isEmpty())
        return SequenceEnd{SequenceOutcome::Conflicts, *head, *conflicts};
    if (run)
        return SequenceEnd{isGoingOn ? SequenceOutcome::Stopped : SequenceOutcome::Done, *head, {}};
    auto failure = failAction(run.error(), sentence);
    if (!isGoingOn || failure.error().kind != ErrorKind::External)
        return failure;
    const QString &said = failure.error().detail;
    const auto isEmpty = isNothingStaged(git);
    if (saysNothingIsLeft(said) && isEmpty && *isEmpty && state->canSkip()) {
        failure.error().kind = ErrorKind::Invalid;
        failure.error().hint = Text::tr("Nothing is left of this step: skip it, or abort.");
    } else if (saysNotesAreIncomplete(said)) {
        failure.error().hint =
            Text::tr("Git's notes about the operation are incomplete. Forgetting it leaves "
                     "branch, index and files as they are.");
    } else {
        failure.error().hint = Text::tr("The operation is still in progress: continue it, or abort.");
    }
    return failure;
}

} // namespace Git
