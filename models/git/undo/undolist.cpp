// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitparse.h"
#include "git/repository.h"
#include "git/text.h"
#include "git/undo/undoobstacles.h"
#include "git/undorecord.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

std::optional<ListedUndo> readListed(git_odb *database, git_reference *reference)
{
    const git_oid *target = git_reference_target(reference);
    if (!target)
        return std::nullopt;
    const auto details = readParsedCommit(database, toId(target));
    auto content = details ? parseUndoMessage(details->rawMessage) : std::nullopt;
    if (!content)
        return std::nullopt;
    UndoRecord record = describeUndo(*content);
    record.ref = git_reference_name(reference);
    record.commit = toId(target);
    record.when = QDateTime::fromSecsSinceEpoch(details->commit.committed.seconds, QTimeZone::UTC);
    return ListedUndo{std::move(record), *std::move(content)};
}

Result<QList<ListedUndo>> listAll(const RepoLocation &where)
{
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    const auto iterator = acquire<ReferenceIterator>(
        Text::tr("What can be undone cannot be listed."), [&](git_reference_iterator **out) {
            return git_reference_iterator_glob_new(out, opened->repository.get(), "refs/plumbline/undo/*");
        });
    if (!iterator)
        return std::unexpected(iterator.error());
    QList<ListedUndo> all;
    git_reference *raw = nullptr;
    while (git_reference_next(&raw, iterator->get()) == 0) {
        const ReferenceHandle reference(raw);
        if (auto listed = readListed(opened->database.get(), reference.get()))
            all.append(*std::move(listed));
    }
    const auto rank = [](const ListedUndo &listed) {
        const UndoRecord &record = listed.record;
        return std::pair(record.when, record.ref.sliced(record.ref.lastIndexOf('-') + 1).toInt());
    };
    std::ranges::sort(all, std::ranges::greater{}, rank);
    return all;
}

} // namespace

Result<QList<ListedUndo>> listUndo(const RepoLocation &where)
{
    auto all = listAll(where);
    if (all)
        all->removeIf([&](const ListedUndo &listed) { return !checkWorkTree(where, listed.content); });
    return all;
}

Result<QList<UndoRecord>> readUndoRecords(const RepoLocation &where)
{
    const auto listed = listUndo(where);
    if (!listed)
        return std::unexpected(listed.error());
    const QStringList obstacles = findObstacles(where, *listed);
    QList<UndoRecord> records;
    for (qsizetype at = 0; at < listed->size(); ++at) {
        records.append(listed->at(at).record);
        records.last().obstacle = obstacles[at];
    }
    return records;
}

Result<QList<UndoRecord>> readOutdatedUndoRecords(const RepoLocation &where, const QDateTime &now)
{
    const auto all = listAll(where);
    if (!all)
        return std::unexpected(all.error());
    QList<UndoRecord> outdated;
    for (const ListedUndo &entry : *all) {
        if (entry.record.when.addDays(kUndoDays) < now)
            outdated.append(entry.record);
    }
    return outdated;
}

Result<void> removeUndoRecords(const Program &git, const QList<UndoRecord> &records,
                               const CancelToken &cancel)
{
    QByteArray commands;
    for (const UndoRecord &record : records)
        commands += "delete " + record.ref + ' ' + record.commit.toHex() + '\n';
    if (commands.isEmpty())
        return {};
    const auto result = git.run({.arguments = {u"update-ref"_s, u"--stdin"_s}, .input = commands}, cancel);
    return result ? Result<void>() : std::unexpected(result.error());
}

} // namespace Git
