// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "git/actionfailure.h"
#include "git/commitactions.h"
#include "git/keptindex.h"
#include "git/keptoperation.h"
#include "git/log.h"
#include "git/refs.h"
#include "git/resetloss.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

Result<void> checkHead(const Program &git, const ResetRequest &request, const CancelToken &cancel)
{
    const auto head = resolveRevision(git.location(), "HEAD");
    if (!head)
        return std::unexpected(head.error());
    const auto branch = git.run({.arguments = {u"symbolic-ref"_s, u"--quiet"_s, u"HEAD"_s},
                                 .kind = Program::Kind::Read,
                                 .goodExits = {0, 1}},
                                cancel);
    if (!branch)
        return std::unexpected(branch.error());
    if (*head != request.expectedHead || branch->output.trimmed() != request.expectedBranch)
        return fail(ErrorKind::Conflict,
                    Text::tr("The branch has moved since it was shown, so nothing was reset."), {},
                    Text::tr("Look at the new history and try again."));
    return {};
}

/// What is recorded of a reset, as it is put together.
struct Recording
{
    UndoContent content;
    KeptIndex index;
    std::optional<UndoRecord> record; ///< nothing: there is nothing to bring back
};

Result<Recording> prepare(const Program &git, const ResetRequest &request, const CancelToken &cancel)
{
    const QByteArray moved = request.expectedBranch.isEmpty() ? "HEAD"_ba : request.expectedBranch;
    Recording made{
        .content = {.head = request.expectedBranch, .refs = {{moved, request.expectedHead, request.commit}}},
        .index = {}};
    made.content.action = request.kind == ResetKind::Soft    ? UndoAction::SoftReset
                          : request.kind == ResetKind::Mixed ? UndoAction::MixedReset
                                                             : UndoAction::HardReset;
    if (request.kind == ResetKind::Soft)
        return made;
    if (request.kind == ResetKind::Hard) {
        auto files = findResetLoss(git, request.commit, Storing::Objects, cancel);
        if (!files)
            return std::unexpected(files.error());
        made.content.files = *std::move(files);
    }
    auto index = readKeptIndex(git, cancel);
    const auto kept = index ? keepIndex(git, *index, cancel) : std::unexpected(index.error());
    const auto operation = kept ? keepOperation(git, cancel) : kept;
    if (!operation)
        return std::unexpected(operation.error());
    made.content.index = *kept;
    made.content.operation = *operation;
    made.index = *std::move(index);
    return made;
}

// A reset that only repeats what is there needs no way back.
Result<bool> changesAnything(const Program &git, const ResetRequest &request, const Recording &made)
{
    if (request.commit != request.expectedHead || !made.content.files.isEmpty() ||
        !made.content.operation.isNull() || !made.index.isPlain())
        return true;
    if (request.kind == ResetKind::Soft)
        return false;
    const auto details = readCommit(git.location(), request.commit);
    if (!details)
        return std::unexpected(details.error());
    return details->commit.tree != made.index.tree;
}

Result<Recording> record(const Program &git, const ResetRequest &request, const CancelToken &cancel)
{
    auto made = prepare(git, request, cancel);
    if (!made)
        return made;
    const auto changes = changesAnything(git, request, *made);
    if (!changes)
        return std::unexpected(changes.error());
    if (!*changes)
        return made;
    auto written = writeUndoRecord(git, made->content, cancel);
    if (!written)
        return std::unexpected(written.error());
    made->record = *std::move(written);
    return made;
}

// The files last: they are what others change at any moment.
Result<void> checkAllAsBefore(const Program &git, const ResetRequest &request, const Recording &made)
{
    if (request.kind != ResetKind::Soft) {
        const auto index = readKeptIndex(git, {});
        if (!index)
            return std::unexpected(index.error());
        if (*index != made.index)
            return fail(ErrorKind::Conflict,
                        Text::tr("Another program is staging changes; nothing was reset."));
    }
    if (const auto checked = checkHead(git, request, {}); !checked)
        return checked;
    return request.kind == ResetKind::Hard ? checkSameLoss(git, request.commit, made.content.files)
                                           : Result<void>();
}

QString optionOf(ResetKind kind)
{
    return kind == ResetKind::Soft ? u"--soft"_s : kind == ResetKind::Mixed ? u"--mixed"_s : u"--hard"_s;
}

} // namespace

Result<ResetEnd> resetTo(const Program &git, const ResetRequest &request, const CancelToken &cancel)
{
    if (request.commit.isNull())
        return fail(ErrorKind::Invalid, Text::tr("No commit was named."));
    if (const auto checked = checkHead(git, request, cancel); !checked)
        return std::unexpected(checked.error());
    const auto made = record(git, request, cancel);
    if (!made)
        return std::unexpected(made.error());
    bool hasStarted = false;
    const auto look = [&] {
        const auto checked = checkAllAsBefore(git, request, *made);
        hasStarted = checked.has_value();
        return checked;
    };
    // From here on it is not cancelled: half a reset helps nobody.
    const auto result = git.run({.arguments = {u"reset"_s, u"--quiet"_s, u"--no-recurse-submodules"_s,
                                               optionOf(request.kind), request.commit.text(), u"--"_s},
                                 .timeout = {},
                                 .kind = Program::Kind::Hooks,
                                 .beforeStart = look},
                                cancel.whenAbandoned());
    if (result)
        return ResetEnd{.undo = made->record};
    auto failure =
        failAction(result.error(), Text::tr("Nothing was reset to %1.").arg(request.commit.abbreviated()));
    if (!made->record)
        return failure;
    // Git moves the branch last: a reset that failed may have written files all the same.
    if (!hasStarted || checkAllAsBefore(git, request, *made))
        (void)dropUndoRecord(git, *made->record, {});
    else
        //: %1: name of a Git ref
        failure.error().hint = Text::tr("What was there is kept in %1.").arg(displayText(made->record->ref));
    return failure;
}

} // namespace Git
