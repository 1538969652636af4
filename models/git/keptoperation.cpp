// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/keptoperation.h"

#include "git/filestate.h"
#include "git/keptobjects.h"
#include "git/locate.h"
#include "git/regularfile.h"
#include "git/text.h"
#include "git/tree.h"

#include <QFile>
#include <QSaveFile>

#include <array>

namespace Git {

namespace {

// Those that name commits; without one of them, or a squashed merge, there is nothing in progress.
const std::array<QByteArray, 3> kHeads = {"MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD"};
const std::array<QByteArray, 4> kMore = {"MERGE_MSG", "MERGE_MODE", "MERGE_RR", "SQUASH_MSG"};
constexpr qint64 kLargestStateFile = 16 * 1024 * 1024; // bytes

QByteArray pathOf(const RepoLocation &where, const QByteArray &name)
{
    return where.gitDir + '/' + name;
}

bool isKnown(const QByteArray &name)
{
    return std::ranges::find(kHeads, name) != kHeads.end() || std::ranges::find(kMore, name) != kMore.end();
}

/// Empty when it is not there. Invalid: too large to be kept, or no file.
Result<QByteArray> readStateFile(const RepoLocation &where, const QByteArray &name, const CancelToken &cancel)
{
    auto content = readRegularFile(pathOf(where, name), kLargestStateFile, cancel);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return QByteArray();
    return content;
}

} // namespace

Result<ObjectId> keepOperation(const Program &git, const CancelToken &cancel)
{
    QList<ObjectId> parents;
    QByteArray lines;
    bool isAnything = false;
    const auto keep = [&](const QByteArray &name) -> Result<QByteArray> {
        auto content = readStateFile(git.location(), name, cancel);
        if (!content || content->isEmpty())
            return content;
        const auto id = hashContent(git, *content, Storing::Objects, cancel);
        if (!id)
            return std::unexpected(id.error());
        lines += entryLine(0100644, *id, 0, name);
        isAnything = isAnything || !std::ranges::contains(kMore, name) || name == "SQUASH_MSG";
        return content;
    };
    for (const QByteArray &name : kHeads) {
        const auto content = keep(name);
        if (!content)
            return std::unexpected(content.error());
        for (const QByteArray &line : content->split('\n'))
            if (const auto id = ObjectId::fromHex(line.trimmed()))
                parents.append(*id);
    }
    for (const QByteArray &name : kMore) {
        if (const auto content = keep(name); !content)
            return std::unexpected(content.error());
    }
    if (!isAnything)
        return ObjectId();
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
