// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undorecord.h"

#include "base/text.h"
#include "git/commitparse.h"
#include "git/filemodes.h"
#include "git/keptobjects.h"
#include "git/linkedworktrees.h"
#include "git/locate.h"
#include "git/repository.h"
#include "git/text.h"
#include "git/tree.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

const QByteArray kPrefix = "refs/plumbline/undo/"_ba;

bool concernsAllWorkTrees(const UndoContent &content)
{
    return content.action == UndoAction::DeleteBranch || content.action == UndoAction::DropStash;
}

UndoRecord makeRecord(const UndoContent &content)
{
    UndoRecord record{.meaning = undoMeaning(content)};
    for (const Discarded &entry : content.files)
        record.paths.append(entry.path);
    return record;
}

Result<ObjectId> writeTree(const Program &git, const QList<Discarded> &files, const CancelToken &cancel)
{
    QByteArray entries;
    for (const Discarded &entry : files)
        if (entry.before.mode != 0)
            entries += entryLine(entry.before.mode, entry.before.id, 0, entry.path);
    return writeKeptTree(git, entries, cancel);
}

QList<ObjectId> parentsOf(const UndoContent &content)
{
    QList<ObjectId> parents;
    for (const MovedRef &ref : content.refs)
        parents.append(ref.before);
    parents << content.index << content.operation;
    parents.removeAll(ObjectId());
    return parents;
}

Result<QByteArray> writeRef(const Program &git, const ObjectId &commit, const QDateTime &when,
                            const CancelToken &cancel)
{
    const QByteArray stem = kPrefix + when.toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1() + '-';
    constexpr int attempts = 1000;
    for (int number = 1;; ++number) {
        const QByteArray ref = stem + QByteArray::number(number);
        const auto result = git.run({.arguments = {u"update-ref"_s, u"--stdin"_s},
                                     .input = "create " + ref + ' ' + commit.toHex() + '\n'},
                                    cancel);
        if (result)
            return ref;
        if (number == attempts || !result.error().detail.contains("already exists"_L1))
            return std::unexpected(result.error());
    }
}

std::optional<UndoRecord> readRecord(const RepoLocation &where, git_odb *database, git_reference *reference)
{
    const git_oid *target = git_reference_target(reference);
    if (!target)
        return std::nullopt;
    const auto details = readParsedCommit(database, toId(target));
    const auto content = details ? parseUndoMessage(details->rawMessage) : std::nullopt;
    if (!content || !checkWorkTree(where, *content))
        return std::nullopt;
    UndoRecord record = makeRecord(*content);
    record.ref = git_reference_name(reference);
    record.commit = toId(target);
    record.when = QDateTime::fromSecsSinceEpoch(details->commit.committed.seconds, QTimeZone::UTC);
    return record;
}

} // namespace

QByteArray workTreeName(const RepoLocation &where)
{
    const QByteArray folder = where.commonDir + "/worktrees/";
    return where.gitDir.startsWith(folder) ? where.gitDir.sliced(folder.size()) : QByteArray();
}

Result<void> checkWorkTree(const RepoLocation &where, const UndoContent &content)
{
    if (concernsAllWorkTrees(content) || content.workTree == workTreeName(where))
        return {};
    if (!content.workTree) {
        if (where.gitDir == where.commonDir && readLinkedWorktrees(where).isEmpty())
            return {};
        return fail(ErrorKind::Invalid,
                    Text::tr("Nobody noted in which work tree this was done, so it is not undone."));
    }
    QByteArray folder = where.commonDir;
    if (!content.workTree->isEmpty())
        folder = readSmallFile(where.commonDir + "/worktrees/" + *content.workTree + "/gitdir").trimmed();
    if (folder.endsWith("/.git"))
        folder.chop(5);
    return fail(ErrorKind::Invalid,
                //: %1: a folder
                Text::tr("This was done in another work tree, %1.").arg(displayPath(folder)), {},
                Text::tr("Open that work tree to undo it."));
}

Result<UndoRecord> writeUndoRecord(const Program &git, const UndoContent &asked, const CancelToken &cancel)
{
    UndoContent content = asked;
    if (!concernsAllWorkTrees(content))
        content.workTree = workTreeName(git.location());
    const QDateTime now = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), QTimeZone::UTC);
    const auto tree = writeTree(git, content.files, cancel);
    if (!tree)
        return std::unexpected(tree.error());
    const auto commit =
        writeKeptCommit(git, *tree, parentsOf(content), formatUndoMessage(content), now, cancel);
    if (!commit)
        return std::unexpected(commit.error());
    const auto ref = writeRef(git, *commit, now, cancel);
    if (!ref)
        return std::unexpected(ref.error());
    UndoRecord record = makeRecord(content);
    record.ref = *ref;
    record.commit = *commit;
    record.when = now;
    return record;
}

Result<UndoContent> readUndoContent(const RepoLocation &where, const ObjectId &commit)
{
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    const auto details = readParsedCommit(opened->database.get(), commit);
    if (!details)
        return std::unexpected(details.error());
    auto content = parseUndoMessage(details->rawMessage);
    if (!content)
        return fail(ErrorKind::Invalid,
                    Text::tr("%1 does not record what could be undone.").arg(commit.abbreviated()));
    const auto files = readTree(where, commit, {});
    if (!files)
        return std::unexpected(files.error());
    QHash<QByteArray, TreeFile> byPath;
    for (const TreeFile &file : *files)
        byPath.insert(file.path, file);
    for (Discarded &entry : content->files) {
        const auto file = byPath.constFind(entry.path);
        if (file == byPath.constEnd())
            continue;
        entry.before.id = file->id;
        entry.before.mode = file->kind == FileKind::Symlink      ? kLinkMode
                            : file->kind == FileKind::Executable ? 0100755U
                                                                 : 0100644U;
    }
    return *std::move(content);
}

Result<void> dropUndoRecord(const Program &git, const UndoRecord &record, const CancelToken &cancel)
{
    const auto result = git.run({.arguments = {u"update-ref"_s, u"--stdin"_s},
                                 .input = "delete " + record.ref + ' ' + record.commit.toHex() + '\n'},
                                cancel);
    return result ? Result<void>() : std::unexpected(result.error());
}

Result<QList<UndoRecord>> readUndoRecords(const RepoLocation &where)
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
    QList<UndoRecord> records;
    git_reference *raw = nullptr;
    while (git_reference_next(&raw, iterator->get()) == 0) {
        const ReferenceHandle reference(raw);
        if (auto record = readRecord(where, opened->database.get(), reference.get()))
            records.append(*std::move(record));
    }
    const auto rank = [](const UndoRecord &record) {
        const qsizetype dash = record.ref.lastIndexOf('-');
        return std::pair(record.when, record.ref.sliced(dash + 1).toInt());
    };
    std::ranges::sort(records, std::ranges::greater{}, rank);
    return records;
}

} // namespace Git
