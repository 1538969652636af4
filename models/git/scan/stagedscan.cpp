// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/scan/stagedscan.h"

#include "git/scan/indexfile.h"
#include "git/treedepth.h"

#include <algorithm>

namespace Git {

namespace {

/// What the index knows of the tree that a folder of it makes.
struct CachedTree
{
    QByteArrayView name;
    qint64 entryCount = -1; ///< -1: something was changed since
    git_oid id = {};
    std::vector<CachedTree> folders;
};

/// Reads the extension TREE: per folder its name and a zero, the entries below and the folders in it as
/// numbers, and the id if it is known; then the folders.
class CachedTreeReader
{
public:
    explicit CachedTreeReader(QByteArrayView rest)
        : m_rest(rest)
    {}

    std::optional<CachedTree> next(int depth = 0)
    {
        const auto name = takeUntil('\0'), entries = takeUntil(' '), folders = takeUntil('\n');
        bool areNumbers[2] = {};
        CachedTree tree{.name = name.value_or(QByteArrayView()),
                        .entryCount = entries.value_or("").toLongLong(&areNumbers[0]),
                        .folders = {}};
        const auto count = folders.value_or("").toLongLong(&areNumbers[1]);
        if (!areNumbers[0] || !areNumbers[1] || count > m_rest.size() || depth > kDeepestTree)
            return std::nullopt;
        if (tree.entryCount >= 0 && !takeId(&tree.id))
            return std::nullopt;
        for (qint64 at = 0; at < count; ++at) {
            auto folder = next(depth + 1);
            if (!folder)
                return std::nullopt;
            tree.folders.push_back(*std::move(folder));
        }
        std::ranges::sort(tree.folders, {}, &CachedTree::name);
        return tree;
    }

private:
    std::optional<QByteArrayView> takeUntil(char end)
    {
        const qsizetype at = m_rest.indexOf(end);
        if (at < 0)
            return std::nullopt;
        const QByteArrayView taken = m_rest.first(at);
        m_rest = m_rest.sliced(at + 1);
        return taken;
    }

    bool takeId(git_oid *id)
    {
        if (m_rest.size() < GIT_OID_SHA1_SIZE)
            return false;
        std::memcpy(id->id, m_rest.data(), GIT_OID_SHA1_SIZE);
        m_rest = m_rest.sliced(GIT_OID_SHA1_SIZE);
        return true;
    }

    QByteArrayView m_rest;
};

/// The entries of one folder of the index.
struct EntryRange
{
    size_t at = 0, end = 0;
    qsizetype prefix = 0; ///< of their paths: the folder with '/' at its end
};

class TreeScan
{
public:
    TreeScan(git_repository *repository, std::span<const git_index_entry> entries)
        : m_repository(repository)
        , m_entries(entries)
    {}

    /// False: a tree cannot be read.
    bool compare(git_tree *tree, const CachedTree *known, const QByteArray &folder, EntryRange range)
    {
        const size_t count = git_tree_entrycount(tree);
        for (size_t child = 0; child < count || range.at < range.end;) {
            const git_tree_entry *entry = child < count ? git_tree_entry_byindex(tree, child) : nullptr;
            const bool hasStaged = range.at < range.end;
            const QByteArray name = entry ? keyOf(entry) : QByteArray();
            const QByteArrayView staged = hasStaged ? keyAt(range) : QByteArrayView();
            const bool isInTree = entry && (!hasStaged || name <= staged);
            const bool isStaged = hasStaged && (!entry || staged <= name);
            if (isInTree && isStaged && !compareBoth(entry, known, folder + name, &range))
                return false;
            if (isInTree && !isStaged) {
                m_found.paths.append(folder + name);
                noteSubmodule(entry, folder + name);
            }
            if (isStaged && !isInTree)
                addStaged(&range, staged);
            child += isInTree ? 1 : 0;
        }
        return true;
    }

    StagedScan take() { return std::move(m_found); }

private:
    static QByteArray keyOf(const git_tree_entry *entry)
    {
        const bool isTree = git_tree_entry_filemode_raw(entry) == GIT_FILEMODE_TREE;
        return QByteArray(git_tree_entry_name(entry)) + (isTree ? "/" : "");
    }

