// SPDX-License-Identifier: GPL-3.0-or-later
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

/// Git drops by number, and another program may have changed the numbers since they were read: what went in
/// place of ours is put back.
Result<void> storeBackOthers(const Program &git, const QList<StashEntry> &before,
                             const QList<StashEntry> &after, const QByteArray &said)
{
    for (const StashEntry &entry : before) {
        if (!find(after, entry.commit) && said.contains(entry.commit.toHex())) {
            if (const auto stored = storeStash(git, entry.commit, entry.message); !stored)
                return stored;
        }
    }
    return {};
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
        const auto result = git.run(
            {.arguments = {u"stash"_s, u"drop"_s, u"stash@{%1}"_s.arg(entry->number)}, .runsToEnd = true},
            cancel);
        const auto after = readStashes(git.location(), {});
        if (!after)
            return std::unexpected(after.error());
        if (!find(*after, commit))
            return {};
        if (!result)
            return std::unexpected(result.error());
        if (const auto stored = storeBackOthers(git, *before, *after, result->output); !stored)
            return stored;
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
    if (const auto dropped = dropByCommit(git, commit, cancel); !dropped) {
        (void)dropUndoRecord(git, *record, {}); // it would bring back what is there
        return std::unexpected(dropped.error());
    }
    return record;
}

} // namespace Git
