// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/keptoperation.h"

#include "git/filestate.h"
#include "git/keptobjects.h"
#include "git/locate.h"
#include "git/text.h"
#include "git/tree.h"

#include <QFile>
#include <QSaveFile>

#include <array>

namespace Git {

namespace {

// Those that name commits stand first; without one of them there is nothing in progress.
const std::array<QByteArray, 3> kHeads = {"MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD"};
const std::array<QByteArray, 2> kMore = {"MERGE_MSG", "MERGE_MODE"};

QByteArray pathOf(const RepoLocation &where, const QByteArray &name)
{
    return where.gitDir + '/' + name;
}

bool isKnown(const QByteArray &name)
{
    return std::ranges::find(kHeads, name) != kHeads.end() || std::ranges::find(kMore, name) != kMore.end();
}

} // namespace

Result<ObjectId> keepOperation(const Program &git, const CancelToken &cancel)
{
    QList<ObjectId> parents;
    QList<QByteArray> names;
    for (const QByteArray &name : kHeads) {
        const QByteArray content = readSmallFile(pathOf(git.location(), name));
        for (const QByteArray &line : content.split('\n'))
            if (const auto id = ObjectId::fromHex(line.trimmed()))
                parents.append(*id);
        if (!content.isEmpty())
            names.append(name);
    }
    if (parents.isEmpty())
        return ObjectId();
    for (const QByteArray &name : kMore)
        if (pathExists(pathOf(git.location(), name)))
            names.append(name);
    QByteArray lines;
    for (const QByteArray &name : std::as_const(names)) {
        const auto id =
            hashContent(git, readSmallFile(pathOf(git.location(), name)), Storing::Objects, cancel);
        if (!id)
            return id;
        lines += entryLine(0100644, *id, 0, name);
    }
    const auto tree = writeKeptTree(git, lines, cancel);
    if (!tree)
        return tree;
    return writeKeptCommit(git, *tree, parents, "An operation in progress\n", QDateTime::currentDateTimeUtc(),
                           cancel);
}

Result<void> checkOperation(const RepoLocation &where, const ObjectId &kept)
{
    QList<QByteArray> ours;
    if (!kept.isNull()) {
        const auto files = readTree(where, kept, {});
        if (!files)
            return std::unexpected(files.error());
        for (const TreeFile &file : *files)
            ours.append(file.path);
    }
    for (const QByteArray &name : kHeads) {
        if (!ours.contains(name) && pathExists(pathOf(where, name)))
            return fail(ErrorKind::Conflict, Text::tr("Another operation is in progress in this repository."),
                        {}, Text::tr("Finish or abort the operation that is in progress first."));
    }
    return {};
}

Result<void> bringOperationBack(const RepoLocation &where, const ObjectId &kept)
{
    const auto files = readTree(where, kept, {});
    if (!files)
        return std::unexpected(files.error());
    for (const TreeFile &entry : *files) {
        if (!isKnown(entry.path) || pathExists(pathOf(where, entry.path)))
            continue;
        const auto content = readBlob(where, entry.id);
        if (!content)
            return std::unexpected(content.error());
        QSaveFile file(QFile::decodeName(pathOf(where, entry.path)));
        if (!file.open(QIODevice::WriteOnly) || file.write(*content) != content->size() || !file.commit())
            return fail(ErrorKind::External, Text::tr("The operation in progress was not brought back."),
                        file.errorString());
    }
    return {};
}

} // namespace Git
