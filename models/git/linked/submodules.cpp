// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/linked/submodules.h"

#include "base/text.h"
#include "git/filemodes.h"
#include "git/linked/gitmodules.h"
#include "git/linked/submoduleignore.h"
#include "git/open.h"
#include "git/repository.h"
#include "git/text.h"
#include "git/worktree.h"

#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

QList<Submodule> recordedIn(git_index *index, const QList<QByteArray> &paths)
{
    const QSet<QByteArray> wanted(paths.begin(), paths.end());
    QList<Submodule> found;
    for (size_t at = 0; at < git_index_entrycount(index); ++at) {
        const git_index_entry *entry = git_index_get_byindex(index, at);
        if (entry->mode != kSubmoduleMode || (!wanted.isEmpty() && !wanted.contains(entry->path)))
            continue;
        const bool isConflicted = git_index_entry_stage(entry) != 0;
        if (!found.isEmpty() && found.last().path == entry->path)
            continue; // another side of the same conflict
        found += Submodule{.path = entry->path,
                           .recorded = isConflicted ? ObjectId() : toId(&entry->id),
                           .isConflicted = isConflicted};
    }
    return found;
}

QByteArray configuredUrl(git_config *config, const QByteArray &name)
{
    Buffer value;
    const QByteArray key = "submodule." + name + ".url";
    return git_config_get_string_buf(&value, config, key.constData()) < 0 ? QByteArray() : value.bytes();
}

void takeConfiguration(Submodule &module, const GitmodulesEntry &entry, git_config *config)
{
    module.name = entry.name;
    module.url = entry.url;
    module.problem = submodulePathProblem(module.path);
    if (module.problem.isEmpty())
        module.problem = submoduleNameProblem(module.name);
    const QByteArray own = module.problem.isEmpty() ? configuredUrl(config, module.name) : QByteArray();
    module.isInitialised = !own.isEmpty();
    if (module.isInitialised)
        module.url = own;
    if (module.problem.isEmpty())
        module.problem = submoduleUrlProblem(module.url);
}

void takeContents(Submodule &module, const RepoLocation &inside, const CancelToken &cancel)
{
    const auto dirt = readSubmoduleDirt(inside, cancel);
    if (!dirt) {
        if (module.problem.isEmpty())
            module.problem = dirt.error().message;
        return;
    }
    module.hasUntracked = dirt->hasUntracked;
    module.hasChanges = dirt->isChanged;
}

void inspectModule(Submodule &module, const RepoLocation &where, SubmoduleDepth depth,
                   const CancelToken &cancel)
{
    const auto inside = locateSubmodule(where, module.path);
    if (!inside) {
        if (inside.error().kind != ErrorKind::NotFound && module.problem.isEmpty())
            module.problem = inside.error().message;
        return;
    }
    module.isPopulated = true;
    const SubmoduleHead head = readSubmoduleHead(*inside);
    module.checkedOut = head.commit;
    module.branch = head.branch;
    module.hasNewCommit = !module.isConflicted && module.checkedOut != module.recorded;
    const bool isPassedOver =
        module.ignore == SubmoduleIgnore::Dirty || module.ignore == SubmoduleIgnore::All;
    if (depth == SubmoduleDepth::Contents || (depth == SubmoduleDepth::Status && !isPassedOver))
        takeContents(module, *inside, cancel);
    if (depth == SubmoduleDepth::Status && module.ignore == SubmoduleIgnore::Untracked)
        module.hasUntracked = false;
}

} // namespace

SubmoduleHead readSubmoduleHead(const RepoLocation &inside)
{
    const auto repository = openHandle(inside);
    git_reference *raw = nullptr;
    if (!repository || git_repository_head(&raw, repository->get()) < 0)
        return {}; // unborn, or damaged: nothing is checked out that could be compared
    const ReferenceHandle reference(raw);
    SubmoduleHead head;
    if (git_reference_is_branch(raw) == 1)
        head.branch = git_reference_name(raw);
    if (const git_oid *target = git_reference_target(raw))
        head.commit = toId(target);
    return head;
}

Result<RepoLocation> locateSubmodule(const RepoLocation &where, const QByteArray &path)
{
    const auto tree = WorkTree::open(where);
    if (!tree)
        return std::unexpected(tree.error());
    const auto status = tree->status(path);
    if (!status)
        return std::unexpected(status.error());
    if (*status && S_ISLNK((*status)->st_mode))
        return fail(
            ErrorKind::Denied,
            //: %1: a path
            Text::tr("A symbolic link stands at %1, where a submodule belongs.").arg(displayPath(path)));
    const auto missing = [&] {
        //: %1: a path
        return fail(ErrorKind::NotFound, Text::tr("There is no repository in %1.").arg(displayPath(path)));
    };
    const auto inner = tree->status(path + "/.git");
    if (!*status || !S_ISDIR((*status)->st_mode) || (inner && !*inner))
        return missing();
    const auto info = openRepository(QFile::decodeName(where.workTree + '/' + path), {.mayClimb = false});
    if (!info)
        return std::unexpected(info.error());
    RepoLocation inside = info->location;
    inside.trust = where.trust;
    return inside;
}

Result<QList<Submodule>> readSubmodules(const RepoLocation &where, SubmoduleDepth depth,
                                        const CancelToken &cancel, const QList<QByteArray> &paths)
{
    if (where.isBare())
        return QList<Submodule>();
    const auto opened = openIndex(where);
    if (!opened)
        return std::unexpected(opened.error());
    QList<Submodule> modules = recordedIn(opened->index.get(), paths);
    if (modules.isEmpty())
        return modules;
    const auto config = readConfiguration(opened->repository.get());
    if (!config)
        return std::unexpected(config.error());
    const auto entries = readGitmodules(where, cancel);
    const auto ignores = SubmoduleIgnores::read(opened->repository.get(), opened->index.get(), where, cancel);
    for (Submodule &module : modules) {
        if (cancel.isCancelled())
            return failCancelled();
        module.ignore = ignores.of(module.path);
        if (entries)
            takeConfiguration(module, entries->value(module.path), config->get());
        else
            module.problem = entries.error().message;
        if (depth != SubmoduleDepth::Recorded)
            inspectModule(module, where, depth, cancel);
    }
    return cancel.isCancelled() ? Result<QList<Submodule>>(failCancelled()) : modules;
}

} // namespace Git
