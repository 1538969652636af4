// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/actionfailure.h"
#include "git/commitactions.h"
#include "git/log.h"
#include "git/refs.h"
#include "git/sequence/sequenceend.h"
#include "git/text.h"

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
    if (*isEmpty) {
        const auto ended = git.run({.arguments = {pick.subcommand, u"--quit"_s}}, {});
        return ended ? fail(ErrorKind::Invalid, pick.changesNothing) : std::unexpected(ended.error());
    }
    error.message = pick.refused;
    error.hint = Text::tr("The changes are staged and the operation is in progress: commit them, or abort.");
    return std::unexpected(std::move(error));
}

Result<PickEnd> run(const Program &git, const Pick &pick, const ObjectId &commit, int mainline,
                    const CancelToken &cancel)
{
    if (commit.isNull())
        return fail(ErrorKind::Invalid, Text::tr("No commit was named."));
    Result<void> checked = checkMainline(git.location(), commit, mainline);
    if (checked)
        checked = checkNothingInProgress(git.location());
    if (!checked)
        return std::unexpected(checked.error());
    const auto wasClean = isNothingStaged(git);
    if (!wasClean)
        return std::unexpected(wasClean.error());
    QStringList arguments{pick.subcommand, u"--no-edit"_s};
    if (mainline > 0)
        arguments << u"--mainline"_s << QString::number(mainline);
    arguments << commit.text();
    const auto result = git.run(
        {.arguments = arguments, .timeout = {}, .kind = Program::Kind::Hooks, .runsToEnd = true}, cancel);
    if (!result && result.error().kind == ErrorKind::External)
        return takeStop(git, pick, *wasClean, result.error());
    if (!result)
        return std::unexpected(result.error());
    const auto head = resolveRevision(git.location(), "HEAD");
    if (!head)
        return std::unexpected(head.error());
    return PickEnd{.commit = *head};
}

} // namespace

Result<PickEnd> cherryPick(const Program &git, const ObjectId &commit, int mainline,
                           const CancelToken &cancel)
{
    return run(
        git,
        {.subcommand = u"cherry-pick"_s,
         .headFile = "CHERRY_PICK_HEAD",
         //: %1: the short id of a commit
         .refused = Text::tr("%1 was not picked.").arg(commit.abbreviated()),
         .changesNothing =
             Text::tr("What %1 changes is here already, so nothing was picked.").arg(commit.abbreviated())},
        commit, mainline, cancel);
}

Result<PickEnd> revertCommit(const Program &git, const ObjectId &commit, int mainline,
                             const CancelToken &cancel)
{
    return run(git,
               {.subcommand = u"revert"_s,
                .headFile = "REVERT_HEAD",
                //: %1: the short id of a commit
                .refused = Text::tr("%1 was not reverted.").arg(commit.abbreviated()),
                .changesNothing = Text::tr("What %1 changed is not here any more, so nothing was reverted.")
                                      .arg(commit.abbreviated())},
               commit, mainline, cancel);
}

} // namespace Git
