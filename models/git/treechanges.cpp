// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/treechanges.h"

#include "git/commitoverrides.h"
#include "git/treedepth.h"

#include <algorithm>

namespace Git {

namespace {

constexpr qsizetype kBatch = 1000;
/// One side of a folder: its entries in Git's order, in which a folder's name ends with '/'.
class Entries
{
public:
    explicit Entries(git_tree *tree)
        : m_tree(tree)
        , m_count(tree ? git_tree_entrycount(tree) : 0)
    {}

    bool isAtEnd() const { return m_at >= m_count; }
    void step() { ++m_at; }
    const git_tree_entry *entry() const { return git_tree_entry_byindex(m_tree, m_at); }
    bool isFolder() const { return git_tree_entry_type(entry()) == GIT_OBJECT_TREE; }
    QByteArray key() const
    {
        const QByteArray name(git_tree_entry_name(entry()));
        return isFolder() ? name + '/' : name;
    }

private:
    git_tree *m_tree;
    size_t m_at = 0, m_count;
};

class Walk
{
public:
    Walk(git_repository *repository, const ChangesSink &sink, const CancelToken &cancel)
        : m_repository(repository)
        , m_sink(sink)
        , m_cancel(cancel)
    {}

    Result<void> descend(git_tree *older, git_tree *newer, const QByteArray &prefix, int depth)
    {
        Entries a(older), b(newer);
        while (!a.isAtEnd() || !b.isAtEnd()) {
            if (m_cancel.isCancelled())
                return failCancelled();
            const QByteArray left = a.isAtEnd() ? QByteArray() : a.key();
            const QByteArray right = b.isAtEnd() ? QByteArray() : b.key();
            const bool takesLeft = right.isEmpty() || (!left.isEmpty() && left <= right);
            const bool takesRight = left.isEmpty() || (!right.isEmpty() && right <= left);
            const git_tree_entry *from = takesLeft ? a.entry() : nullptr;
            const git_tree_entry *to = takesRight ? b.entry() : nullptr;
            if (auto done = pair(from, to, prefix + (takesLeft ? left : right), depth); !done)
                return done;
            if (takesLeft)
                a.step();
            if (takesRight)
                b.step();
        }
        return {};
    }

    qsizetype finish()
    {
        if (!m_batch.isEmpty())
            m_sink(std::exchange(m_batch, {}));
        return m_count;
    }

private:
    // Either may be null; both are folders or neither is.
    Result<void> pair(const git_tree_entry *from, const git_tree_entry *to, const QByteArray &path, int depth)
    {
        if (from && to && git_oid_equal(git_tree_entry_id(from), git_tree_entry_id(to)) &&
            git_tree_entry_filemode_raw(from) == git_tree_entry_filemode_raw(to))
            return {};
        if (!path.endsWith('/')) {
            add(from, to, path);
            return {};
        }
        if (depth > kDeepestTree)
            return {};
        const auto older = from ? openTree(m_repository, toId(git_tree_entry_id(from))) : TreeHandle();
        const auto newer = to ? openTree(m_repository, toId(git_tree_entry_id(to))) : TreeHandle();
        if (!older || !newer)
            return std::unexpected(older ? newer.error() : older.error());
        return descend(older->get(), newer->get(), path, depth + 1);
    }

    void add(const git_tree_entry *from, const git_tree_entry *to, const QByteArray &path)
    {
        using enum Diff::FileStatus;
        const auto kind = [](const git_tree_entry *entry) {
            return git_tree_entry_filemode_raw(entry) >> 12;
        };
        FileChange change{.path = path, .status = !from ? Added : !to ? Deleted : Modified};
        if (from && to && kind(from) != kind(to))
            change.status = TypeChanged;
        change.oldId = from ? toId(git_tree_entry_id(from)) : ObjectId();
        change.newId = to ? toId(git_tree_entry_id(to)) : ObjectId();
        m_batch += std::move(change);
        ++m_count;
        if (m_batch.size() >= kBatch)
            m_sink(std::exchange(m_batch, {}));
    }

    git_repository *m_repository;
    const ChangesSink &m_sink;
    CancelToken m_cancel;
    QList<FileChange> m_batch;
    qsizetype m_count = 0;
};

Result<TreeHandle> olderTree(const OpenedObjects &opened, const CommitOverrides &overrides,
                             const DiffRequest &request)
{
    if (request.sides == DiffSides::CommitToCommit)
        return openShownTree(opened, overrides, request.oldCommit);
    const auto details = readShownCommit(opened, overrides, request.commit);
    if (!details)
        return std::unexpected(details.error());
    if (details->commit.parents.isEmpty())
        return TreeHandle();
    return openShownTree(opened, overrides, details->commit.parents.first());
}

} // namespace

Result<qsizetype> readChangedPaths(const RepoLocation &where, const DiffRequest &request,
                                   const ChangesSink &sink, const CancelToken &cancel)
{
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    const auto overrides = CommitOverrides::read(where, opened->repository.get(), cancel);
    const auto newer = openShownTree(*opened, overrides, request.commit);
    const auto older = olderTree(*opened, overrides, request);
    if (!newer || !older)
        return std::unexpected(newer ? older.error() : newer.error());
    Walk walk(opened->repository.get(), sink, cancel);
    if (auto done = walk.descend(older->get(), newer->get(), {}, 0); !done)
        return std::unexpected(done.error());
    return walk.finish();
}

} // namespace Git
