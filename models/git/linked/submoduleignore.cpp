// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/linked/submoduleignore.h"

#include "git/filemodes.h"
#include "git/linked/gitmodules.h"
#include "git/linked/submodules.h"
#include "git/status.h"

namespace Git {

namespace {

constexpr int kDeepestDirt = 16; // a submodule may name itself

std::optional<SubmoduleIgnore> configuredIgnore(git_config *config, const QByteArray &key)
{
    Buffer value;
    if (git_config_get_string_buf(&value, config, key.constData()) < 0)
        return std::nullopt;
    return parseSubmoduleIgnore(value.bytes());
}

bool isUnmerged(git_index *index, const char *path)
{
    return git_index_has_conflicts(index) && !git_index_get_bypath(index, path, GIT_INDEX_STAGE_NORMAL) &&
           (git_index_get_bypath(index, path, GIT_INDEX_STAGE_OURS) ||
            git_index_get_bypath(index, path, GIT_INDEX_STAGE_THEIRS));
}

Result<SubmoduleDirt> readDirt(const RepoLocation &inside, int depth, const CancelToken &cancel);

struct RecordedModule
{
    QByteArray path;
    ObjectId commit;
    SubmoduleIgnore ignore = SubmoduleIgnore::None;
};

QList<RecordedModule> recordedModules(git_repository *repository, git_index *index, const RepoLocation &where,
                                      const CancelToken &cancel)
{
    QList<RecordedModule> modules;
    for (size_t at = 0; at < git_index_entrycount(index); ++at) {
        const git_index_entry *entry = git_index_get_byindex(index, at);
        if (entry->mode == kSubmoduleMode && git_index_entry_stage(entry) == 0)
            modules.append({.path = entry->path, .commit = toId(&entry->id)});
    }
    if (modules.isEmpty())
        return modules;
    const auto ignores = SubmoduleIgnores::read(repository, index, where, cancel);
    for (RecordedModule &module : modules)
        module.ignore = ignores.of(module.path);
    return modules;
}

/// What counts of its files.
SubmoduleDirt countedDirt(const RepoLocation &inside, SubmoduleIgnore ignore, int depth,
                          const CancelToken &cancel)
{
    if (ignore == SubmoduleIgnore::All || ignore == SubmoduleIgnore::Dirty)
        return {};
    SubmoduleDirt dirt = readDirt(inside, depth, cancel).value_or(SubmoduleDirt());
    if (ignore == SubmoduleIgnore::Untracked)
        dirt.hasUntracked = false;
    return dirt;
}

Result<SubmoduleDirt> readDirt(const RepoLocation &inside, int depth, const CancelToken &cancel)
{
    const auto status = readStatus(inside, {.looksIntoSubmodules = false}, cancel);
    if (!status)
        return std::unexpected(status.error());
    const auto isNew = [](const StatusEntry &entry) { return entry.status == Diff::FileStatus::Untracked; };
    SubmoduleDirt dirt{.isChanged =
                           !status->staged.isEmpty() || !std::ranges::all_of(status->unstaged, isNew),
                       .hasUntracked = std::ranges::any_of(status->unstaged, isNew)};
    const auto opened = depth < kDeepestDirt ? openIndex(inside) : Result<OpenedIndex>();
    if (!opened || !opened->index)
        return dirt;
    for (const RecordedModule &module :
         recordedModules(opened->repository.get(), opened->index.get(), inside, cancel)) {
        const auto below = locateSubmodule(inside, module.path);
        if (cancel.isCancelled())
            return failCancelled();
        if (!below)
            continue;
        const SubmoduleDirt found = countedDirt(*below, module.ignore, depth + 1, cancel);
        dirt.isChanged |= found.isChanged;
        dirt.hasUntracked |= found.hasUntracked;
    }
    return dirt;
}

} // namespace

SubmoduleIgnores SubmoduleIgnores::read(git_repository *repository, git_index *index,
                                        const RepoLocation &where, const CancelToken &cancel)
{
    SubmoduleIgnores ignores;
    const auto config = readConfiguration(repository);
    if (config)
        ignores.m_usual =
            configuredIgnore(config->get(), "diff.ignoreSubmodules").value_or(SubmoduleIgnore::None);
    const auto entries = isUnmerged(index, ".gitmodules")
                             ? QHash<QByteArray, GitmodulesEntry>()
                             : readGitmodules(where, cancel).value_or(QHash<QByteArray, GitmodulesEntry>());
    for (const auto &[path, entry] : entries.asKeyValueRange()) {
        auto ignore = config && !entry.name.isEmpty()
                          ? configuredIgnore(config->get(), "submodule." + entry.name + ".ignore")
                          : std::nullopt;
        if (!ignore)
            ignore = parseSubmoduleIgnore(entry.ignore);
        if (ignore)
            ignores.m_byPath.insert(path, *ignore);
    }
    return ignores;
}

Result<SubmoduleDirt> readSubmoduleDirt(const RepoLocation &inside, const CancelToken &cancel)
{
    return readDirt(inside, 0, cancel);
}

Result<QList<QByteArray>> findChangedSubmodules(git_repository *repository, git_index *index,
                                                const RepoLocation &where,
                                                std::optional<SubmoduleIgnore> ignore, bool looksInside,
                                                const CancelToken &cancel)
{
    QList<QByteArray> found;
    for (const RecordedModule &module : recordedModules(repository, index, where, cancel)) {
        const SubmoduleIgnore counted = ignore.value_or(module.ignore);
        const auto inside = counted == SubmoduleIgnore::All
                                ? Result<RepoLocation>(fail(ErrorKind::NotFound, {}))
                                : locateSubmodule(where, module.path);
        if (cancel.isCancelled())
            return failCancelled();
        if (!inside)
            continue;
        const ObjectId head = readSubmoduleHead(*inside).commit;
        SubmoduleDirt dirt{.isChanged = !head.isNull() && head != module.commit};
        if (!dirt.isChanged && looksInside)
            dirt = countedDirt(*inside, counted, 0, cancel);
        if (dirt.isChanged || dirt.hasUntracked)
            found += module.path;
    }
    return cancel.isCancelled() ? Result<QList<QByteArray>>(failCancelled()) : found;
}

} // namespace Git
