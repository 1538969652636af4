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
#include "git/undo/refpeek.h"
#include "git/undo/tagobjects.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

const QByteArray kUndoRefs = "refs/plumbline/undo/"_ba;

bool concernsAllWorkTrees(const UndoContent &content)
{
    return content.action == UndoAction::DeleteBranch || content.action == UndoAction::DeleteTag ||
           content.action == UndoAction::DropStash;
}

Result<ObjectId> writeTree(const Program &git, const UndoContent &content, const CancelToken &cancel)
{
    QByteArray entries;
    for (const Discarded &entry : content.files)
        if (entry.before.mode != 0)
            entries += entryLine(entry.before.mode, entry.before.id, 0, entry.path);
    for (qsizetype at = 0; at < content.tagObjects.size(); ++at)
        entries += entryLine(0100644, content.tagObjects[at], 0, keptTagPath(at));
    return writeKeptTree(git, entries, cancel);
}

QList<ObjectId> parentsOf(const UndoContent &content)
{
    QList<ObjectId> parents;
    for (const MovedRef &ref : content.refs)
        parents.append(content.action == UndoAction::DeleteTag ? content.commit : ref.before);
    parents << content.index << content.operation;
    parents.removeAll(ObjectId());
    return parents;
}

Result<QByteArray> writeRef(const Program &git, const ObjectId &commit, const QDateTime &when,
                            const CancelToken &cancel)
{
    const QByteArray stem = kUndoRefs + when.toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1() + '-';
    constexpr int attempts = 1000;
    for (int number = 1;; ++number) {
        const QByteArray ref = stem + QByteArray::number(number);
        const auto present = number < attempts ? peekRef(git.location(), ref) : std::nullopt;
        if (present && !present->isNull())
            continue;
        const auto result = git.run({.arguments = {u"update-ref"_s, u"--stdin"_s},
                                     .input = "create " + ref + ' ' + commit.toHex() + '\n'},
                                    cancel);
        if (result)
            return ref;
        if (number == attempts || !result.error().detail.contains("already exists"_L1))
            return std::unexpected(result.error());
    }
}

Result<ObjectId> writeContent(const Program &git, UndoContent content, const QDateTime &when,
                              const CancelToken &cancel)
{
    if (!concernsAllWorkTrees(content))
        content.workTree = workTreeName(git.location());
    const auto tree = writeTree(git, content, cancel);
    return tree ? writeKeptCommit(git, *tree, parentsOf(content), formatUndoMessage(content), when, cancel)
                : tree;
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

Result<UndoRecord> writeUndoRecord(const Program &git, const UndoContent &content, const CancelToken &cancel)
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), QTimeZone::UTC);
    const auto commit = writeContent(git, content, now, cancel);
    if (!commit)
        return std::unexpected(commit.error());
    const auto ref = writeRef(git, *commit, now, cancel);
    if (!ref)
        return std::unexpected(ref.error());
    UndoRecord record = describeUndo(content);
    record.ref = *ref;
    record.commit = *commit;
    record.when = now;
    return record;
}

Result<UndoRecord> replaceUndoRecord(const Program &git, const UndoRecord &record, const UndoContent &content,
                                     const CancelToken &cancel)
{
    const auto commit = writeContent(git, content, record.when, cancel);
    if (!commit)
        return std::unexpected(commit.error());
    const auto result = git.run(
        {.arguments = {u"update-ref"_s, u"--stdin"_s},
         .input = "update " + record.ref + ' ' + commit->toHex() + ' ' + record.commit.toHex() + '\n'},
        cancel);
    if (!result)
        return std::unexpected(result.error());
    UndoRecord replaced = describeUndo(content);
    replaced.ref = record.ref;
    replaced.commit = *commit;
    replaced.when = record.when;
    return replaced;
}

UndoRecord describeUndo(const UndoContent &content)
{
    UndoRecord record{.meaning = undoMeaning(content)};
    for (const Discarded &entry : content.files)
        record.paths.append(entry.path);
    if (content.action == UndoAction::Commit && !content.refs.isEmpty())
        record.committed = content.refs.first().after;
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
    return removeUndoRecords(git, {record}, cancel);
}

} // namespace Git
