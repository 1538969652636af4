// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <memory>

namespace Git {

/// What a path names in a commit or the index.
enum class PathKind { Missing, File, Folder, Submodule };

struct PathEntry
{
    PathKind kind = PathKind::Missing;
    ObjectId id;      ///< null when missing, and for a folder of the index
    quint32 mode = 0; ///< git's
    bool operator==(const PathEntry &) const = default;
};

/// Looks one path up in many commits; belongs to one thread. Cost: the folders on the way.
class PathLookup
{
    Q_DISABLE_COPY(PathLookup)

public:
    static Result<PathLookup> open(const RepoLocation &where);
    PathLookup(PathLookup &&other) noexcept;
    ~PathLookup();

    /// An error when the tree or a folder on the way is damaged or not in this clone.
    Result<PathEntry> inTree(const ObjectId &tree, const QByteArray &path);

private:
    struct Open;
    explicit PathLookup(std::unique_ptr<Open> opened);

    std::unique_ptr<Open> m_open;
};

Result<PathEntry> readPathInCommit(const RepoLocation &where, const ObjectId &commit, const QByteArray &path);

/// File or submodule at any stage of the index, else missing.
Result<PathEntry> readPathInIndex(const RepoLocation &where, const QByteArray &path);

} // namespace Git
