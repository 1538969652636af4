// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/handle.h"
#include "git/shallow.h"
#include "git/types.h"

namespace Git {

/// A handle for one job. The work tree is the location's, whatever core.worktree says. The index is not
/// read: a broken one only concerns those who need it. Of grafts that only git and CommitOverrides can read,
/// libgit2 knows none. Invalid: see checkLayout().
Result<RepositoryHandle> openHandle(const RepoLocation &where);

/// While it lives, each openHandle() of this location on this thread gives the same handle, for a job whose
/// parts each open one: parsing the configuration is most of what a small read takes. No handle of that time
/// may reach another thread. One for each thread; a second one does nothing.
class KeptHandle
{
    Q_DISABLE_COPY_MOVE(KeptHandle)

public:
    explicit KeptHandle(const RepoLocation &where);
    ~KeptHandle();

private:
    bool m_isFirst;
};

/// A handle with what it reads objects from.
struct OpenedObjects
{
    RepositoryHandle repository;
    DatabaseHandle database;
};
Result<OpenedObjects> openObjects(const RepoLocation &where);

/// A handle with the location's index as it is on disk now. One that is not there is empty, as for git.
/// NotFound: it is damaged, or no file.
struct OpenedIndex
{
    RepositoryHandle repository;
    IndexHandle index;
};
Result<OpenedIndex> openIndex(const RepoLocation &where);

/// The same for a handle that is there; from then on it uses this index.
Result<IndexHandle> openIndex(git_repository *repository, const RepoLocation &where);

/// For comparisons without the index: libgit2 looks for attributes in it as well, and an index that it cannot
/// read would leave no content to compare.
void leaveOutUnreadableIndex(git_repository *repository);

Result<DatabaseHandle> openDatabase(git_repository *repository);

/// The whole configuration as it is now. repository must outlive it.
Result<ConfigHandle> readConfiguration(git_repository *repository);

/// Nothing for an id that is not SHA-1: there is no such object in a repository that we can open.
std::optional<git_oid> toOid(const ObjectId &id);
ObjectId toId(const git_oid *id);

enum class ObjectProblem { Missing, Damaged, WrongKind, TooLarge };

/// Bytes. The largest known are some ten megabytes; what is above is meant to fill the memory.
inline constexpr size_t kLargestCommit = 64 * 1024 * 1024;

/// Why an object with this header is not to be unpacked.
std::optional<ObjectProblem> problemOf(git_object_t wanted, git_object_t kind, size_t size);

/// The bytes of an object, whose header is looked at first. Fast path of the walkers: the error carries no
/// text until asked, see objectError().
std::expected<RawObjectHandle, ObjectProblem> readObject(git_odb *database, const ObjectId &id,
                                                         git_object_t kind);

/// A sentence for a person. NotFound.
Error objectError(ObjectProblem problem, const ObjectId &id);

Result<TreeHandle> openTree(git_repository *repository, const ObjectId &tree);

/// The error of a call that needs a work tree.
std::unexpected<Error> failBare();

} // namespace Git
