// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "git/log.h"
#include "git/stash/stashactions.h"
#include "git/stash/stashstore.h"
#include "git/text.h"
#include "git/undorecord.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr int kAttempts = 5;

const StashEntry *find(const QList<StashEntry> &entries, const ObjectId &commit)
{
    const auto entry = std::ranges::find(entries, commit, &StashEntry::commit);
    return entry == entries.end() ? nullptr : &*entry;
}

/// "Dropped stash@{0} (1a2b…)"
ObjectId droppedBy(const QByteArray &said)
{
    const qsizetype open = said.lastIndexOf('('), close = said.lastIndexOf(')');
    const auto id =
        open < 0 || close < open ? std::nullopt : ObjectId::fromHex(said.sliced(open + 1, close - open - 1));
    return id.value_or(ObjectId());
}

/// Git drops by number, and another program may have changed the numbers a moment before: what went in place
/// of ours is put back. Its commit has the words it was stashed with.
Result<void> storeBack(const Program &git, const ObjectId &dropped, const QList<StashEntry> &before)
{
    if (const StashEntry *entry = find(before, dropped))
        return storeStash(git, dropped, entry->message);
    const auto details = readCommit(git.location(), dropped);
    if (!details)
        return std::unexpected(details.error());
    return storeStash(git, dropped, details->rawMessage.split('\n').first());
}

/// One attempt. True: the numbers had changed, so that nothing was done, or what was done was taken back.
Result<bool> dropNumber(const Program &git, const StashEntry &entry, const QList<StashEntry> &before,
                        const CancelToken &cancel)
{
    bool hasMoved = false;
    const auto look = [&]() -> Result<void> {
        const auto present = readStashes(git.location(), {});
        if (!present)
            return std::unexpected(present.error());
        hasMoved = present->value(entry.number).commit != entry.commit;
        return hasMoved ? fail(ErrorKind::Conflict, Text::tr("Another Git program keeps changing the stash."))
                        : Result<void>();
    };
    const auto result = git.run({.arguments = {u"stash"_s, u"drop"_s, u"stash@{%1}"_s.arg(entry.number)},
                                 .timeout = {},
                                 .runsToEnd = true,
                                 .beforeStart = look},
                                cancel);
    if (hasMoved)
        return true;
    if (!result)
        return std::unexpected(result.error());
    const ObjectId dropped = droppedBy(result->output);
    if (dropped.isNull() || dropped == entry.commit)
        return false;
    const auto stored = storeBack(git, dropped, before);
    return stored ? Result<bool>(true) : std::unexpected(stored.error());
}

Result<void> dropByCommit(const Program &git, const ObjectId &commit, const CancelToken &cancel)
{
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const auto before = readStashes(git.location(), cancel);
        if (!before)
            return std::unexpected(before.error());
        const StashEntry *entry = find(*before, commit);
        if (!entry)
            return {};
        const auto hasMoved = dropNumber(git, *entry, *before, cancel);
        if (!hasMoved)
            return std::unexpected(hasMoved.error());
        if (!*hasMoved)
            return {};
    }
    return fail(ErrorKind::Conflict, Text::tr("Another Git program keeps changing the stash."), {},
                Text::tr("Wait for it to end and try again."));
}

} // namespace

Result<UndoRecord> stashDrop(const Program &git, const ObjectId &commit, const CancelToken &cancel)
{
    const auto entries = readStashes(git.location(), cancel);
    if (!entries)
        return std::unexpected(entries.error());
    const StashEntry *entry = find(*entries, commit);
    if (!entry)
        return fail(ErrorKind::NotFound, Text::tr("This stash is not there any more."));
    auto record = writeUndoRecord(
        git,
        {.action = UndoAction::DropStash, .refs = {{"refs/stash"_ba, commit, {}}}, .stash = entry->message},
        cancel);
    if (!record)
        return record;
    const auto dropped = dropByCommit(git, commit, cancel);
    if (dropped)
        return record;
    Error error = dropped.error();
    // Only an entry that is seen to be there needs no way back.
    if (const auto left = readStashes(git.location(), {}); left && find(*left, commit))
        (void)dropUndoRecord(git, *record, {});
    else
        //: %1: name of a Git ref
        error.hint = Text::tr("What was there is kept in %1.").arg(displayText(record->ref));
    return std::unexpected(std::move(error));
}

} // namespace Git
