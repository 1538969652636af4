// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/linked/types.h"
#include "git/repository.h"

#include <QSet>

#include <vector>

namespace Git {

/// One libgit2 diff between two sides, literal in paths and with cancellation. Used by status and diff.
class Comparison
{
public:
    Comparison(git_repository *repository, const RepoLocation &where, const CancelToken &cancel)
        : m_repository(repository)
        , m_where(where)
        , m_cancel(cancel)
    {}

    /// Compares with this index instead of reading it again; it must outlive this.
    void useIndex(git_index *index) { m_given = index; }

    QList<QByteArray> paths; ///< exact, or folders ending with '/'; empty: all
    int contextLines = 3;
    bool ignoresWhitespace = false;
    bool expandsUntrackedFolders = false;
    bool leavesSubmodulesOut = false; ///< of the work tree: only those that are gone or no folder count
    std::optional<SubmoduleIgnore> ignoresSubmodules; ///< for all, whatever is set for each
    bool showsUntrackedContent = false;
    qint64 largestFile = 512 * 1024 * 1024;

    Result<void> trees(git_tree *older, git_tree *newer); ///< null: nothing on that side
    Result<void> headToIndex();
    Result<void> indexToWorkTree();
    Result<void> treeToWorkTree(git_tree *older); ///< of the files that the index has

    /// Exact renames only when comparing all pairs would take too long. A rename that cannot be looked for
    /// stays an addition and a deletion, and so do all staged ones when libgit2 would take the two halves of
    /// a changed type for different files.
    void findRenames();

    /// Not what is unmodified or ignored, what a sparse checkout left out on purpose, and what the setting
    /// of a submodule passes over.
    bool isChange(const git_diff_delta &delta) const;

    git_diff *diff() const { return m_diff.get(); }
    git_repository *repository() const { return m_repository; }
    git_diff_options options();
    Error failure(int code) const;

private:
    size_t countOf(git_delta_t status) const { return git_diff_num_deltas_of_type(m_diff.get(), status); }
    Result<void> takeIndex();
    void passOverSubmodules();
    template<class Open> Result<void> run(unsigned flags, Open &&open);

    git_repository *m_repository;
    const RepoLocation &m_where;
    CancelToken m_cancel;
    DiffHandle m_diff;
    git_index *index() const { return m_given ? m_given : m_index.get(); }

    git_index *m_given = nullptr;
    IndexHandle m_index;
    std::vector<char *> m_rawPaths;
    QSet<QByteArray> m_passedOver; // submodules whose difference is not to count
    bool m_isStaged = false;       // HEAD against the index
};

/// The tree HEAD leads to; a null handle for an unborn branch.
Result<TreeHandle> readHeadTree(git_repository *repository);

/// Untracked for what has no counterpart in Git.
Diff::FileStatus statusOf(git_delta_t status);

} // namespace Git
