// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "git/actionfailure.h"
#include "git/filestate.h"
#include "git/refname.h"
#include "git/refs.h"
#include "git/stash/stashactions.h"
#include "git/stash/stashstore.h"
#include "git/text.h"
#include "git/tree.h"
#include "git/work/intheway.h"
#include "git/worktree.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

Result<StashEntry> findEntry(const Program &git, const ObjectId &commit, const CancelToken &cancel)
{
    const auto entries = readStashes(git.location(), cancel);
    if (!entries)
        return std::unexpected(entries.error());
    const auto entry = std::ranges::find(*entries, commit, &StashEntry::commit);
    if (entry == entries->end())
        return fail(ErrorKind::NotFound, Text::tr("This stash is not there any more."));
    if (entry->base.isNull() || entry->index.isNull())
        return fail(ErrorKind::NotFound, Text::tr("This stash is damaged: it cannot be read."));
    return *entry;
}

/// Untracked files that would be in the way. Git finds that out only after it has brought the rest.
Result<void> checkUntracked(const Program &git, const StashEntry &entry, const CancelToken &cancel)
{
    if (entry.untracked.isNull())
        return {};
    const auto files = readTree(git.location(), entry.untracked, cancel);
    const auto tree = WorkTree::open(git.location());
    if (!files || !tree)
        return std::unexpected(files ? tree.error() : files.error());
    QStringList inTheWay;
    for (const TreeFile &file : *files) {
        const auto present = tree->status(file.path);
        if (!present)
            return std::unexpected(present.error());
        if (present->has_value())
            inTheWay += displayPath(file.path);
    }
    if (inTheWay.isEmpty())
        return {};
    return fail(ErrorKind::Conflict,
                Text::tr("%n file(s) of the stash are there already, so nothing was done.", nullptr,
                         int(inTheWay.size())),
                inTheWay.join(u'\n'), Text::tr("Move them away first. They are listed below."));
}

/// Files that the entry tracks and the index does not: git would overwrite those that are ignored.
Result<void> checkStashedFiles(const Program &git, const StashEntry &entry, const CancelToken &cancel)
{
    return checkNothingInTheWay(git, readIncoming(git, entry.base, entry.commit, cancel), cancel);
}

/// Git brings untracked files even when it refuses the rest. They were not there before, see
/// checkUntracked(); those that somebody changed since stay.
void takeBackUntracked(const Program &git, const StashEntry &entry)
{
    const auto files = entry.untracked.isNull()
                           ? QList<TreeFile>()
                           : readTree(git.location(), entry.untracked, {}).value_or(QList<TreeFile>());
    const auto tree = WorkTree::open(git.location());
    QList<QByteArray> paths;
    for (const TreeFile &file : files)
        paths.append(file.path);
    if (paths.isEmpty() || !tree)
        return;
    const auto states = readFileStates(git, *tree, paths, Storing::IdsOnly, {});
    for (qsizetype at = 0; states && at < files.size(); ++at) {
        if (states->at(at).mode == 0 || states->at(at).id != files[at].id || !tree->remove(files[at].path))
            continue;
        for (qsizetype end = files[at].path.lastIndexOf('/'); end > 0;
             end = files[at].path.lastIndexOf('/', end - 1))
            tree->removeFolderIfEmpty(files[at].path.first(end));
    }
}

std::unexpected<Error> explainApply(Error error)
{
    const bool isIndex = error.detail.contains("onflicts in index"_L1);
    const bool isBusy = error.detail.contains("in the middle of a merge"_L1);
    auto failure = failAction(std::move(error), Text::tr("The stash could not be applied."));
    if (isIndex || isBusy)
        failure.error().kind = ErrorKind::Conflict;
    if (isIndex)
        failure.error().hint = Text::tr("What was staged does not fit here. Apply it without staging.");
    return failure;
}

Result<ProcessResult> runOnce(const Program &git, const QStringList &arguments, const CancelToken &cancel)
{
    return git.run({.arguments = arguments,
                    .timeout = {},
                    .kind = Program::Kind::Hooks,
                    .environment = {u"GIT_ADVICE=0"_s},
                    .runsToEnd = true},
                   cancel);
}

} // namespace

Result<StashApplied> stashApply(const Program &git, const ObjectId &commit, Restage restage,
                                const CancelToken &cancel)
{
    const auto entry = findEntry(git, commit, cancel);
    if (!entry)
        return std::unexpected(entry.error());
    const auto before = readConflictedPaths(git);
    if (!before)
        return std::unexpected(before.error());
    if (!before->isEmpty())
        return fail(ErrorKind::Conflict, Text::tr("There are conflicts already."), {},
                    Text::tr("Resolve them first."));
    if (const auto checked = checkUntracked(git, *entry, cancel); !checked)
        return std::unexpected(checked.error());
    if (const auto checked = checkStashedFiles(git, *entry, cancel); !checked)
        return std::unexpected(checked.error());
    QStringList arguments{u"stash"_s, u"apply"_s, u"--quiet"_s};
    if (restage == Restage::Yes)
        arguments << u"--index"_s;
    const auto result = runOnce(git, arguments << commit.text(), cancel);
    if (result)
        return StashApplied{};
    const auto conflicts = readConflictedPaths(git);
    if (!conflicts || conflicts->isEmpty()) {
        takeBackUntracked(git, *entry);
        return explainApply(result.error());
    }
    return StashApplied{*conflicts};
}

Result<UndoRecord> stashBranch(const Program &git, const QByteArray &name, const ObjectId &commit,
                               const CancelToken &cancel)
{
    if (const QString problem = refNameProblem(name); !problem.isEmpty())
        return fail(ErrorKind::Invalid, problem);
    const auto entry = findEntry(git, commit, cancel);
    if (!entry)
        return std::unexpected(entry.error());
    if (const auto checked = checkUntracked(git, *entry, cancel); !checked)
        return std::unexpected(checked.error());
    if (const auto checked = checkStashedFiles(git, *entry, cancel); !checked)
        return std::unexpected(checked.error());
    const auto head = resolveRevision(git.location(), "HEAD");
    const auto way = head ? checkNothingInTheWay(git, readIncoming(git, *head, entry->base, cancel), cancel)
                          : Result<void>(std::unexpected(head.error()));
    if (!way)
        return std::unexpected(way.error());
    // By its commit, so git leaves the entry, whose number may have changed, to us.
    const auto result =
        runOnce(git, {u"stash"_s, u"branch"_s, QString::fromUtf8(name), commit.text()}, cancel);
    if (!result)
        return failAction(result.error(),
                          //: %1: a branch
                          Text::tr("The branch %1 could not be made with the whole stash, which is kept.")
                              .arg(displayText(name)));
    return stashDrop(git, commit, {});
}

} // namespace Git
