// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/log.h"

#include "git/commitparse.h"
#include "git/repository.h"
#include "git/treedepth.h"

#include <QSet>

namespace Git {

namespace {

struct DiffSide
{
    const git_tree_entry *entry = nullptr;
    bool isTree() const { return entry && git_tree_entry_type(entry) == GIT_OBJECT_TREE; }
    bool isFile() const { return entry && !isTree(); }
    ObjectId id() const { return entry ? toId(git_tree_entry_id(entry)) : ObjectId(); }
    bool operator==(const DiffSide &other) const
    {
        return entry && other.entry &&
               git_oid_equal(git_tree_entry_id(entry), git_tree_entry_id(other.entry)) &&
               git_tree_entry_filemode_raw(entry) == git_tree_entry_filemode_raw(other.entry);
    }
};

// Compares two trees, going down only where ids differ and a wanted folder may lie.
class TreeComparison
{
public:
    TreeComparison(git_repository *repository, const QList<QByteArray> &folders)
        : m_repository(repository)
        , m_folders(folders)
    {}

    Result<QList<FileChange>> compare(const ObjectId &older, const ObjectId &newer)
    {
        m_files.clear();
        if (auto done = descend(older, newer, {}, 0); !done)
            return std::unexpected(done.error());
        std::ranges::sort(m_files, {}, &FileChange::path);
        return std::move(m_files);
    }

private:
    Result<void> descend(const ObjectId &older, const ObjectId &newer, const QByteArray &prefix, int depth)
    {
        if (older == newer || depth > kDeepestTree)
            return {};
        const auto a = older.isNull() ? TreeHandle() : openTree(m_repository, older);
        const auto b = newer.isNull() ? TreeHandle() : openTree(m_repository, newer);
        if (!a || !b)
            return std::unexpected(a ? b.error() : a.error());
        const auto count = [](const TreeHandle &tree) { return tree ? git_tree_entrycount(tree.get()) : 0; };
        for (size_t at = 0; at < count(*a); ++at) {
            const git_tree_entry *entry = git_tree_entry_byindex(a->get(), at);
            const git_tree_entry *other =
                *b ? git_tree_entry_byname(b->get(), git_tree_entry_name(entry)) : nullptr;
            if (auto done = pair({entry}, {other}, prefix + git_tree_entry_name(entry), depth); !done)
                return done;
        }
        for (size_t at = 0; at < count(*b); ++at) {
            const git_tree_entry *entry = git_tree_entry_byindex(b->get(), at);
            if (*a && git_tree_entry_byname(a->get(), git_tree_entry_name(entry)))
                continue;
            if (auto done = pair({}, {entry}, prefix + git_tree_entry_name(entry), depth); !done)
                return done;
        }
        return {};
    }

    Result<void> pair(const DiffSide &older, const DiffSide &newer, const QByteArray &path, int depth)
    {
        if (older == newer || !mayMatter(path))
            return {};
        if (older.isTree() || newer.isTree()) {
            const ObjectId from = older.isTree() ? older.id() : ObjectId();
            const ObjectId to = newer.isTree() ? newer.id() : ObjectId();
            if (auto done = descend(from, to, path + '/', depth + 1); !done)
                return done;
        }
        if ((older.isFile() || newer.isFile()) && isWanted(path))
            add(older.isFile() ? older : DiffSide(), newer.isFile() ? newer : DiffSide(), path);
        return {};
    }

    void add(const DiffSide &older, const DiffSide &newer, const QByteArray &path)
    {
        using enum Diff::FileStatus;
        const auto isLink = [](const DiffSide &side) {
            return git_tree_entry_filemode(side.entry) & 0020000;
        };
        Diff::FileStatus status = !older.entry ? Added : !newer.entry ? Deleted : Modified;
        if (status == Modified && isLink(older) != isLink(newer))
            status = TypeChanged;
        m_files.append({.path = path, .status = status, .oldId = older.id(), .newId = newer.id()});
    }

    static bool isBelow(QByteArrayView path, QByteArrayView folder)
    {
        return path == folder || (path.startsWith(folder) && path[folder.size()] == '/');
    }

    bool isWanted(const QByteArray &path) const
    {
        return m_folders.isEmpty() || std::ranges::any_of(m_folders, [&](const QByteArray &folder) {
                   return isBelow(path, folder);
               });
    }

    bool mayMatter(const QByteArray &path) const
    {
        return isWanted(path) || std::ranges::any_of(m_folders, [&](const QByteArray &folder) {
                   return isBelow(folder, path);
               });
    }

    git_repository *m_repository;
    const QList<QByteArray> &m_folders;
    QList<FileChange> m_files;
};

Result<Commit> readOne(git_odb *database, CommitParser &parser, const ObjectId &id)
{
    const auto object = readObject(database, id, GIT_OBJECT_COMMIT);
    if (!object)
        return std::unexpected(objectError(object.error(), id));
    auto commit = parser.parse(id, {static_cast<const char *>(git_odb_object_data(object->get())),
                                    static_cast<qsizetype>(git_odb_object_size(object->get()))});
    if (!commit)
        return std::unexpected(objectError(ObjectProblem::Damaged, id));
    return *std::move(commit);
}

} // namespace

Result<void> walkChanges(const RepoLocation &where, const ChangesQuery &query,
                         const std::function<void(CommitChanges)> &sink, const CancelToken &cancel)
{
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    const QSet<ObjectId> shallow = readShallowCommits(where);
    TreeComparison trees(opened->repository.get(), query.folders);
    CommitParser parser;
    auto commit = readOne(opened->database.get(), parser, query.tip);
    for (int visited = 0; commit && commit->id != query.stopAt; ++visited) {
        if (cancel.isCancelled())
            return failCancelled();
        if (shallow.contains(commit->id) || (query.limit > 0 && visited >= query.limit))
            return {}; // what a commit at the edge of a shallow clone changed is not known
        const bool isRoot = commit->parents.isEmpty();
        auto parent = isRoot ? Result<Commit>(Commit())
                             : readOne(opened->database.get(), parser, commit->parents.first());
        if (!parent)
            return std::unexpected(parent.error());
        auto files = trees.compare(parent->tree, commit->tree);
        if (!files)
            return std::unexpected(files.error());
        if (!files->isEmpty())
            sink({*std::move(commit), *std::move(files)});
        if (isRoot)
            return {};
        commit = std::move(parent);
    }
    if (!commit)
        return std::unexpected(commit.error());
    return {};
}

} // namespace Git
