// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/scan/statusscope.h"

#include "git/compare.h"
#include "git/filemodes.h"
#include "git/scan/partialindex.h"
#include "git/scan/stagedscan.h"
#include "git/scan/worktreescan.h"

#include <git2/sys/repository.h>

#include <algorithm>

namespace Git {

namespace {

constexpr qsizetype kMostMatches = 4'000'000; ///< of folders with paths, each with each
constexpr qsizetype kMostUntracked = 5000;    ///< beyond which to name them all costs more than it saves

/// libgit2 matches folders and submodules, but no files, with patterns that it makes of the paths.
bool isPlainPattern(const QByteArray &path)
{
    return std::ranges::none_of(path, [](char c) {
        return static_cast<uchar>(c) <= ' ' || c == '*' || c == '?' || c == '[' || c == '\\' || c == '!' ||
               c == '#';
    });
}

/// False: in these paths libgit2 could see patterns, or would match for too long.
bool areUsable(const QList<QByteArray> &paths, const QList<QByteArray> &submodules)
{
    qsizetype folders = submodules.size();
    for (const QByteArray &path : paths) {
        if (path.startsWith('!'))
            return false; // that all others are meant
        const bool isFolder = path.endsWith('/');
        folders += isFolder ? 1 : 0;
        if (isFolder && !isPlainPattern(path))
            return false;
    }
    return folders * paths.size() <= kMostMatches && std::ranges::all_of(submodules, isPlainPattern);
}

/// Puts together what was found.
class ScopeBuilder
{
public:
    explicit ScopeBuilder(const IndexFile &file)
        : m_file(file)
        , m_entries(file.entries())
        , m_isTaken(m_entries.size(), false)
    {}

    std::optional<StatusScope> build(std::optional<StagedScan> staged, WorkTreeScan files)
    {
        StatusScope scope;
        takeSpecial();
        if (staged) {
            take(staged->entries);
            m_submodules += staged->submodules;
            scope.staged = std::move(staged->paths);
        } else {
            std::ranges::fill(m_isTaken, true);
        }
        take(files.entries);
        take(files.beside);
        note(files.modified, Diff::FileStatus::Modified, files, &scope);
        note(files.deleted, Diff::FileStatus::Deleted, files, &scope);
        scope.unstaged = unstagedPaths(files);
        if (!areUsable(*scope.unstaged, m_submodules) ||
            (scope.staged && !areUsable(*scope.staged, m_submodules)))
            return std::nullopt;
        scope.index = makePartialIndex(m_file, m_isTaken);
        return scope.index ? std::optional(std::move(scope)) : std::nullopt;
    }

private:
    // What matters wherever the changes are.
    void takeSpecial()
    {
        for (size_t at = 0; at < m_entries.size(); ++at) {
            m_isTaken[at] = isAlwaysLookedAt(m_entries[at]);
            if (m_entries[at].mode == kSubmoduleMode)
                m_submodules += m_entries[at].path;
        }
    }

    void take(const std::vector<size_t> &entries)
    {
        for (const size_t at : entries)
            m_isTaken[at] = true;
    }

    // But those that libgit2 finds, too, as they are among the paths.
    void note(const std::vector<size_t> &entries, Diff::FileStatus status, const WorkTreeScan &files,
              StatusScope *scope) const
    {
        for (const size_t at : entries) {
            if (!std::ranges::binary_search(files.beside, at))
                scope->changed.append({.path = m_entries[at].path, .status = status});
        }
    }

    QList<QByteArray> unstagedPaths(const WorkTreeScan &files) const
    {
        QList<QByteArray> paths = files.untracked;
        for (const size_t at : files.entries)
            paths += m_entries[at].path;
        if (paths.isEmpty())
            return paths;
        for (const size_t at : files.beside)
            paths += m_entries[at].path;
        return paths;
    }

    const IndexFile &m_file;
    std::span<const git_index_entry> m_entries;
    std::vector<bool> m_isTaken;
    QList<QByteArray> m_submodules;
};

bool isTooMuch(const WorkTreeScan &files, const IndexFile &file)
{
    return files.untracked.size() > kMostUntracked &&
           files.untracked.size() > qsizetype(file.entries().size());
}

/// Nothing where what is cheap does not do.
Result<std::optional<StatusScope>> tryScope(git_repository *repository, const RepoLocation &where,
                                            const CancelToken &cancel)
{
    using Found = std::optional<StatusScope>;
    const auto file = IndexFile::read(where, cancel);
    if (!file || !file->isPlain() || !heedsCase(repository))
        return Found();
    auto files = scanWorkTree(where.workTree, *file, cancel);
    if (!files)
        return std::unexpected(files.error());
    const auto head = readHeadTree(repository);
    if (!*files || !head || isTooMuch(**files, *file))
        return Found();
    std::optional<StagedScan> staged;
    if (*head)
        staged = scanStaged(repository, head->get(), *file);
    if (*head && !staged)
        return Found();
    return ScopeBuilder(*file).build(std::move(staged), std::move(**files));
}

} // namespace

Result<StatusScope> findStatusScope(git_repository *repository, const RepoLocation &where,
                                    const CancelToken &cancel)
{
    auto found = tryScope(repository, where, cancel);
    if (!found)
        return std::unexpected(found.error());
    if (*found && git_repository_set_index(repository, (*found)->index.get()) >= 0)
        return std::move(**found);
    auto index = openIndex(repository, where);
    if (!index)
        return std::unexpected(index.error());
    return StatusScope{.index = *std::move(index), .staged = {}, .unstaged = {}, .changed = {}};
}

} // namespace Git
