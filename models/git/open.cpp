// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/open.h"

#include "base/text.h"
#include "git/format.h"
#include "git/layout.h"
#include "git/ownership.h"
#include "git/packwindows.h"
#include "git/repository.h"
#include "git/text.h"

#include <QFile>

#include <unistd.h>

#include <cerrno>
#include <fcntl.h>
#include <mutex>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

// A pack that says it holds more than this is damaged or hostile; Linux has some ten million.
constexpr size_t kMostPackObjects = 200'000'000;

Operation operationOf(const QByteArray &gitDir)
{
    const auto has = [&](const char *name) { return pathExists(gitDir + '/' + name); };
    if (has("rebase-merge") || (has("rebase-apply") && !has("rebase-apply/applying")))
        return Operation::Rebase; // first: its conflicts leave CHERRY_PICK_HEAD too
    if (has("rebase-apply"))
        return Operation::ApplyMailbox;
    if (has("MERGE_HEAD"))
        return Operation::Merge;
    if (has("CHERRY_PICK_HEAD"))
        return Operation::CherryPick;
    if (has("REVERT_HEAD"))
        return Operation::Revert;
    return has("BISECT_LOG") ? Operation::Bisect : Operation::None;
}

QByteArray configValue(git_repository *repository, const char *name)
{
    const auto config = readConfiguration(repository);
    const char *value = nullptr;
    if (!config || git_config_get_string(&value, config->get(), name) < 0)
        return {};
    return value;
}

bool hasReadableHead(git_repository *repository)
{
    const auto head = acquire<ReferenceHandle>(
        {}, [&](git_reference **out) { return git_reference_lookup(out, repository, "HEAD"); });
    if (!head)
        return false;
    const char *target = git_reference_symbolic_target(head->get());
    return !target || QByteArrayView(target).startsWith("refs/");
}

/// Why nothing can be written to the Git folder.
QString closedFolder(const Place &place)
{
    for (const QByteArray &folder : {place.gitDir, place.commonDir}) {
        if (::faccessat(AT_FDCWD, folder.constData(), W_OK, AT_EACCESS) == 0)
            continue;
        return errno == EROFS
                   ? Text::tr("%1 lies on a file system that is read-only.").arg(displayPath(folder))
                   : Text::tr("You may not write to %1.").arg(displayPath(folder));
    }
    return {};
}

QStringList readOnlyReasons(const Place &place, git_repository *repository)
{
    QStringList reasons;
    if (place.workTree.isEmpty())
        reasons += Text::tr("It is a bare repository: there is no work tree to change.");
    const QByteArray configured = configValue(repository, "core.worktree");
    if (!configured.isEmpty() && canonicalPath(joinPath(place.gitDir, configured)) != place.workTree) {
        reasons += Text::tr("Its configuration names another work tree, which is not used: %1")
                       .arg(displayText(joinPath(place.gitDir, configured)));
    }
    if (!place.linkedGit.isEmpty()) {
        reasons += Text::tr("%1 is a symbolic link to %2.")
                       .arg(displayText(place.linkedGit), displayText(place.gitDir));
    }
    if (const QString reason = closedFolder(place); !reason.isEmpty())
        reasons += reason;
    if (!hasReadableHead(repository))
        reasons += Text::tr("The file HEAD is damaged.");
    return reasons;
}

QString nameOf(const Place &place)
{
    const QByteArray &root = place.workTree.isEmpty() ? place.gitDir : place.workTree;
    return displayText(root.sliced(root.lastIndexOf('/') + 1));
}

} // namespace

void initializeLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] {
        git_libgit2_init();
        auto extensions = kExtensions;
        git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions.data(), extensions.size());
        git_libgit2_opts(GIT_OPT_SET_PACK_MAX_OBJECTS, kMostPackObjects);
        limitPackWindows();
        // Ours names owner and path, and covers every part; see checkOwner().
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    });
}

Result<RepositoryInfo> openRepository(const QString &path, const OpenOptions &options)
{
    initializeLibrary();
    const auto place = locate(QFile::encodeName(path), options);
    if (!place)
        return std::unexpected(place.error());
    if (const auto owned = checkOwner(*place); !owned)
        return std::unexpected(owned.error());
    if (const auto safe = checkLayout(
            {.gitDir = place->gitDir, .commonDir = place->commonDir, .indexFile = place->indexFile});
        !safe)
        return std::unexpected(safe.error());
    if (const auto readable = checkFormat(*place); !readable)
        return std::unexpected(readable.error());
    RepositoryInfo info{.location = {.gitDir = place->gitDir,
                                     .commonDir = place->commonDir,
                                     .workTree = place->workTree,
                                     .indexFile = place->indexFile},
                        .name = nameOf(*place),
                        .isShallow = !readShallowCommits({.commonDir = place->commonDir}).isEmpty(),
                        .isWorktree = place->gitDir != place->commonDir,
                        .operation = operationOf(place->gitDir)};
    const auto repository = openHandle(info.location);
    if (!repository)
        return std::unexpected(repository.error());
    if (configValue(repository->get(), "core.bare") == "true" && !info.isWorktree)
        info.location.workTree.clear();
    Place seen = *place;
    seen.workTree = info.location.workTree;
    info.readOnlyReasons = readOnlyReasons(seen, repository->get());
    return info;
}

} // namespace Git
