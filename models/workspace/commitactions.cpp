// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commitactions.h"

#include "base/text.h"
#include "git/refname.h"
#include "git/sequence/advance.h"

namespace {

const QByteArray kBranches = QByteArrayLiteral("refs/heads/");
const QByteArray kTags = QByteArrayLiteral("refs/tags/");
const QByteArray kRemotes = QByteArrayLiteral("refs/remotes/");

} // namespace

CommitActionsController::CommitActionsController(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
{}

void CommitActionsController::cancel()
{
    if (isRunning())
        m_cancel.cancel();
}

template<class T, class Work, class Told>
void CommitActionsController::run(const QString &doing, Work work, Told told)
{
    if (isRunning())
        return;
    m_doing = doing;
    Q_EMIT runningChanged();
    m_cancel = m_repository.writes().add<T>(
        this,
        [work = std::move(work), git = m_repository.program()](const CancelToken &cancel) -> Result<T> {
            return work(git, cancel);
        },
        [this, told = std::move(told)](const Result<T> &result) {
            m_doing.clear();
            Q_EMIT runningChanged();
            const auto undoing = std::exchange(m_undoing, std::nullopt);
            if (undoing && !result)
                m_repository.noteUndo(*undoing);
            if (result)
                told(result);
            else if (result.error().kind != ErrorKind::Cancelled)
                Q_EMIT failed(result.error());
            m_repository.note(kEverything);
        });
}

template<class Work>
void CommitActionsController::change(const QString &doing, const QString &done, Work work)
{
    run<void>(doing, std::move(work), [this, done](const Result<void> &) { Q_EMIT succeeded(done); });
}

template<class Work>
void CommitActionsController::checkOut(const QString &doing, const QString &done, Work work)
{
    run<Git::CheckoutEnd>(doing, std::move(work), [this, done](const Result<Git::CheckoutEnd> &end) {
        if (end->undo)
            m_repository.noteUndo(*end->undo);
        if (!end->problem.isEmpty())
            Q_EMIT failed({ErrorKind::External,
                           //: %1: such as "Checked out main"
                           tr("%1, but a hook failed behind it.").arg(done),
                           end->problem,
                           {}});
        else
            //: %1: such as "Checked out main"
            Q_EMIT succeeded(
                end->undo
                    ? tr("%1. Commits that are on no branch were left; Undo goes back to them.").arg(done)
                    : done);
    });
}

template<class Work> void CommitActionsController::pick(const QString &doing, const QString &done, Work work)
{
    run<Git::PickEnd>(doing, std::move(work), [this, done](const Result<Git::PickEnd> &end) {
        if (end->conflicts > 0)
            Q_EMIT conflicted(tr("Conflicts in %n file(s): resolve them and commit, or abort.", nullptr,
                                 static_cast<int>(end->conflicts)));
        else
            Q_EMIT succeeded(done);
    });
}

QString CommitActionsController::refProblem(const QString &name, const QByteArray &prefix) const
{
    const QByteArray bytes = name.toUtf8();
    if (QString problem = Git::refNameProblem(bytes); !problem.isEmpty())
        return problem;
    const QByteArray full = prefix + bytes;
    for (const Git::Ref &ref : m_repository.refs().all) {
        if (ref.name == full)
            //: %1: a branch or tag
            return tr("“%1” is there already.").arg(visibleText(name));
        if (ref.name.startsWith(QByteArray(full + '/')) ||
            (full.startsWith(QByteArray(ref.name + '/')) && ref.name.startsWith(prefix)))
            //: %1: a branch or tag such as "feature" that stands in the way of "feature/x"
            return tr("“%1” stands in the way: a name cannot be a folder of others as well.")
                .arg(displayPath(ref.name.sliced(prefix.size())));
    }
    return {};
}

QString CommitActionsController::branchProblem(const QString &name) const
{
    return refProblem(name, kBranches);
}

QString CommitActionsController::tagProblem(const QString &name) const
{
    return refProblem(name, kTags);
}

QByteArray CommitActionsController::localNameOf(const QByteArray &remoteBranch)
{
    if (!remoteBranch.startsWith(kRemotes))
        return {};
    const qsizetype slash = remoteBranch.indexOf('/', kRemotes.size());
    return slash < 0 ? QByteArray() : remoteBranch.sliced(slash + 1);
}

void CommitActionsController::checkoutBranch(const QByteArray &branch)
{
    const bool isRemote = branch.startsWith(kRemotes);
    const QByteArray name =
        isRemote ? localNameOf(branch) : branch.sliced(std::min(branch.size(), kBranches.size()));
    const QString shown = displayPath(name);
    //: %1: a branch
    checkOut(tr("Checking out %1").arg(shown), tr("Checked out %1").arg(shown),
             [branch, name, isRemote](const Git::Program &git, const CancelToken &cancel) {
                 return isRemote ? Git::checkoutRemoteBranch(git, branch, name, cancel)
                                 : Git::checkoutBranch(git, branch, cancel);
             });
}

void CommitActionsController::checkoutCommit(const Git::ObjectId &commit)
{
    const QString shown = commit.abbreviated();
    checkOut(tr("Checking out %1").arg(shown),
             //: %1: the short id of a commit
             tr("Checked out %1; HEAD is on no branch").arg(shown),
             [commit](const Git::Program &git, const CancelToken &cancel) {
                 return Git::checkoutCommit(git, commit, cancel);
             });
}

void CommitActionsController::createBranch(const QString &name, const Git::ObjectId &commit,
                                           Git::Afterwards afterwards)
{
    const QString shown = visibleText(name);
    //: %1: a branch
    checkOut(tr("Making the branch %1").arg(shown), tr("Made the branch %1").arg(shown),
             [name = name.toUtf8(), commit, afterwards](const Git::Program &git, const CancelToken &cancel) {
                 return Git::createBranch(git, name, commit, afterwards, cancel);
             });
}

void CommitActionsController::createTag(const QString &name, const Git::ObjectId &commit,
                                        const QString &message)
{
    const QString shown = visibleText(name);
    //: %1: a tag
    change(tr("Making the tag %1").arg(shown), tr("Made the tag %1").arg(shown),
           [name = name.toUtf8(), commit, message = message.toUtf8()](const Git::Program &git,
                                                                      const CancelToken &cancel) {
               return Git::createTag(git, name, commit, message, cancel);
           });
}

void CommitActionsController::cherryPick(const Git::ObjectId &commit, int mainline)
{
    const QString shown = commit.abbreviated();
    //: %1: the short id of a commit
    pick(tr("Picking %1").arg(shown), tr("Picked %1").arg(shown),
         [commit, mainline](const Git::Program &git, const CancelToken &cancel) {
             return Git::cherryPick(git, commit, mainline, cancel);
         });
}

void CommitActionsController::revertCommit(const Git::ObjectId &commit, int mainline)
{
    const QString shown = commit.abbreviated();
    //: %1: the short id of a commit
    pick(tr("Reverting %1").arg(shown), tr("Reverted %1").arg(shown),
         [commit, mainline](const Git::Program &git, const CancelToken &cancel) {
             return Git::revertCommit(git, commit, mainline, cancel);
         });
}

void CommitActionsController::reset(const Git::ObjectId &commit, Git::ResetKind kind)
{
    const Git::Head &head = m_repository.refs().head;
    const Git::ResetRequest request{.commit = commit,
                                    .kind = kind,
                                    .expectedBranch =
                                        head.state == Git::HeadState::Branch ? head.branch : QByteArray(),
                                    .expectedHead = head.target};
    const QString shown = commit.abbreviated();
    run<Git::ResetEnd>(
        //: %1: the short id of a commit
        tr("Resetting to %1").arg(shown),
        [request](const Git::Program &git, const CancelToken &cancel) {
            return Git::resetTo(git, request, cancel);
        },
        [this, shown](const Result<Git::ResetEnd> &end) {
            if (!end->undo) {
                Q_EMIT succeeded(tr("Reset to %1").arg(shown));
                return;
            }
            m_repository.noteUndo(*end->undo);
            const auto count = static_cast<int>(end->undo->paths.size());
            Q_EMIT succeeded(
                count == 0
                    //: %1: the short id of a commit
                    ? tr("Reset to %1. Undo takes it back.").arg(shown)
                    //: %1: the short id of a commit
                    : tr("Reset to %1; changes in %n file(s) were discarded. Undo brings everything back.",
                         nullptr, count)
                          .arg(shown));
        });
}

void CommitActionsController::undoLast()
{
    if (isRunning())
        return;
    m_undoing = m_repository.takeUndo();
    if (!m_undoing)
        return;
    //: %1: such as "Reset main to 1a2b3c4d"
    run<Git::UndoEnd>(
        tr("Undoing: %1").arg(m_undoing->meaning),
        [record = *m_undoing](const Git::Program &git, const CancelToken &cancel) {
            return Git::undo(git, record, Git::UndoExtent::Everything, cancel);
        },
        [this, meaning = m_undoing->meaning](const Result<Git::UndoEnd> &) {
            //: %1: such as "Reset main to 1a2b3c4d"
            Q_EMIT succeeded(tr("Undone: %1").arg(meaning));
        });
}

void CommitActionsController::abortOperation(Git::Operation expected)
{
    run<Git::AdvanceEnd>(
        tr("Aborting"),
        [expected](const Git::Program &git, const CancelToken &cancel) {
            return Git::advanceOperation(git, {.how = Git::Advance::Abort, .expected = expected}, {}, cancel);
        },
        [this](const Result<Git::AdvanceEnd> &end) {
            if (end->undo)
                m_repository.noteUndo(*end->undo);
            Q_EMIT succeeded(end->undo ? tr("Aborted. Undo brings back what was resolved.")
                                       : tr("Aborted; everything is as before"));
        });
}
