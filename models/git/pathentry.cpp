// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/pathentry.h"

#include "base/text.h"
#include "git/commitread.h"
#include "git/repository.h"
#include "git/text.h"

namespace Git {

struct PathLookup::Open
{
    RepositoryHandle repository;
};

namespace {

using EntryHandle = std::unique_ptr<git_tree_entry, Releaser<&git_tree_entry_free>>;

PathKind pathKindOf(quint32 mode)
{
    switch (mode) {
    case GIT_FILEMODE_TREE:
        return PathKind::Folder;
    case GIT_FILEMODE_COMMIT:
        return PathKind::Submodule;
    default:
        return PathKind::File;
    }
}

} // namespace

Result<PathLookup> PathLookup::open(const RepoLocation &where)
{
    auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    return PathLookup(std::unique_ptr<Open>(new Open{*std::move(repository)}));
}

PathLookup::PathLookup(std::unique_ptr<Open> opened)
    : m_open(std::move(opened))
{}

PathLookup::PathLookup(PathLookup &&other) noexcept = default;
PathLookup::~PathLookup() = default;

Result<PathEntry> PathLookup::inTree(const ObjectId &tree, const QByteArray &path)
{
    const auto root = openTree(m_open->repository.get(), tree);
    if (!root)
        return std::unexpected(root.error());
    git_tree_entry *raw = nullptr;
    const int code = git_tree_entry_bypath(&raw, root->get(), path.constData());
    if (code == GIT_ENOTFOUND) {
        // The same code for a path that is not there and for a folder that is not in this clone.
        const git_error *error = git_error_last();
        if (error && error->klass == GIT_ERROR_ODB)
            return std::unexpected(
                lastError(code, Text::tr("The folders of %1 cannot be read.").arg(displayPath(path))));
        return PathEntry();
    }
    if (code < 0)
        return std::unexpected(
            lastError(code, Text::tr("The folders of %1 cannot be read.").arg(displayPath(path))));
    const EntryHandle entry(raw);
    const auto mode = static_cast<quint32>(git_tree_entry_filemode(entry.get()));
    return PathEntry{pathKindOf(mode), toId(git_tree_entry_id(entry.get())), mode};
}

Result<PathEntry> readPathInCommit(const RepoLocation &where, const ObjectId &commit, const QByteArray &path)
{
    auto commits = CommitReader::open(where);
    if (!commits)
        return std::unexpected(commits.error());
    const auto found = commits->read(commit);
    if (!found)
        return std::unexpected(found.error());
    auto lookup = PathLookup::open(where);
    if (!lookup)
        return std::unexpected(lookup.error());
    return lookup->inTree(found->tree, path);
}

Result<PathEntry> readPathInIndex(const RepoLocation &where, const QByteArray &path)
{
    const auto opened = openIndex(where);
    if (!opened)
        return std::unexpected(opened.error());
    for (const int stage : {0, 2, 1, 3}) {
        const git_index_entry *entry = git_index_get_bypath(opened->index.get(), path.constData(), stage);
        if (entry)
            return PathEntry{pathKindOf(entry->mode), toId(&entry->id), entry->mode};
    }
    return PathEntry();
}

} // namespace Git
