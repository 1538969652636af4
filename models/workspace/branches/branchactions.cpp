// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/branches/branchactions.h"

#include "base/text.h"
#include "git/refname.h"
#include "git/sequence/branches.h"
#include "git/sequence/tags.h"
#include "workspace/branches/branchnames.h"

using namespace Qt::StringLiterals;

BranchActionsController::BranchActionsController(RepositoryController &repository, QObject *parent)
    : RepositoryActions(repository, parent)
{}

QString BranchActionsController::renameProblem(const QByteArray &branch, const QString &name) const
{
    return newBranchProblem(repository().refs(), name, branch);
}

QString BranchActionsController::headName() const
{
    const Git::Head &head = repository().refs().head;
    return head.state == Git::HeadState::Branch ? shownBranch(head.branch) : u"HEAD"_s;
}

void BranchActionsController::rename(const QByteArray &branch, const QString &name)
{
    const QString before = shownBranch(branch), after = visibleText(name);
    run<void>(
        //: %1: a branch
        tr("Renaming %1").arg(before),
        [branch, name = name.toUtf8()](const Git::Program &git, const CancelToken &cancel) {
            return Git::renameBranch(git, branch, name, cancel);
        },
        //: %1 and %2: names of a branch
        [this, before, after] { Q_EMIT succeeded(tr("%1 is %2 now").arg(before, after)); });
}

void BranchActionsController::countOwnCommits(const QByteArray &branch)
{
    run<qsizetype>(
        //: %1: a branch
        tr("Looking for what only %1 has").arg(shownBranch(branch)),
        [branch](const Git::Program &git, const CancelToken &cancel) {
            return Git::countOwnCommits(git, branch, cancel);
        },
        [this, branch](qsizetype count) { Q_EMIT counted(branch, count); });
}

void BranchActionsController::remove(const QByteArray &branch, const Git::ObjectId &expected)
{
    const QString shown = shownBranch(branch);
    run<Git::DeletedBranch>(
        //: %1: a branch
        tr("Deleting %1").arg(shown),
        [branch, expected](const Git::Program &git, const CancelToken &cancel) {
            return Git::deleteBranch(git, branch, expected, cancel);
        },
        [this, shown](const Git::DeletedBranch &deleted) {
            repository().noteUndo(deleted.undo);
            //: %1: a branch
            const QString done = tr("Deleted %1. Undo brings it back.").arg(shown);
            if (deleted.problem.isEmpty())
                Q_EMIT succeeded(done);
            else
                Q_EMIT failed({ErrorKind::External, done, {}, deleted.problem});
        });
}

void BranchActionsController::removeTag(const QByteArray &tag, const Git::ObjectId &expected)
{
    const QString shown = shownBranch(tag);
    run<Git::UndoRecord>(
        //: %1: a tag
        tr("Deleting the tag %1").arg(shown),
        [tag, expected](const Git::Program &git, const CancelToken &cancel) {
            return Git::deleteTag(git, tag, expected, cancel);
        },
        [this, shown](const Git::UndoRecord &undo) {
            repository().noteUndo(undo);
            //: %1: a tag
            Q_EMIT succeeded(tr("Deleted the tag %1. Undo brings it back.").arg(shown));
        });
}

void BranchActionsController::setUpstream(const QByteArray &branch, const QByteArray &upstream)
{
    run<void>(
        //: %1: a branch
        tr("Setting what %1 follows").arg(shownBranch(branch)),
        [branch, upstream](const Git::Program &git, const CancelToken &cancel) {
            return Git::setUpstream(git, branch, upstream, cancel);
        },
        [this, branch, upstream] {
            //: %1 and %2: branches
            Q_EMIT succeeded(tr("%1 follows %2 now").arg(shownBranch(branch), shownBranch(upstream)));
        });
}

void BranchActionsController::unsetUpstream(const QByteArray &branch)
{
    run<void>(
        tr("Setting what %1 follows").arg(shownBranch(branch)),
        [branch](const Git::Program &git, const CancelToken &cancel) {
            return Git::unsetUpstream(git, branch, cancel);
        },
        //: %1: a branch
        [this, branch] { Q_EMIT succeeded(tr("%1 follows nothing now").arg(shownBranch(branch))); });
}

QByteArray BranchActionsController::headBranch() const
{
    const Git::Head &head = repository().refs().head;
    return head.state == Git::HeadState::Branch ? head.branch : QByteArray();
}

void BranchActionsController::merge(const QByteArray &name, const Git::ObjectId &commit,
                                    const std::optional<Git::MergeWay> &way)
{
    const Git::MergeRequest request{
        .commit = commit, .name = name, .message = {}, .expectedHead = repository().refs().head.target};
    const QString shown = shownBranch(name), into = headName();
    run<Git::SequenceEnd>(
        //: %1: a branch
        tr("Merging %1").arg(shown),
        [request, way, branch = headBranch()](const Git::Program &git,
                                              const CancelToken &cancel) -> Result<Git::SequenceEnd> {
            const auto chosen = way ? Result<Git::MergeWay>(*way) : Git::readMergeWay(git.location(), branch);
            if (!chosen)
                return std::unexpected(chosen.error());
            Git::MergeRequest asked = request;
            asked.fastForward = chosen->fastForward;
            asked.squashes = chosen->squashes;
            return Git::mergeCommit(git, asked, {}, cancel);
        },
        [this, shown, into](const Git::SequenceEnd &end) { tellMerged(end, shown, into); });
}

void BranchActionsController::readWay(const QByteArray &name)
{
    run<Git::MergeWay>(
        //: %1: a branch
        tr("Merging %1").arg(shownBranch(name)),
        [branch = headBranch()](const Git::Program &git, const CancelToken &) {
            return Git::readMergeWay(git.location(), branch);
        },
        [this, name](const Git::MergeWay &way) { Q_EMIT wayRead(name, way); });
}

void BranchActionsController::tellMerged(const Git::SequenceEnd &end, const QString &name,
                                         const QString &into)
{
    switch (end.outcome) {
    case Git::SequenceOutcome::UpToDate:
        //: %1 and %2: branches
        Q_EMIT succeeded(tr("%1 has everything of %2 already").arg(into, name));
        break;
    case Git::SequenceOutcome::FastForwarded:
        //: %1 and %2: branches
        Q_EMIT succeeded(tr("%1 is where %2 is now").arg(into, name));
        break;
    case Git::SequenceOutcome::Squashed:
        //: %1: a branch
        Q_EMIT succeeded(tr("The changes of %1 are staged, to be committed").arg(name));
        break;
    case Git::SequenceOutcome::Conflicts:
        //: %1: a branch
        Q_EMIT succeeded(tr("Merging %1 stopped at conflicts in %n file(s)", nullptr,
                            static_cast<int>(end.conflicts.size()))
                             .arg(name));
        break;
    default:
        //: %1 and %2: branches
        Q_EMIT succeeded(tr("Merged %1 into %2").arg(name, into));
    }
}
