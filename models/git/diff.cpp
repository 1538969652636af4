// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/diff.h"

#include "git/commitoverrides.h"
#include "git/filereader.h"
#include "git/scan/partialindex.h"
#include "git/text.h"

namespace Git {

namespace {

using Diff::FileDiff;
using Diff::FileStatus;

bool isWanted(const git_diff_delta &delta, const QList<QByteArray> &paths)
{
    const auto isAt = [&](const QByteArray &wanted) {
        const QByteArrayView older(delta.old_file.path), newer(delta.new_file.path);
        return older == wanted || newer == wanted ||
               (wanted.endsWith('/') && (older.startsWith(wanted) || newer.startsWith(wanted)));
    };
    return paths.isEmpty() || std::ranges::any_of(paths, isAt);
}

// A file that was changed, staged and put back differs from the index alone.
bool isAsBefore(const FileDiff &file, const DiffRequest &request)
{
    return request.sides == DiffSides::CommitToWorkTree && request.withLines && !request.ignoresWhitespace &&
           file.status == FileStatus::Modified && file.omission == Diff::Omission::None &&
           file.oldMode == file.newMode && file.hunks.isEmpty();
}

Result<TreeHandle> parentTree(const OpenedObjects &opened, const CommitOverrides &overrides,
                              const ObjectId &commit)
{
    const auto details = readShownCommit(opened, overrides, commit);
    if (!details)
        return std::unexpected(details.error());
    if (details->commit.parents.isEmpty())
        return TreeHandle();
    auto tree = openShownTree(opened, overrides, details->commit.parents.first());
    if (!tree && tree.error().kind == ErrorKind::NotFound) {
        return fail(ErrorKind::NotFound,
                    Text::tr("What %1 changed is unknown: the commit before it is not in this clone.")
                        .arg(commit.abbreviated()),
                    {}, Text::tr("“git fetch --deepen=1” brings it."));
    }
    return tree;
}

Result<void> compareCommits(Comparison &comparison, const OpenedObjects &opened,
                            const CommitOverrides &overrides, const DiffRequest &request)
{
    const auto newer = openShownTree(opened, overrides, request.commit);
    if (!newer)
        return std::unexpected(newer.error());
    const auto older = request.sides == DiffSides::CommitToParent
                           ? parentTree(opened, overrides, request.commit)
                           : openShownTree(opened, overrides, request.oldCommit);
    if (!older)
        return std::unexpected(older.error());
    return comparison.trees(older->get(), newer->get());
}

Result<void> compare(Comparison &comparison, const OpenedObjects &opened, const RepoLocation &where,
                     const DiffRequest &request, const CancelToken &cancel)
{
    switch (request.sides) {
    case DiffSides::HeadToIndex:
        return comparison.headToIndex();
    case DiffSides::IndexToWorkTree:
        return comparison.indexToWorkTree();
    case DiffSides::CommitToWorkTree:
    case DiffSides::CommitToParent:
    case DiffSides::CommitToCommit:
        break;
    }
    const auto overrides = CommitOverrides::read(where, opened.repository.get(), cancel);
    if (request.sides != DiffSides::CommitToWorkTree)
        return compareCommits(comparison, opened, overrides, request);
    const auto older = openShownTree(opened, overrides, request.commit);
    return older ? comparison.treeToWorkTree(older->get()) : std::unexpected(older.error());
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
    // libgit2 looks for the attributes of each file in the index, too, whatever is compared.
    const bool isOfFiles = hasWorkTree(request.sides) || request.sides == DiffSides::HeadToIndex;
    std::optional<PartialIndex> index;
    if (isOfFiles ? !request.paths.isEmpty() : request.withLines) {
        index.emplace(opened->repository.get(), where, isOfFiles ? request.paths : QList<QByteArray>(),
                      cancel);
        if (isOfFiles)
            comparison.useIndex(index->get());
        else if (!index->get())
            leaveOutUnreadableIndex(opened->repository.get());
    }
    if (const auto done = compare(comparison, *opened, where, request, cancel); !done)
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
