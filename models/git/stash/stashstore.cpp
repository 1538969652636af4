// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/stash/stashstore.h"

#include "git/stash/stash.h"

using namespace Qt::StringLiterals;

namespace Git {

Result<void> storeStash(const Program &git, const ObjectId &commit, const QByteArray &message)
{
    const auto result = git.run({.arguments = {u"stash"_s, u"store"_s, u"--quiet"_s, u"--message"_s,
                                               QString::fromUtf8(message), commit.text()},
                                 .runsToEnd = true},
                                {});
    return result ? Result<void>() : std::unexpected(result.error());
}

Result<QList<QByteArray>> readConflictedPaths(const Program &git)
{
    const auto result = git.run({.arguments = {u"diff"_s, u"--name-only"_s, u"--diff-filter=U"_s, u"-z"_s,
                                               u"--no-ext-diff"_s, u"--no-textconv"_s},
                                 .kind = Program::Kind::Read},
                                {});
    if (!result)
        return std::unexpected(result.error());
    QList<QByteArray> paths = result->output.split('\0');
    paths.removeAll(QByteArray());
    return paths;
}

Result<UndoEnd> undoStashDrop(const Program &git, const UndoRecord &record, const UndoContent &content,
                              const CancelToken &cancel)
{
    const auto entries = readStashes(git.location(), cancel);
    if (!entries)
        return std::unexpected(entries.error());
    const ObjectId &commit = content.refs.first().before;
    if (!std::ranges::contains(*entries, commit, &StashEntry::commit)) {
        if (const auto stored = storeStash(git, commit, content.stash); !stored)
            return std::unexpected(stored.error());
    }
    const auto dropped = dropUndoRecord(git, record, {});
    return dropped ? Result<UndoEnd>(UndoEnd::Whole) : std::unexpected(dropped.error());
}

} // namespace Git
