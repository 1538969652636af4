// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/repository.h"

#include "base/text.h"
#include "git/layout.h"
#include "git/open.h"
#include "git/regularfile.h"
#include "git/sparseindex.h"
#include "git/text.h"

#include <QSet>

#include <git2/sys/repository.h>

#include <utility>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

struct Kept
{
    RepoLocation where;
    git_repository *handle = nullptr;
    int uses = 0;
    bool isOpen = false; ///< a KeptHandle lives
};
thread_local Kept kept;

bool isSamePlace(const RepoLocation &one, const RepoLocation &other)
{
    return one.gitDir == other.gitDir && one.workTree == other.workTree && one.indexFile == other.indexFile;
}

// libgit2 knows neither comments nor blank lines there; what it opens as bare alone does not look at grafts.
bool areGraftsRefused()
{
    const git_error *last = git_error_last();
    return last && last->klass == GIT_ERROR_GRAFTS;
}

Result<RepositoryHandle> openAnew(const RepoLocation &where)
{
    initializeLibrary();
    if (const auto checked = checkLayout(where); !checked)
        return std::unexpected(checked.error());
    const QString problem = Text::tr("The repository cannot be opened.");
    // Opened as bare so that core.worktree, which the repository controls, decides nothing.
    const unsigned flags = GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_NO_DOTGIT |
                           GIT_REPOSITORY_OPEN_CROSS_FS | GIT_REPOSITORY_OPEN_BARE;
    auto repository = acquire<RepositoryHandle>(problem, [&](git_repository **out) {
        const int code = git_repository_open_ext(out, where.gitDir.constData(), flags, nullptr);
        return code < 0 && areGraftsRefused() ? git_repository_open_bare(out, where.gitDir.constData())
                                              : code;
    });
    if (!repository)
        return repository;
    if (!where.workTree.isEmpty()) {
        const int code = git_repository_set_workdir(repository->get(), where.workTree.constData(), 0);
        if (code < 0)
            return std::unexpected(lastError(code, problem));
    }
    return repository;
}

} // namespace

void releaseRepository(git_repository *repository) noexcept
{
    if (repository != kept.handle) {
        git_repository_free(repository);
    } else if (--kept.uses == 0) {
        git_repository_free(std::exchange(kept.handle, nullptr));
    }
}

KeptHandle::KeptHandle(const RepoLocation &where)
    : m_isFirst(!kept.isOpen && kept.uses == 0)
{
    if (m_isFirst)
        kept = {.where = where, .isOpen = true};
}

KeptHandle::~KeptHandle()
{
    if (!m_isFirst)
        return;
    kept.isOpen = false;
    if (kept.handle)
        releaseRepository(kept.handle);
}

Result<RepositoryHandle> openHandle(const RepoLocation &where)
{
    if (!kept.isOpen || !isSamePlace(kept.where, where))
        return openAnew(where);
    if (!kept.handle) {
        auto opened = openAnew(where);
        if (!opened)
            return opened;
        kept.handle = opened->release();
        kept.uses = 1; // the KeptHandle's
    }
    ++kept.uses;
    return RepositoryHandle(kept.handle);
}

Result<OpenedObjects> openObjects(const RepoLocation &where)
{
    auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    auto database = openDatabase(repository->get());
    if (!database)
        return std::unexpected(database.error());
    return OpenedObjects{*std::move(repository), *std::move(database)};
}

Result<OpenedIndex> openIndex(const RepoLocation &where)
{
    auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    auto index = openIndex(repository->get(), where);
    if (!index)
        return std::unexpected(index.error());
    return OpenedIndex{*std::move(repository), *std::move(index)};
}

Result<IndexHandle> openIndex(git_repository *repository, const RepoLocation &where)
{
    const bool isUsual = where.indexFile.isEmpty();
    const QString problem = isUsual
                                ? Text::tr("The index cannot be read.")
                                : Text::tr("The index %1 cannot be read.").arg(displayText(where.indexFile));
    auto index = acquire<IndexHandle>(problem, [&](git_index **out) {
        return isUsual ? git_repository_index(out, repository)
                       : git_index_open(out, where.indexFile.constData());
    });
    const QByteArray path = isUsual ? where.gitDir + "/index" : where.indexFile;
    struct stat info = {};
    if (!index && ::stat(path.constData(), &info) == 0 && S_ISDIR(info.st_mode))
        return fail(ErrorKind::NotFound,
                    Text::tr("%1 is a folder, and Git keeps its index in a file of that name.")
                        .arg(displayText(path)),
                    index.error().detail,
                    Text::tr("Move it away; “git reset” then makes the index anew from the last commit."));
    if (!index && isSplitIndexRefused())
        return fail(ErrorKind::NotFound,
                    Text::tr("The index is split over two files, which only Git itself can read."),
                    index.error().detail,
                    Text::tr("“git update-index --no-split-index” makes it one file again; “git config "
                             "core.splitIndex false” keeps it so."));
    const bool isSparse = !index && isSparseIndexRefused();
    if (isSparse)
        index = openSparseIndex(repository, path);
    if (!index || (isUsual && !isSparse))
        return index;
    const int code = git_repository_set_index(repository, index->get());
    if (code < 0)
        return std::unexpected(lastError(code, problem));
    return index;
}

