// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/tree.h"

#include "base/text.h"
#include "git/commitoverrides.h"
#include "git/repository.h"
#include "git/text.h"
#include "git/treedepth.h"

namespace Git {

namespace {

FileKind kindOf(uint32_t mode)
{
    switch (mode) {
    case GIT_FILEMODE_BLOB_EXECUTABLE:
        return FileKind::Executable;
    case GIT_FILEMODE_LINK:
        return FileKind::Symlink;
    case GIT_FILEMODE_COMMIT:
        return FileKind::Submodule;
    default:
        return FileKind::Regular;
    }
}

Result<void> collect(git_repository *repository, const TreeHandle &tree, const QByteArray &prefix, int depth,
                     const CancelToken &cancel, QList<TreeFile> &files)
{
    if (cancel.isCancelled())
        return failCancelled();
    if (depth > kDeepestTree)
        return fail(ErrorKind::Invalid,
                    Text::tr("The folders below %1 are too deep.").arg(displayText(prefix)));
    const size_t count = git_tree_entrycount(tree.get());
    for (size_t at = 0; at < count; ++at) {
        const git_tree_entry *entry = git_tree_entry_byindex(tree.get(), at);
        const QByteArray path = prefix + git_tree_entry_name(entry);
        const ObjectId id = toId(git_tree_entry_id(entry));
        if (git_tree_entry_type(entry) != GIT_OBJECT_TREE) {
            files.append({path, id, kindOf(git_tree_entry_filemode(entry))});
            continue;
        }
        const auto below = openTree(repository, id);
        if (!below) {
            Error error = below.error();
            error.detail = displayText(path);
            return std::unexpected(error);
        }
        if (auto done = collect(repository, *below, path + '/', depth + 1, cancel, files); !done)
            return done;
    }
    return {};
}

Result<QByteArray> readOne(git_odb *database, const ObjectId &blob, qint64 limit)
{
    const auto oid = toOid(blob);
    size_t size = 0;
    git_object_t kind = GIT_OBJECT_INVALID;
    const int code = oid ? git_odb_read_header(&size, &kind, database, &*oid) : int(GIT_ENOTFOUND);
    if (code < 0)
        return std::unexpected(
            objectError(code == GIT_ENOTFOUND ? ObjectProblem::Missing : ObjectProblem::Damaged, blob));
    if (kind != GIT_OBJECT_BLOB)
        return std::unexpected(objectError(ObjectProblem::WrongKind, blob));
    if (static_cast<qint64>(size) > limit) {
        return fail(ErrorKind::Invalid,
                    Text::tr("The content %1 is too large to be read.").arg(blob.abbreviated()));
    }
    const auto object = readObject(database, blob, GIT_OBJECT_BLOB);
    if (!object)
        return std::unexpected(objectError(object.error(), blob));
    return QByteArray(static_cast<const char *>(git_odb_object_data(object->get())),
                      static_cast<qsizetype>(git_odb_object_size(object->get())));
}

} // namespace

Result<QList<TreeFile>> readTree(const RepoLocation &where, const ObjectId &commit, const CancelToken &cancel)
{
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    const auto overrides = CommitOverrides::read(where, opened->repository.get(), cancel);
    const auto tree = openShownTree(*opened, overrides, commit);
    if (!tree)
        return std::unexpected(tree.error());
    QList<TreeFile> files;
    if (auto done = collect(opened->repository.get(), *tree, {}, 0, cancel, files); !done)
        return std::unexpected(done.error());
    std::ranges::sort(files, {}, &TreeFile::path);
    return files;
}

QList<Result<QByteArray>> readBlobs(const RepoLocation &where, const QList<ObjectId> &blobs, qint64 limit)
{
    QList<Result<QByteArray>> contents;
    contents.reserve(blobs.size());
    const auto opened = openObjects(where);
    for (const ObjectId &blob : blobs) {
        contents.append(opened ? readOne(opened->database.get(), blob, limit)
                               : Result<QByteArray>(std::unexpected(opened.error())));
    }
    return contents;
}

Result<QByteArray> readBlob(const RepoLocation &where, const ObjectId &blob, qint64 limit)
{
    return readBlobs(where, {blob}, limit).takeFirst();
}

Result<QList<TreeFile>> readIndex(const RepoLocation &where, const CancelToken &cancel)
{
    const auto opened = openIndex(where);
    if (!opened)
        return std::unexpected(opened.error());
    git_index *index = opened->index.get();
    QList<TreeFile> files;
    const size_t count = git_index_entrycount(index);
    files.reserve(static_cast<qsizetype>(count));
    for (size_t at = 0; at < count; ++at) {
        if (at % 4096 == 0 && cancel.isCancelled())
            return failCancelled();
        const git_index_entry *entry = git_index_get_byindex(index, at);
        if (git_index_entry_stage(entry) == 0)
            files.append({entry->path, toId(&entry->id), kindOf(entry->mode)});
    }
    std::ranges::sort(files, {}, &TreeFile::path);
    return files;
}

} // namespace Git