    // Trees and indexes put the name of a folder in order as if it ended so.
    QByteArrayView keyAt(const EntryRange &range) const
    {
        const QByteArrayView name(m_entries[range.at].path + range.prefix);
        const qsizetype slash = name.indexOf('/');
        return slash < 0 ? name : name.first(slash + 1);
    }

    size_t endOf(const EntryRange &range, QByteArrayView key) const
    {
        const auto begin = m_entries.begin() + qsizetype(range.at);
        const auto isInside = [&](const git_index_entry &entry) {
            const QByteArrayView name(entry.path + range.prefix);
            return key.endsWith('/') ? name.startsWith(key) : name == key;
        };
        return range.at +
               size_t(std::partition_point(begin, m_entries.begin() + qsizetype(range.end), isInside) -
                      begin);
    }

    bool compareBoth(const git_tree_entry *entry, const CachedTree *known, const QByteArray &path,
                     EntryRange *range)
    {
        const size_t end = endOf(*range, QByteArrayView(path).sliced(range->prefix));
        const size_t first = std::exchange(range->at, end);
        if (!path.endsWith('/')) {
            compareFile(entry, path, first, end);
            return true;
        }
        const CachedTree *below = folderOf(known, QByteArrayView(path).sliced(range->prefix).chopped(1));
        return compareFolder(git_tree_entry_id(entry), below, path, {first, end, path.size()});
    }

    void compareFile(const git_tree_entry *entry, const QByteArray &path, size_t first, size_t end)
    {
        const git_index_entry &staged = m_entries[first];
        const bool isSame = end == first + 1 && git_index_entry_stage(&staged) == 0 &&
                            (staged.flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) == 0 &&
                            staged.mode == quint32(git_tree_entry_filemode_raw(entry)) &&
                            git_oid_equal(&staged.id, git_tree_entry_id(entry));
        if (isSame)
            return;
        noteSubmodule(entry, path);
        for (size_t at = first; at < end; ++at)
            add(at);
    }

    void noteSubmodule(const git_tree_entry *entry, const QByteArray &path)
    {
        if (git_tree_entry_filemode(entry) == GIT_FILEMODE_COMMIT)
            m_found.submodules += path;
    }

    bool compareFolder(const git_oid *id, const CachedTree *known, const QByteArray &path, EntryRange range)
    {
        if (known && known->entryCount == qint64(range.end - range.at) && git_oid_equal(&known->id, id))
            return true;
        git_tree *raw = nullptr;
        const bool isRead = path.count('/') <= kDeepestTree && git_tree_lookup(&raw, m_repository, id) >= 0;
        const TreeHandle tree(raw);
        return isRead && compare(tree.get(), known, path, range);
    }

    static const CachedTree *folderOf(const CachedTree *known, QByteArrayView name)
    {
        if (!known)
            return nullptr;
        const auto found = std::ranges::lower_bound(known->folders, name, {}, &CachedTree::name);
        return found == known->folders.end() || found->name != name ? nullptr : &*found;
    }

    void addStaged(EntryRange *range, QByteArrayView key)
    {
        for (const size_t end = endOf(*range, key); range->at < end; ++range->at)
            add(range->at);
    }

    void add(size_t at)
    {
        m_found.entries.push_back(at);
        const bool isAnotherSide = at > 0 && std::strcmp(m_entries[at - 1].path, m_entries[at].path) == 0;
        if (!isAnotherSide)
            m_found.paths += m_entries[at].path;
    }

    git_repository *m_repository;
    std::span<const git_index_entry> m_entries;
    StagedScan m_found;
};

} // namespace

std::optional<StagedScan> scanStaged(git_repository *repository, git_tree *tree, const IndexFile &index)
{
    const auto known = CachedTreeReader(index.cachedTrees()).next();
    const size_t count = index.entries().size();
    if (known && known->entryCount == qint64(count) && git_oid_equal(&known->id, git_tree_id(tree)))
        return StagedScan();
    TreeScan scan(repository, index.entries());
    if (!scan.compare(tree, known ? &*known : nullptr, {}, {0, count, 0}))
        return std::nullopt;
    return scan.take();
}

} // namespace Git
