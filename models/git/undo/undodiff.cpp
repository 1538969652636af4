// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo/undodiff.h"

#include "diff/reversed.h"
#include "git/diff.h"
#include "git/log.h"
#include "git/undorecord.h"

namespace Git {

namespace {

using Files = QList<Diff::FileDiff>;

/// The files that a record holds; what is there now is the old side.
Result<Files> readHeldFiles(const RepoLocation &where, const UndoRecord &record, const CancelToken &cancel)
{
    if (record.paths.isEmpty() || where.isBare())
        return Files();
    auto files = readDiff(where,
                          {.sides = DiffSides::CommitToWorkTree,
                           .commit = record.commit,
                           .oldCommit = {},
                           .paths = record.paths,
                           .findsRenames = false},
                          cancel);
    if (!files)
        return files;
    for (Diff::FileDiff &file : *files)
        file = Diff::reversed(std::move(file));
    return files;
}

/// The stash keeps untracked files in a third parent.
Result<Files> readStashed(const RepoLocation &where, const ObjectId &stash, const CancelToken &cancel)
{
    const auto details = readCommit(where, stash);
    auto files =
        details
            ? readDiff(where,
                       {.sides = DiffSides::CommitToParent, .commit = stash, .oldCommit = {}, .paths = {}},
                       cancel)
            : std::unexpected(details.error());
    const ObjectId untracked = details ? details->commit.parents.value(2) : ObjectId();
    if (!files || untracked.isNull())
        return files;
    auto more = readDiff(
        where, {.sides = DiffSides::CommitToParent, .commit = untracked, .oldCommit = {}, .paths = {}},
        cancel);
    if (!more)
        return more;
    files->append(*std::move(more));
    return files;
}

Result<Files> readCommits(const RepoLocation &where, const MovedRef &ref, const CancelToken &cancel)
{
    const bool isKnown = !ref.after.isNull();
    return readDiff(where,
                    {.sides = isKnown ? DiffSides::CommitToCommit : DiffSides::CommitToParent,
                     .commit = ref.before,
                     .oldCommit = ref.after,
                     .paths = {}},
                    cancel);
}

} // namespace

Result<QList<Diff::FileDiff>> readUndoDiff(const RepoLocation &where, const UndoRecord &record,
                                           const CancelToken &cancel)
{
    const auto content = readUndoContent(where, record.commit);
    if (!content)
        return std::unexpected(content.error());
    if (content->action == UndoAction::DropStash)
        return readStashed(where, content->refs.first().before, cancel);
    if (content->action == UndoAction::DeleteTag || content->action == UndoAction::IgnoreHere)
        return QList<Diff::FileDiff>(); // its commit is where it was, or the list is not in the work tree
    auto files = readHeldFiles(where, record, cancel);
    const bool hasMoved =
        !content->refs.isEmpty() && content->refs.first().before != content->refs.first().after;
    if (!files || !hasMoved)
        return files;
    auto more = readCommits(where, content->refs.first(), cancel);
    if (!more)
        return more;
    const QSet<QByteArray> held(record.paths.begin(), record.paths.end());
    more->removeIf([&](const Diff::FileDiff &file) { return held.contains(file.path()); });
    files->append(*std::move(more));
    return files;
}

} // namespace Git
