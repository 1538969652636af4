// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/watchfolders.h"

#include "git/work/hooks.h"

#include <QSet>

namespace Git {

namespace {

bool isAtOrBelow(const QByteArray &path, const QByteArray &top)
{
    return path.startsWith(top) && (path.size() == top.size() || path[top.size()] == '/');
}

bool isIndex(const RepoLocation &where, const QByteArray &folder, const QByteArray &name)
{
    if (where.indexFile.isEmpty())
        return name == "index" && folder == where.gitDir;
    return where.indexFile == QByteArray(folder + '/' + name);
}

Touches touchedInGitFolder(const QByteArray &name)
{
    static const QSet<QByteArray> refs{
        "HEAD",        "packed-refs",  "shallow",    "config",    "config.worktree",     "MERGE_HEAD",
        "REVERT_HEAD", "BISECT_START", "BISECT_LOG", "sequencer", "rebase-merge",        "rebase-apply",
        "REBASE_HEAD", "refs",         "hooks",      "worktrees", "BISECT_EXPECTED_REV", "CHERRY_PICK_HEAD"};
    static const QSet<QByteArray> folders{"refs", "worktrees", "logs", "info", "hooks"};
    Touches touches;
    touches.setFlag(Touch::Refs, refs.contains(name));
    touches.setFlag(Touch::Folders, folders.contains(name));
    touches.setFlag(Touch::Ignores, name == "config"); // core.excludesFile
    return touches;
}

Touches touchedInInfo(const QByteArray &name)
{
    if (name == "grafts")
        return Touch::Refs;
    if (name == "exclude" || name == "sparse-checkout" || name == "attributes")
        return Touch::Ignores;
    return {};
}

// below: relative to a Git folder, not empty. Nothing: a folder that others speak for.
std::optional<Touches> touchedBelow(const QByteArray &below, const QByteArray &name)
{
    if (isAtOrBelow(below, "refs"))
        return Touch::Refs | Touch::Folders;
    if (below == "worktrees")
        return Touch::Refs | Touch::Folders;
    if (isAtOrBelow(below, "worktrees"))
        return name == "HEAD" || name == "gitdir" || name == "locked" ? Touches(Touch::Refs) : Touches();
    if (below == "info")
        return touchedInInfo(name);
    if (below == "hooks")
        return isHookName(name) ? Touches(Touch::Refs) : Touches();
    if (below == "logs")
        return name == "refs" ? Touches(Touch::Folders) : Touches();
    if (below == "logs/refs")
        return name == "stash" ? Touches(Touch::Refs) : Touches();
    return std::nullopt;
}

} // namespace

Touches touchedBy(const RepoLocation &where, const QByteArray &folder, const QByteArray &name)
{
    const bool isInGit = isAtOrBelow(folder, where.gitDir) || isAtOrBelow(folder, where.commonDir);
    if (isInGit && name.endsWith(".lock"))
        return {};
    if (isIndex(where, folder, name))
        return Touch::Index;
    if (folder == where.gitDir || folder == where.commonDir)
        return touchedInGitFolder(name);
    for (const QByteArray &top : {where.gitDir, where.commonDir}) { // a worktree's lies in the common one
        if (!isAtOrBelow(folder, top))
            continue;
        if (const auto touches = touchedBelow(folder.sliced(top.size() + 1), name))
            return *touches;
    }
    const bool isWork =
        !where.isBare() && isAtOrBelow(folder, where.workTree) && !isInGit && !folder.endsWith("/.git");
    // core.hooksPath may name any folder; reading once too often for a file of such a name costs little.
    const Touches hooks = isHookName(name) ? Touches(Touch::Refs) : Touches();
    if (!isWork) // the Git folder of a nested repository, or the one where a foreign index lies
        return name == "HEAD" || name == "index" ? Touches(Touch::Nested) : hooks;
    if (name == ".git")
        return folder == where.workTree ? Touches() : Touches(Touch::Nested);
    return name == ".gitignore" ? Touch::Files | Touch::Ignores : Touch::Files | hooks;
}

} // namespace Git
