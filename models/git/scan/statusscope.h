// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/repository.h"

#include <optional>

namespace Git {

/// All that libgit2 has to look at for the status of a repository: of very many files, those that may have
/// changed. What it makes of them, it makes by the same rules as ever.
struct StatusScope
{
    /// Set in the repository. Holds what the paths name, all sides of conflicts, submodules, and files that
    /// say how others are read.
    IndexHandle index;
    /// Where HEAD and the index, the index and the work tree may differ, as Comparison::paths: none where
    /// nothing does. Without a value: anywhere.
    std::optional<QList<QByteArray>> staged, unstaged;
    /// In the work tree, beside what is found there: what is plain to see. Of tracked files that are in no
    /// conflict.
    QList<StatusEntry> changed;
};

/// Looks for it with what is cheap: times, sizes, names and ids. Where that does not do, the scope is all,
/// with the index as openIndex() gives it and its errors.
Result<StatusScope> findStatusScope(git_repository *repository, const RepoLocation &where,
                                    const CancelToken &cancel);

} // namespace Git
