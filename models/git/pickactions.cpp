// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "git/actionfailure.h"
#include "git/commitactions.h"
#include "git/locate.h"
#include "git/log.h"
#include "git/refs.h"
#include "git/sequence/sequenceend.h"
#include "git/text.h"
#include "git/undo/headmove.h"
#include "git/work/intheway.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

/// Cherry-pick and revert are one machine in git, too.
struct Pick
{
    QString subcommand;
    QByteArray headFile; ///< holds the commit while it is in progress
    QString refused;     ///< "… was not picked."
    QString changesNothing;
    UndoAction action = UndoAction::CherryPick;
    QList<ObjectId> commits = {};
    int mainline = 0;
    bool isOfSeveral() const { return commits.size() > 1; }
};

bool isThere(const RepoLocation &where, const QByteArray &name)
{
    return QFile::exists(QFile::decodeName(where.gitDir + '/' + name));
}

Result<void> checkNothingInProgress(const RepoLocation &where)
{
    for (const QByteArray &name : {"CHERRY_PICK_HEAD"_ba, "REVERT_HEAD"_ba, "MERGE_HEAD"_ba,
                                   "rebase-merge"_ba, "rebase-apply"_ba, "sequencer"_ba}) {
        if (isThere(where, name))
            return fail(ErrorKind::Conflict, Text::tr("Another operation is in progress in this repository."),
                        {}, Text::tr("Finish or abort the operation that is in progress first."));
    }
    return {};
}

Result<void> checkMainline(const RepoLocation &where, const ObjectId &commit, int mainline)
{
    const auto details = readCommit(where, commit);
    if (!details)
        return std::unexpected(details.error());
    const qsizetype parents = details->commit.parents.size();
    if (parents > 1 && mainline == 0)
        return fail(ErrorKind::Invalid,
                    Text::tr("A merge has several parents: say which one counts as what was there before."));
    if (mainline < 0 || (mainline > 0 && (parents < 2 || mainline > parents)))
        return fail(ErrorKind::Invalid, Text::tr("The commit has no such parent."));
    return {};
}

// Before anything is begun: git itself would stop in the middle.
Result<void> checkPick(const RepoLocation &where, const Pick &pick, const CancelToken &cancel)
{
    if (pick.commits.isEmpty() || pick.commits.contains(ObjectId()))
        return fail(ErrorKind::Invalid, Text::tr("No commit was named."));
    if (!pick.isOfSeveral())
        return checkMainline(where, pick.commits.first(), pick.mainline);
    int merges = 0;
    for (const ObjectId &commit : pick.commits) {
        if (cancel.isCancelled())
            return fail(ErrorKind::Cancelled, {});
        const auto details = readCommit(where, commit);
        if (!details)
            return std::unexpected(details.error());
        merges += details->commit.parents.size() > 1 ? 1 : 0;
    }
    return merges == 0
               ? Result<void>()
               : fail(ErrorKind::Invalid,
                      Text::tr("%n of the commits are merges, so nothing was begun.", nullptr, merges), {},
                      Text::tr("A merge is taken alone, as a change of one of its parents."));
}

Result<QList<Incoming>> readPicked(const Program &git, const Pick &pick, const CancelToken &cancel)
{
    const bool isRevert = pick.action == UndoAction::Revert;
    if (pick.mainline == 0)
        return readIncomingOf(git, pick.commits, isRevert ? Applied::Reverse : Applied::Forward, cancel);
    const ObjectId &commit = pick.commits.first();
    const auto details = readCommit(git.location(), commit);
    if (!details)
        return std::unexpected(details.error());
    const ObjectId parent = details->commit.parents.value(pick.mainline - 1);
    return isRevert ? readIncoming(git, commit, parent, cancel) : readIncoming(git, parent, commit, cancel);
}

Result<qsizetype> countConflicts(const Program &git)
{
    const auto result = git.run({.arguments = {u"diff"_s, u"--name-only"_s, u"-z"_s, u"--no-ext-diff"_s,
                                               u"--diff-filter=U"_s, u"--ignore-submodules=all"_s},
                                 .timeout = {},
                                 .kind = Program::Kind::Read},
                                {});
    if (!result)
        return std::unexpected(result.error());
    return result->output.count('\0');
}

