// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/compare.h"

#include "git/filemodes.h"
#include "git/linked/submoduleignore.h"
#include "git/linked/submodules.h"
#include "git/text.h"

namespace Git {

namespace {

constexpr size_t kMostRenamePairs = 250'000;

int stopWhenCancelled(const git_diff *, const char *, const char *, void *token)
{
    return static_cast<const CancelToken *>(token)->isCancelled() ? GIT_EUSER : 0;
}

} // namespace

Result<TreeHandle> readHeadTree(git_repository *repository)
{
    git_object *raw = nullptr;
    git_reference *head = nullptr;
    int code = git_repository_head(&head, repository);
    const ReferenceHandle reference(head);
    if (code == GIT_EUNBORNBRANCH)
        return TreeHandle();
    if (code == 0)
        code = git_reference_peel(&raw, head, GIT_OBJECT_TREE);
    if (code < 0)
        return std::unexpected(lastError(code, Text::tr("HEAD cannot be read.")));
    return TreeHandle(reinterpret_cast<git_tree *>(raw));
}

git_diff_options Comparison::options()
{
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_DISABLE_PATHSPEC_MATCH | GIT_DIFF_INCLUDE_TYPECHANGE | GIT_DIFF_INDENT_HEURISTIC;
    if (ignoresWhitespace)
        options.flags |= GIT_DIFF_IGNORE_WHITESPACE;
    options.context_lines = static_cast<uint32_t>(std::max(contextLines, 0));
    options.max_size = largestFile;
    // What is configured is for Git's own order of settings, see passOverSubmodules().
    options.ignore_submodules = leavesSubmodulesOut ? GIT_SUBMODULE_IGNORE_ALL : GIT_SUBMODULE_IGNORE_NONE;
    options.progress_cb = stopWhenCancelled;
    options.payload = &m_cancel;
    m_rawPaths.clear();
    for (QByteArray &path : paths)
        m_rawPaths.push_back(path.data());
    options.pathspec = {m_rawPaths.data(), m_rawPaths.size()};
    return options;
}

Error Comparison::failure(int code) const
{
    if (m_cancel.isCancelled())
        return failCancelled().error();
    return lastError(code, Text::tr("The differences cannot be read."));
}

template<class Open> Result<void> Comparison::run(unsigned flags, Open &&open)
{
    git_diff_options wanted = options();
    wanted.flags |= flags;
    git_diff *raw = nullptr;
    int code = open(&raw, &wanted);
    if (const git_error *error = code < 0 ? git_error_last() : nullptr;
        error && error->klass == GIT_ERROR_SUBMODULE) { // its settings, which Git takes less seriously
        wanted.ignore_submodules = GIT_SUBMODULE_IGNORE_ALL;
        code = open(&raw, &wanted);
    }
    m_diff.reset(raw);
    if (code < 0)
        return std::unexpected(failure(code));
    return {};
}

Result<void> Comparison::trees(git_tree *older, git_tree *newer)
{
    return run(0, [&](git_diff **out, const git_diff_options *wanted) {
        return git_diff_tree_to_tree(out, m_repository, older, newer, wanted);
    });
}

Result<void> Comparison::headToIndex()
{
    const auto tree = readHeadTree(m_repository);
    if (!tree)
        return std::unexpected(tree.error());
    if (const auto done = takeIndex(); !done)
        return done;
    m_isStaged = true;
    return run(0, [&](git_diff **out, const git_diff_options *wanted) {
        return git_diff_tree_to_index(out, m_repository, tree->get(), index(), wanted);
    });
}

Result<void> Comparison::indexToWorkTree()
{
    if (const auto done = takeIndex(); !done)
        return done;
    unsigned flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_INCLUDE_UNREADABLE_AS_UNTRACKED;
    if (expandsUntrackedFolders)
        flags |= GIT_DIFF_RECURSE_UNTRACKED_DIRS;
    if (showsUntrackedContent)
        flags |= GIT_DIFF_SHOW_UNTRACKED_CONTENT;
    const auto done = run(flags, [&](git_diff **out, const git_diff_options *wanted) {
        return git_diff_index_to_workdir(out, m_repository, index(), wanted);
    });
    if (done)
        passOverSubmodules();
    return done;
}

void Comparison::passOverSubmodules()
{
    std::optional<SubmoduleIgnores> ignores;
    for (size_t at = 0; at < git_diff_num_deltas(m_diff.get()); ++at) {
        const git_diff_delta *delta = git_diff_get_delta(m_diff.get(), at);
        if (delta->old_file.mode != kSubmoduleMode)
            continue;
        if (!ignores)
            ignores = SubmoduleIgnores::read(m_repository, index(), m_where, m_cancel);
        const QByteArray path = delta->old_file.path;
        const SubmoduleIgnore ignore = ignoresSubmodules.value_or(ignores->of(path));
        const bool hasOnlyDirt = delta->new_file.mode == kSubmoduleMode &&
                                 git_oid_equal(&delta->old_file.id, &delta->new_file.id) != 0;
        bool isPassedOver = ignore == SubmoduleIgnore::All;
        if (hasOnlyDirt && ignore == SubmoduleIgnore::Dirty)
            isPassedOver = true;
        if (hasOnlyDirt && ignore == SubmoduleIgnore::Untracked) {
            const auto inside = locateSubmodule(m_where, path);
            const auto dirt = inside ? readSubmoduleDirt(*inside, m_cancel) : std::unexpected(inside.error());
            isPassedOver = dirt && !dirt->isChanged;
        }
        if (isPassedOver)
            m_passedOver.insert(path);
    }
}

// Staged and other changes on top of each other: as git_diff_tree_to_workdir_with_index(), with our index.
Result<void> Comparison::treeToWorkTree(git_tree *older)
{
    if (const auto done = takeIndex(); !done)
        return done;
    const auto staged = run(0, [&](git_diff **out, const git_diff_options *wanted) {
        return git_diff_tree_to_index(out, m_repository, older, index(), wanted);
    });
    if (!staged)
        return staged;
    DiffHandle both = std::move(m_diff);
    const auto files = run(0, [&](git_diff **out, const git_diff_options *wanted) {
        return git_diff_index_to_workdir(out, m_repository, index(), wanted);
    });
    if (!files)
        return files;
    if (const int code = git_diff_merge(both.get(), m_diff.get()); code < 0)
        return std::unexpected(failure(code));
    m_diff = std::move(both);
    return {};
}

Result<void> Comparison::takeIndex()
{
    if (m_given)
        return {};
    auto index = openIndex(m_repository, m_where);
    if (!index)
        return std::unexpected(index.error());
    m_index = *std::move(index);
    return {};
}

bool Comparison::isChange(const git_diff_delta &delta) const
{
    if (delta.status == GIT_DELTA_UNMODIFIED || delta.status == GIT_DELTA_IGNORED)
        return false;
    if (!m_passedOver.isEmpty() && m_passedOver.contains(delta.old_file.path))
        return false;
    if (delta.status != GIT_DELTA_DELETED || !index())
        return true;
    const git_index_entry *entry = git_index_get_bypath(index(), delta.old_file.path, 0);
    return !entry || (entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) == 0;
}

void Comparison::findRenames()
{
    const size_t added = countOf(GIT_DELTA_ADDED), deleted = countOf(GIT_DELTA_DELETED);
    const size_t changedTypes = countOf(GIT_DELTA_TYPECHANGE);
    if (added == 0 || deleted == 0)
        return;
    git_diff_find_options options = GIT_DIFF_FIND_OPTIONS_INIT;
    options.flags = GIT_DIFF_FIND_RENAMES;
    if (added * deleted > kMostRenamePairs)
        options.flags |= GIT_DIFF_FIND_EXACT_MATCH_ONLY;
    if (git_diff_find_similar(m_diff.get(), &options) < 0) { // an object of a partial clone is missing
        options.flags |= GIT_DIFF_FIND_EXACT_MATCH_ONLY;
        git_diff_find_similar(m_diff.get(), &options);
    }
    // One path would be there twice, as deleted and as the new name of another file. Git does not do that.
    if (m_isStaged && countOf(GIT_DELTA_TYPECHANGE) < changedTypes) {
        DiffHandle found = std::move(m_diff);
        if (!headToIndex())
            m_diff = std::move(found);
    }
}

Diff::FileStatus statusOf(git_delta_t status)
{
    using enum Diff::FileStatus;
    switch (status) {
    case GIT_DELTA_UNMODIFIED:
    case GIT_DELTA_IGNORED:
        return Unmodified;
    case GIT_DELTA_ADDED:
        return Added;
    case GIT_DELTA_DELETED:
        return Deleted;
    case GIT_DELTA_MODIFIED:
        return Modified;
    case GIT_DELTA_RENAMED:
        return Renamed;
    case GIT_DELTA_COPIED:
        return Copied;
    case GIT_DELTA_TYPECHANGE:
        return TypeChanged;
    case GIT_DELTA_CONFLICTED:
        return Conflicted;
    case GIT_DELTA_UNTRACKED:
    case GIT_DELTA_UNREADABLE:
        break;
    }
    return Untracked;
}

} // namespace Git