void leaveOutUnreadableIndex(git_repository *repository)
{
    git_index *raw = nullptr;
    const bool isReadable = git_repository_index(&raw, repository) >= 0;
    if (!isReadable && git_index_new(&raw) >= 0)
        git_repository_set_index(repository, raw);
    git_index_free(raw);
}

Result<DatabaseHandle> openDatabase(git_repository *repository)
{
    return acquire<DatabaseHandle>(Text::tr("The objects of the repository cannot be read."),
                                   [&](git_odb **out) { return git_repository_odb(out, repository); });
}

std::optional<git_oid> toOid(const ObjectId &id)
{
    if (id.size() != GIT_OID_SHA1_SIZE)
        return std::nullopt;
    git_oid oid = {};
    std::memcpy(oid.id, id.raw(), GIT_OID_SHA1_SIZE);
    return oid;
}

ObjectId toId(const git_oid *id)
{
    return ObjectId::fromRaw(id->id, GIT_OID_SHA1_SIZE);
}

std::optional<ObjectProblem> problemOf(git_object_t wanted, git_object_t kind, size_t size)
{
    if (kind != wanted)
        return ObjectProblem::WrongKind;
    if (kind == GIT_OBJECT_COMMIT && size > kLargestCommit)
        return ObjectProblem::TooLarge;
    return std::nullopt;
}

std::expected<RawObjectHandle, ObjectProblem> readObject(git_odb *database, const ObjectId &id,
                                                         git_object_t kind)
{
    const auto oid = toOid(id);
    if (!oid)
        return std::unexpected(ObjectProblem::Missing);
    size_t size = 0;
    git_object_t found = GIT_OBJECT_INVALID;
    git_odb_object *raw = nullptr;
    int code = git_odb_read_header(&size, &found, database, &*oid);
    if (code >= 0) {
        if (const auto problem = problemOf(kind, found, size))
            return std::unexpected(*problem);
        code = git_odb_read(&raw, database, &*oid);
    }
    if (code < 0)
        return std::unexpected(code == GIT_ENOTFOUND ? ObjectProblem::Missing : ObjectProblem::Damaged);
    RawObjectHandle object(raw);
    if (git_odb_object_type(raw) != kind)
        return std::unexpected(ObjectProblem::WrongKind);
    return object;
}

Error objectError(ObjectProblem problem, const ObjectId &id)
{
    switch (problem) {
    case ObjectProblem::Missing:
        return {ErrorKind::NotFound,
                Text::tr("The object %1 is not in this clone.").arg(id.abbreviated()),
                {},
                {}};
    case ObjectProblem::Damaged:
        return {ErrorKind::NotFound,
                Text::tr("The object %1 is damaged.").arg(id.abbreviated()),
                {},
                Text::tr("“git fsck” tells more.")};
    case ObjectProblem::TooLarge:
        return {ErrorKind::NotFound,
                Text::tr("The object %1 is too large to be read.").arg(id.abbreviated()),
                {},
                {}};
    case ObjectProblem::WrongKind:
        break;
    }
    return {ErrorKind::NotFound, Text::tr("The object %1 is of another kind.").arg(id.abbreviated()), {}, {}};
}

Result<TreeHandle> openTree(git_repository *repository, const ObjectId &tree)
{
    const auto oid = toOid(tree);
    if (!oid)
        return std::unexpected(objectError(ObjectProblem::Missing, tree));
    git_tree *raw = nullptr;
    const int code = git_tree_lookup(&raw, repository, &*oid);
    if (code < 0)
        return std::unexpected(
            objectError(code == GIT_ENOTFOUND ? ObjectProblem::Missing : ObjectProblem::Damaged, tree));
    return TreeHandle(raw);
}

Result<QSet<ObjectId>> readShallowFile(const RepoLocation &where)
{
    QSet<ObjectId> commits;
    const auto content = readRegularFile(where.commonDir + "/shallow", kLargestList, {});
    if (!content)
        return content.error().kind == ErrorKind::NotFound ? Result<QSet<ObjectId>>(commits)
                                                           : std::unexpected(content.error());
    for (const QByteArray &line : content->split('\n')) {
        if (const auto id = ObjectId::fromHex(line.trimmed()))
            commits.insert(*id);
    }
    return commits;
}

QSet<ObjectId> readShallowCommits(const RepoLocation &where)
{
    return readShallowFile(where).value_or(QSet<ObjectId>());
}

Result<ConfigHandle> readConfiguration(git_repository *repository)
{
    return acquire<ConfigHandle>(Text::tr("The configuration cannot be read."), [&](git_config **out) {
        return git_repository_config_snapshot(out, repository);
    });
}

std::unexpected<Error> failBare()
{
    return fail(ErrorKind::Invalid, Text::tr("A bare repository has no work tree."));
}

} // namespace Git
