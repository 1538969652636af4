// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <sys/stat.h>

namespace Git {

/// Changes files below one folder without ever following a symbolic link, whatever others do meanwhile: each
/// step of a path is opened from the one before. Paths are relative, in bytes. Blocking.
class WorkTree
{
    Q_DISABLE_COPY(WorkTree)

public:
    static Result<WorkTree> open(const RepoLocation &where);
    WorkTree(WorkTree &&other) noexcept
        : m_root(std::exchange(other.m_root, -1))
        , m_gitDir(std::exchange(other.m_gitDir, -1))
    {}
    ~WorkTree();

    /// What stands at the path itself; nothing when there is none. Denied: a link on the way.
    Result<std::optional<struct stat>> status(const QByteArray &path) const;
    Result<QByteArray> readLink(const QByteArray &path) const;

    /// Creates or replaces a file or link in one step; folders on the way are made. mode: git's. Until it is
    /// whole it is made in the Git folder, if that is on the same file system: who is killed meanwhile leaves
    /// nothing in the work tree. Denied: the path is no inner one, see isInnerPath().
    Result<void> write(const QByteArray &path, const QByteArray &content, quint32 mode) const;

    /// Removes a file or link; one that is gone already is fine.
    Result<void> remove(const QByteArray &path) const;
    /// Removes the folder if it is empty.
    void removeFolderIfEmpty(const QByteArray &path) const;

private:
    WorkTree(int root, int gitDir)
        : m_root(root)
        , m_gitDir(gitDir)
    {}

    int m_root, m_gitDir; // the latter -1: cannot be opened
};

/// True for a path that names one thing inside of a repository: no empty, "." or ".." part, no NUL, relative,
/// and no part that git or some file system takes for ".git". A folder may end with '/'.
bool isInnerPath(QByteArrayView path);

} // namespace Git
