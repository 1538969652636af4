// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/diff.h"

#include "base/text.h"
#include "git/commitparse.h"
#include "git/compare.h"
#include "git/patchread.h"
#include "git/tree.h"

#include <QCoreApplication>

namespace Git {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Git)
};

using Diff::FileDiff;
using Diff::FileStatus;
using Diff::Omission;

bool isWanted(const git_diff_delta &delta, const QList<QByteArray> &paths)
{
    const auto isAt = [&](const QByteArray &wanted) {
        const QByteArrayView older(delta.old_file.path), newer(delta.new_file.path);
        return older == wanted || newer == wanted ||
               (wanted.endsWith('/') && (older.startsWith(wanted) || newer.startsWith(wanted)));
    };
    return paths.isEmpty() || std::ranges::any_of(paths, isAt);
}

bool hasWorkTree(DiffSides sides)
{
    return sides == DiffSides::IndexToWorkTree || sides == DiffSides::CommitToWorkTree;
}

// A file that was changed, staged and put back differs from the index alone.
bool isAsBefore(const FileDiff &file, const DiffRequest &request)
{
    return request.sides == DiffSides::CommitToWorkTree && request.withLines && !request.ignoresWhitespace &&
           file.status == FileStatus::Modified && file.omission == Omission::None &&
           file.oldMode == file.newMode && file.hunks.isEmpty();
}

// Reads the files of one comparison; what a side is decides where its size and content come from.
class FileReader
{
public:
    FileReader(const RepoLocation &where, const DiffRequest &request, Comparison &comparison,
               git_odb *database)
        : m_where(where)
        , m_request(request)
        , m_comparison(comparison)
        , m_database(database)
        , m_readsWorkTree(hasWorkTree(request.sides))
    {}

    FileDiff read(size_t position)
    {
        const git_diff_delta *delta = git_diff_get_delta(m_comparison.diff(), position);
        FileDiff file = describe(*delta);
        if (delta->old_file.mode == GIT_FILEMODE_COMMIT || delta->new_file.mode == GIT_FILEMODE_COMMIT ||
            file.path().endsWith('/')) {
            file.omission = Omission::Submodule;
            return file;
        }
        takeSizes(*delta, file);
        if (file.omission == Omission::None && std::max(file.oldSize, file.newSize) > m_request.largestFile)
            file.omission = Omission::TooLarge;
        if (file.omission == Omission::None && m_request.withLines)
            takeContent(position, file);
        return file;
    }

private:
    FileDiff describe(const git_diff_delta &delta) const
    {
        FileDiff file{.status = statusOf(delta.status), .similarity = delta.similarity};
        const bool hasOld = file.status != FileStatus::Added && file.status != FileStatus::Untracked;
        const bool hasNew = file.status != FileStatus::Deleted;
        if (hasOld) {
            file.oldPath = delta.old_file.path;
            file.oldMode = delta.old_file.mode;
            file.oldId = idOf(delta.old_file);
        }
        if (hasNew) {
            file.newPath = delta.new_file.path;
            file.newMode = delta.new_file.mode;
            const bool isKnown = !m_readsWorkTree || delta.new_file.mode == GIT_FILEMODE_COMMIT;
            file.newId = isKnown ? idOf(delta.new_file) : QByteArray();
        }
        if (file.status != FileStatus::Renamed && file.status != FileStatus::Copied)
            file.similarity = 0;
        return file;
    }

    static QByteArray idOf(const git_diff_file &side)
    {
        return git_oid_is_zero(&side.id) ? QByteArray() : toId(&side.id).toHex();
    }

    void takeSizes(const git_diff_delta &delta, FileDiff &file)
    {
        if (!file.oldId.isEmpty())
            file.oldSize = blobSize(delta.old_file.id, file);
        if (!file.newId.isEmpty())
            file.newSize = blobSize(delta.new_file.id, file);
        else if (m_readsWorkTree && !file.newPath.isEmpty())
            file.newSize = workFileSize(m_where, file.newPath);
    }

