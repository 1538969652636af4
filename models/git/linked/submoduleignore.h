// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/linked/types.h"
#include "git/repository.h"

#include <QHash>

namespace Git {

/// What statuses pass over of each submodule, as `git status` decides it: submodule.<name>.ignore of the
/// configuration, else of .gitmodules, else diff.ignoreSubmodules.
class SubmoduleIgnores
{
public:
    /// Never fails: what cannot be read says nothing. index: as it is compared.
    static SubmoduleIgnores read(git_repository *repository, git_index *index, const RepoLocation &where,
                                 const CancelToken &cancel);

    SubmoduleIgnore of(const QByteArray &path) const { return m_byPath.value(path, m_usual); }

private:
    QHash<QByteArray, SubmoduleIgnore> m_byPath;
    SubmoduleIgnore m_usual = SubmoduleIgnore::None;
};

/// What differs in the repository in a submodule's folder, in its own submodules too as far as its own
/// settings say.
struct SubmoduleDirt
{
    bool isChanged = false; ///< tracked files, staged or not
    bool hasUntracked = false;
};
Result<SubmoduleDirt> readSubmoduleDirt(const RepoLocation &inside, const CancelToken &cancel);

/// The submodules in the index that differ as far as the setting of each, or else `ignore`, counts it: by
/// the commit that is checked out, with looksInside by their files, too. One that cannot be read is left
/// out. index: of the repository.
Result<QList<QByteArray>> findChangedSubmodules(git_repository *repository, git_index *index,
                                                const RepoLocation &where,
                                                std::optional<SubmoduleIgnore> ignore, bool looksInside,
                                                const CancelToken &cancel);

} // namespace Git
