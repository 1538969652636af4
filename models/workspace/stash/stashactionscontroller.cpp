// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/stash/stashactionscontroller.h"

#include "base/text.h"
#include "workspace/branches/branchnames.h"
#include "workspace/stash/stashitems.h"

using namespace Qt::StringLiterals;

namespace {

struct Popped
{
    Git::StashApplied applied;
    std::optional<Git::UndoRecord> undo;
    Error problem; ///< why it was not dropped; no message: it was
};

Result<Popped> popEntry(const Git::Program &git, const Git::ObjectId &commit, const CancelToken &cancel)
{
    const auto applied = Git::stashApply(git, commit, Git::Restage::No, cancel);
    if (!applied)
        return std::unexpected(applied.error());
    Popped popped{.applied = *applied, .undo = {}, .problem = {}};
    if (!applied->conflicts.isEmpty())
        return popped;
    const auto dropped = Git::stashDrop(git, commit, {}); // begun is not cut in half
    if (dropped)
        popped.undo = *dropped;
    else
        popped.problem = dropped.error();
    return popped;
}

QString wordsOf(const Git::StashEntry &entry)
{
    return firstLine(stashWordsOf(entry.message).words, 100);
}

} // namespace

StashActionsController::StashActionsController(RepositoryController &repository, QObject *parent)
    : RepositoryActions(repository, parent)
{}

Error StashActionsController::stashProblem() const
{
    if (repository().location().isBare())
        return {ErrorKind::Invalid, tr("This is a bare repository: it has no changes to stash."), {}, {}};
    if (repository().refs().head.state == Git::HeadState::Unborn)
        return {ErrorKind::Invalid,
                tr("There is no commit yet, and a stash stands on one."),
                {},
                tr("Make the first commit, then stash.")};
    return {};
}

QString StashActionsController::branchProblem(const QString &name) const
{
    return newBranchProblem(repository().refs(), name);
}

void StashActionsController::stash(const Git::StashRequest &request)
{
    run<Git::StashEntry>(
        tr("Stashing changes"),
        [request](const Git::Program &git, const CancelToken &cancel) {
            return Git::stashPush(git, request, cancel);
        },
        [this](const Git::StashEntry &entry) {
            //: %1: the words a stash has
            Q_EMIT succeeded(tr("Stashed: %1").arg(wordsOf(entry)));
            Q_EMIT stashed(entry.commit);
        });
}

void StashActionsController::stashLines(const QString &message, const QList<Git::ChosenLines> &chosen)
{
    run<Git::StashEntry>(
        tr("Stashing lines"),
        [message = message.toUtf8(), chosen](const Git::Program &git, const CancelToken &cancel) {
            return Git::stashLines(git, message, chosen, cancel);
        },
        [this](const Git::StashEntry &entry) {
            Q_EMIT succeeded(tr("Stashed: %1").arg(wordsOf(entry)));
            Q_EMIT stashed(entry.commit);
        });
}

// A conflict of a stash leaves no operation in progress: nothing else would say where one is.
void StashActionsController::tellConflicts(const QList<QByteArray> &paths)
{
    QStringList lines;
    for (const QByteArray &path : paths)
        lines += displayPath(path);
    Q_EMIT conflicted({ErrorKind::Conflict,
                       tr("The stash was applied with conflicts in %n file(s), and it was kept.", nullptr,
                          static_cast<int>(paths.size())),
                       lines.join(u'\n'),
                       tr("These files hold both sides now. Resolve and stage them; no merge is in progress, "
                          "so there is nothing to continue or abort.")});
}

void StashActionsController::apply(const Git::StashEntry &entry, Git::Restage restage)
{
    run<Git::StashApplied>(
        tr("Applying the stash"),
        [commit = entry.commit, restage](const Git::Program &git, const CancelToken &cancel) {
            return Git::stashApply(git, commit, restage, cancel);
        },
        [this, words = wordsOf(entry)](const Git::StashApplied &applied) {
            if (!applied.conflicts.isEmpty())
                tellConflicts(applied.conflicts);
            else
                //: %1: the words a stash has
                Q_EMIT succeeded(tr("Applied: %1").arg(words));
        });
}

void StashActionsController::pop(const Git::StashEntry &entry)
{
    run<Popped>(
        tr("Applying the stash"),
        [commit = entry.commit](const Git::Program &git, const CancelToken &cancel) {
            return popEntry(git, commit, cancel);
        },
        [this, words = wordsOf(entry)](const Popped &popped) {
            if (popped.undo)
                repository().noteUndo(*popped.undo);
            if (!popped.applied.conflicts.isEmpty())
                tellConflicts(popped.applied.conflicts);
            else if (!popped.problem.message.isEmpty())
                Q_EMIT failed({popped.problem.kind, tr("The stash was applied, but it could not be dropped."),
                               QStringList{popped.problem.message, popped.problem.detail}.join(u'\n'),
                               popped.problem.hint});
            else
                //: %1: the words a stash has
                Q_EMIT succeeded(tr("Applied and dropped: %1. Undo lists it again.").arg(words));
        });
}

void StashActionsController::drop(const Git::StashEntry &entry)
{
    run<Git::UndoRecord>(
        tr("Dropping the stash"),
        [commit = entry.commit](const Git::Program &git, const CancelToken &cancel) {
            return Git::stashDrop(git, commit, cancel);
        },
        [this, words = wordsOf(entry)](const Git::UndoRecord &record) {
            repository().noteUndo(record);
            //: %1: the words a stash has
            Q_EMIT succeeded(tr("Dropped: %1. Undo brings it back.").arg(words));
        });
}

void StashActionsController::branchFrom(const Git::StashEntry &entry, const QString &name)
{
    run<Git::UndoRecord>(
        tr("Making a branch of the stash"),
        [name = name.toUtf8(), commit = entry.commit](const Git::Program &git, const CancelToken &cancel) {
            return Git::stashBranch(git, name, commit, cancel);
        },
        [this, name](const Git::UndoRecord &record) {
            repository().noteUndo(record);
            //: %1: a branch
            Q_EMIT succeeded(tr("Checked out %1 with the stash applied. Undo lists the stash again.")
                                 .arg(visibleText(name)));
        });
}
