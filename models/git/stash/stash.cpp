// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/stash/stash.h"

#include "git/commitparse.h"
#include "git/regularfile.h"
#include "git/repository.h"
#include "git/text.h"

namespace Git {

namespace {

constexpr qint64 kLargestLog = 16 * 1024 * 1024;

/// OLD NEW NAME <MAIL> SECONDS ZONE\tMESSAGE; nothing for other lines.
std::optional<StashEntry> stashEntryOf(QByteArrayView line)
{
    const qsizetype space = line.indexOf(' ');
    const qsizetype tab = line.indexOf('\t');
    const QByteArrayView rest =
        line.sliced(space + 1, std::max<qsizetype>(0, (tab < 0 ? line.size() : tab) - space - 1));
    const auto id = ObjectId::fromHex(rest.first(std::max<qsizetype>(0, rest.indexOf(' '))));
    if (space < 0 || !id)
        return std::nullopt;
    StashEntry entry{.commit = *id};
    entry.message = tab < 0 ? QByteArray() : line.sliced(tab + 1).toByteArray();
    const QByteArrayView time = rest.sliced(std::max<qsizetype>(0, rest.lastIndexOf('>') + 1)).trimmed();
    bool isNumber = false;
    const qint64 seconds = time.first(std::max<qsizetype>(0, time.indexOf(' '))).toLongLong(&isNumber);
    if (isNumber)
        entry.when = QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC);
    return entry;
}

void readParents(git_odb *database, StashEntry &entry)
{
    const auto details = readParsedCommit(database, entry.commit);
    if (!details)
        return;
    const QList<ObjectId> &parents = details->commit.parents;
    entry.base = parents.value(0);
    entry.index = parents.value(1);
    entry.untracked = parents.value(2);
}

bool hasStash(git_repository *repository)
{
    git_oid id;
    return git_reference_name_to_id(&id, repository, "refs/stash") == 0;
}

} // namespace

Result<QList<StashEntry>> readStashes(const RepoLocation &where, const CancelToken &cancel)
{
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    if (!hasStash(opened->repository.get()))
        return {};
    const auto log = readRegularFile(where.commonDir + "/logs/refs/stash", kLargestLog, cancel);
    if (!log)
        return fail(log.error().kind, Text::tr("What is stashed cannot be listed."), log.error().message);
    QList<StashEntry> entries;
    for (const QByteArray &line : log->split('\n')) {
        if (cancel.isCancelled())
            return failCancelled();
        if (line.isEmpty())
            continue;
        auto entry = stashEntryOf(line);
        if (!entry)
            return fail(ErrorKind::NotFound, Text::tr("The list of what is stashed is damaged."));
        readParents(opened->database.get(), *entry);
        entries.prepend(*std::move(entry));
    }
    for (qsizetype at = 0; at < entries.size(); ++at)
        entries[at].number = int(at);
    return entries;
}

} // namespace Git