    qint64 blobSize(const git_oid &id, FileDiff &file)
    {
        size_t size = 0;
        git_object_t kind = GIT_OBJECT_INVALID;
        const int code = git_odb_read_header(&size, &kind, m_database, &id);
        if (code < 0) {
            file.omission = code == GIT_ENOTFOUND ? Omission::Missing : Omission::Unreadable;
            file.omissionReason = lastError(code, {}).detail.toUtf8();
        }
        return static_cast<qint64>(size);
    }

    void takeContent(size_t position, FileDiff &file)
    {
        const auto patch = file.status == FileStatus::Conflicted ? conflictPatch(file) : plainPatch(position);
        if (!patch) {
            file.omission =
                patch.error().kind == ErrorKind::NotFound ? Omission::Missing : Omission::Unreadable;
            file.omissionReason = patch.error().detail.toUtf8();
            return;
        }
        if (!*patch)
            return;
        if ((git_patch_get_delta(patch->get())->flags & GIT_DIFF_FLAG_BINARY) != 0) {
            file.omission = Omission::Binary;
            return;
        }
        if (const auto taken = takeLines(patch->get(), file); !taken) {
            file.omission = Omission::Unreadable;
            file.omissionReason = taken.error().detail.toUtf8();
        }
    }

    Result<PatchHandle> plainPatch(size_t position)
    {
        return acquire<PatchHandle>(
            {}, [&](git_patch **out) { return git_patch_from_diff(out, m_comparison.diff(), position); });
    }

    // A conflicted path has no index entry to compare with: our side, or that of the commit, against what
    // stands in the work tree.
    Result<PatchHandle> conflictPatch(FileDiff &file)
    {
        const auto before = beforeConflict(file.path());
        if (!before)
            return std::unexpected(before.error());
        BlobHandle ours;
        if (*before) {
            auto blob = acquire<BlobHandle>({}, [&](git_blob **out) {
                return git_blob_lookup(out, m_comparison.repository(), &(*before)->id);
            });
            if (!blob)
                return std::unexpected(blob.error());
            ours = *std::move(blob);
            file.oldId = toId(&(*before)->id).toHex();
            file.oldMode = (*before)->mode;
        }
        auto content = m_readsWorkTree ? readWorkFile(m_where, file.path(), m_request.largestFile)
                                       : Result<QByteArray>(QByteArray());
        if (!content)
            return PatchHandle(); // deleted on our side
        m_conflictContent = std::move(*content);
        git_diff_options options = m_comparison.options();
        return acquire<PatchHandle>({}, [&](git_patch **out) {
            return git_patch_from_blob_and_buffer(
                out, ours.get(), file.path().constData(), m_conflictContent.constData(),
                static_cast<size_t>(m_conflictContent.size()), file.path().constData(), &options);
        });
    }

    struct Side
    {
        git_oid id;
        quint32 mode;
    };

    Result<std::optional<Side>> beforeConflict(const QByteArray &path) const
    {
        if (m_request.sides == DiffSides::CommitToWorkTree) {
            const auto tree = openCommitTree(m_comparison.repository(), m_request.commit);
            if (!tree)
                return std::unexpected(tree.error());
            git_tree_entry *raw = nullptr;
            if (git_tree_entry_bypath(&raw, tree->get(), path.constData()) < 0)
                return std::nullopt;
            const std::unique_ptr<git_tree_entry, Releaser<&git_tree_entry_free>> entry(raw);
            return Side{*git_tree_entry_id(raw), static_cast<quint32>(git_tree_entry_filemode(raw))};
        }
        const auto index = openIndex(m_comparison.repository(), m_where);
        if (!index)
            return std::unexpected(index.error());
        const git_index_entry *entry = git_index_get_bypath(index->get(), path.constData(), 2);
        return entry ? std::optional(Side{entry->id, entry->mode}) : std::nullopt;
    }

