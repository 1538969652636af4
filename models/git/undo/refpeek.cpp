// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo/refpeek.h"

#include "git/repository.h"
#include "git/scan/indexfile.h"
#include "git/scan/stagedscan.h"

namespace Git {

namespace {

/// Of the object; nothing: it is missing.
std::optional<git_object_t> typeOf(git_repository *repository, const git_oid &id)
{
    git_odb *raw = nullptr;
    if (git_repository_odb(&raw, repository) != 0)
        return std::nullopt;
    const DatabaseHandle database(raw);
    size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    return git_odb_read_header(&size, &type, raw, &id) == 0 ? std::optional(type) : std::nullopt;
}

TreeHandle headTree(git_repository *repository)
{
    git_oid id = {};
    git_object *head = nullptr, *tree = nullptr;
    if (git_reference_name_to_id(&id, repository, "HEAD") != 0 ||
        git_object_lookup(&head, repository, &id, GIT_OBJECT_COMMIT) != 0)
        return nullptr;
    const ObjectHandle commit(head);
    return TreeHandle(git_object_peel(&tree, head, GIT_OBJECT_TREE) == 0 ? reinterpret_cast<git_tree *>(tree)
                                                                         : nullptr);
}

} // namespace

std::optional<ObjectId> peekRef(const RepoLocation &where, const QByteArray &name)
{
    const auto repository = openHandle(where);
    git_oid id = {};
    if (!repository || where.trust != Trust::Trusted)
        return std::nullopt;
    const int code = git_reference_name_to_id(&id, repository->get(), name.constData());
    if (code == GIT_ENOTFOUND)
        return ObjectId();
    return code == 0 && typeOf(repository->get(), id) ? std::optional(toId(&id)) : std::nullopt;
}

std::optional<ObjectId> peekHeadCommit(const RepoLocation &where)
{
    const auto repository = openHandle(where);
    const auto id = peekRef(where, "HEAD");
    if (!repository || !id || id->isNull())
        return id;
    const auto oid = toOid(*id);
    return oid && typeOf(repository->get(), *oid) == GIT_OBJECT_COMMIT ? id : std::nullopt;
}

std::optional<QByteArray> peekHeadBranch(const RepoLocation &where)
{
    const auto repository = openHandle(where);
    git_reference *raw = nullptr;
    if (!repository || where.trust != Trust::Trusted ||
        git_reference_lookup(&raw, repository->get(), "HEAD") != 0)
        return std::nullopt;
    const ReferenceHandle head(raw);
    return QByteArray(git_reference_symbolic_target(raw));
}

// What is said of submodules goes by settings, and what was only announced is no part of a tree.
std::optional<bool> peekStaged(const RepoLocation &where)
{
    const auto repository = openHandle(where);
    const auto index = IndexFile::read(where, {});
    if (!repository || !index || !index->isPlain() || !index->isWhole() || where.trust != Trust::Trusted)
        return std::nullopt;
    const TreeHandle tree = headTree(repository->get());
    const auto staged = tree ? scanStaged(repository->get(), tree.get(), *index) : std::nullopt;
    if (!staged || !staged->submodules.isEmpty())
        return std::nullopt;
    const bool isSure = std::ranges::all_of(staged->entries, [&](size_t at) {
        const git_index_entry &entry = index->entries()[at];
        return (entry.flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) == 0 &&
               entry.mode != GIT_FILEMODE_COMMIT;
    });
    return isSure ? std::optional(!staged->paths.isEmpty()) : std::nullopt;
}

} // namespace Git