// Git stopped. Conflicts are a result; a pick that changes nothing is not left half done.
Result<PickEnd> takeStop(const Program &git, const Pick &pick, bool wasClean, Error error)
{
    const auto isEmpty = isNothingStaged(git);
    if (!isEmpty)
        return std::unexpected(isEmpty.error());
    if (!isThere(git.location(), pick.headFile)) {
        auto failure = failAction(std::move(error), pick.refused);
        if (wasClean && !*isEmpty) // a revert whose commit a hook refused: git forgets what it was at
            failure.error().hint = Text::tr("Its changes are staged: commit or discard them.");
        return failure;
    }
    const auto conflicts = countConflicts(git);
    if (!conflicts)
        return std::unexpected(conflicts.error());
    if (*conflicts > 0)
        return PickEnd{.conflicts = *conflicts};
    if (*isEmpty && pick.isOfSeveral()) {
        const QByteArray present = readSmallFile(git.location().gitDir + '/' + pick.headFile).trimmed();
        return fail(ErrorKind::Conflict,
                    //: %1: the short id of a commit
                    Text::tr("%1 would change nothing here.")
                        .arg(displayText(present.first(std::min<qsizetype>(8, present.size())))),
                    {}, Text::tr("Skip it to go on with those behind it, or abort."));
    }
    if (*isEmpty) {
        const auto ended = git.run({.arguments = {pick.subcommand, u"--quit"_s}}, {});
        return ended ? fail(ErrorKind::Invalid, pick.changesNothing) : std::unexpected(ended.error());
    }
    error.message = pick.refused;
    error.hint = Text::tr("The changes are staged and the operation is in progress: commit them, or abort.");
    return std::unexpected(std::move(error));
}

Result<PickEnd> run(const Program &git, const Pick &pick, const CancelToken &cancel)
{
    Result<void> checked = checkPick(git.location(), pick, cancel);
    if (checked)
        checked = checkNothingInProgress(git.location());
    if (!checked)
        return std::unexpected(checked.error());
    if (const auto way = checkNothingInTheWay(git, readPicked(git, pick, cancel), cancel); !way)
        return std::unexpected(way.error());
    const auto wasClean = isNothingStaged(git);
    if (!wasClean)
        return std::unexpected(wasClean.error());
    QStringList arguments{pick.subcommand, u"--no-edit"_s};
    if (pick.mainline > 0)
        arguments << u"--mainline"_s << QString::number(pick.mainline);
    for (const ObjectId &commit : pick.commits)
        arguments << commit.text();
    const auto move = HeadMove::record(git,
                                       {.action = pick.action,
                                        .commit = pick.commits.last(),
                                        .commitCount = pick.commits.size(),
                                        .files = {}},
                                       cancel);
    if (!move)
        return std::unexpected(move.error());
    const auto result = git.run({.arguments = arguments,
                                 .timeout = {},
                                 .kind = Program::Kind::Hooks,
                                 .runsToEnd = true,
                                 .beforeStart = [&] { return move->checkSame(); }},
                                cancel);
    auto stopped = !result && result.error().kind == ErrorKind::External
                       ? std::optional(takeStop(git, pick, *wasClean, result.error()))
                       : std::nullopt;
    (void)move->complete();
    if (stopped)
        return *std::move(stopped);
    if (!result)
        return std::unexpected(result.error());
    const auto head = resolveRevision(git.location(), "HEAD");
    if (!head)
        return std::unexpected(head.error());
    return PickEnd{.commit = *head};
}

} // namespace

namespace {

Pick pickOf(const QList<ObjectId> &commits, int mainline)
{
    //: %1: the short id of a commit
    const QString one = Text::tr("%1 was not picked.");
    const QString shown = commits.isEmpty() ? QString() : commits.first().abbreviated();
    return {.subcommand = u"cherry-pick"_s,
            .headFile = "CHERRY_PICK_HEAD",
            .refused = commits.size() > 1 ? Text::tr("Not all of the commits were picked.") : one.arg(shown),
            //: %1: the short id of a commit
            .changesNothing = Text::tr("What %1 changes is here already, so nothing was picked.").arg(shown),
            .commits = commits,
            .mainline = mainline};
}

Pick revertOf(const QList<ObjectId> &commits, int mainline)
{
    //: %1: the short id of a commit
    const QString one = Text::tr("%1 was not reverted.");
    const QString shown = commits.isEmpty() ? QString() : commits.first().abbreviated();
    return {.subcommand = u"revert"_s,
            .headFile = "REVERT_HEAD",
            .refused =
                commits.size() > 1 ? Text::tr("Not all of the commits were reverted.") : one.arg(shown),
            //: %1: the short id of a commit
            .changesNothing =
                Text::tr("What %1 changed is not here any more, so nothing was reverted.").arg(shown),
            .action = UndoAction::Revert,
            .commits = commits,
            .mainline = mainline};
}

} // namespace

Result<PickEnd> cherryPick(const Program &git, const ObjectId &commit, int mainline,
                           const CancelToken &cancel)
{
    return run(git, pickOf({commit}, mainline), cancel);
}

Result<PickEnd> revertCommit(const Program &git, const ObjectId &commit, int mainline,
                             const CancelToken &cancel)
{
    return run(git, revertOf({commit}, mainline), cancel);
}

Result<PickEnd> cherryPickAll(const Program &git, const QList<ObjectId> &commits, const CancelToken &cancel)
{
    return run(git, pickOf(commits, 0), cancel);
}

Result<PickEnd> revertAll(const Program &git, const QList<ObjectId> &commits, const CancelToken &cancel)
{
    return run(git, revertOf(commits, 0), cancel);
}

} // namespace Git