    const RepoLocation &m_where;
    const DiffRequest &m_request;
    Comparison &m_comparison;
    git_odb *m_database;
    bool m_readsWorkTree;
    QByteArray m_conflictContent; // a patch points into the buffer it was made from
};

Result<TreeHandle> parentTree(git_repository *repository, git_odb *database, const ObjectId &commit)
{
    const auto details = readParsedCommit(database, commit);
    if (!details)
        return std::unexpected(details.error());
    if (details->commit.parents.isEmpty())
        return TreeHandle();
    auto tree = openCommitTree(repository, details->commit.parents.first());
    if (!tree && tree.error().kind == ErrorKind::NotFound) {
        return fail(ErrorKind::NotFound,
                    Text::tr("What %1 changed is unknown: the commit before it is not in this clone.")
                        .arg(commit.abbreviated()),
                    {}, Text::tr("“git fetch --deepen=1” brings it."));
    }
    return tree;
}

Result<void> compareCommits(Comparison &comparison, git_odb *database, const DiffRequest &request)
{
    const auto newer = openCommitTree(comparison.repository(), request.commit);
    if (!newer)
        return std::unexpected(newer.error());
    const auto older = request.sides == DiffSides::CommitToParent
                           ? parentTree(comparison.repository(), database, request.commit)
                           : openCommitTree(comparison.repository(), request.oldCommit);
    if (!older)
        return std::unexpected(older.error());
    leaveOutUnreadableIndex(comparison.repository());
    return comparison.trees(older->get(), newer->get());
}

Result<void> compare(Comparison &comparison, git_odb *database, const DiffRequest &request)
{
    switch (request.sides) {
    case DiffSides::HeadToIndex:
        return comparison.headToIndex();
    case DiffSides::IndexToWorkTree:
        return comparison.indexToWorkTree();
    case DiffSides::CommitToWorkTree: {
        const auto older = openCommitTree(comparison.repository(), request.commit);
        return older ? comparison.treeToWorkTree(older->get()) : std::unexpected(older.error());
    }
    case DiffSides::CommitToParent:
    case DiffSides::CommitToCommit:
        break;
    }
    return compareCommits(comparison, database, request);
}

} // namespace

Result<QList<FileDiff>> readDiff(const RepoLocation &where, const DiffRequest &request,
                                 const CancelToken &cancel)
{
    if (hasWorkTree(request.sides) && where.isBare())
        return failBare();
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    Comparison comparison(opened->repository.get(), where, cancel);
    comparison.paths = request.paths;
    comparison.contextLines = request.contextLines;
    comparison.ignoresWhitespace = request.ignoresWhitespace;
    comparison.expandsUntrackedFolders = comparison.showsUntrackedContent = true;
    comparison.largestFile = request.largestFile;
    if (const auto done = compare(comparison, opened->database.get(), request); !done)
        return std::unexpected(done.error());
    if (request.findsRenames && request.sides != DiffSides::IndexToWorkTree)
        comparison.findRenames();

    FileReader reader(where, request, comparison, opened->database.get());
    QList<FileDiff> files;
    QSet<QByteArray> conflicts; // libgit2 reports one delta for each stage
    for (size_t at = 0; at < git_diff_num_deltas(comparison.diff()); ++at) {
        if (cancel.isCancelled())
            return failCancelled();
        const git_diff_delta *delta = git_diff_get_delta(comparison.diff(), at);
        if (!comparison.isChange(*delta) || !isWanted(*delta, request.paths))
            continue;
        if (delta->status == GIT_DELTA_CONFLICTED) {
            const auto before = conflicts.size();
            conflicts.insert(delta->new_file.path);
            if (conflicts.size() == before)
                continue;
        }
        if (FileDiff file = reader.read(at); !isAsBefore(file, request))
            files.append(std::move(file));
    }
    return files;
}

} // namespace Git
